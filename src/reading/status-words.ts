import type { JudgedStatus } from '../domain/status.ts';
import { STATUS_WORDS } from '../domain/words.ts';
import type { StatusShape } from '../ui/mark-shapes.ts';

const SHAPES: Readonly<Record<JudgedStatus, StatusShape>> = {
  'on-target': 'on',
  watch: 'watch',
  act: 'act',
  'no-target': 'none',
  'not-enough-data': 'few',
};

export function shapeOf(status: JudgedStatus): StatusShape {
  return SHAPES[status];
}

export function statusWord(status: JudgedStatus): string {
  return STATUS_WORDS[status];
}
