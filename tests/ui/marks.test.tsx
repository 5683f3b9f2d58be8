import { render, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { GradeScale } from '../../src/ui/grade-scale.tsx';
import { MARK_OUTLINES, staleShape, type MarkShape } from '../../src/ui/mark-shapes.ts';
import { SignalChip } from '../../src/ui/signal-chip.tsx';
import { StatusChip } from '../../src/ui/status-chip.tsx';

const SHAPES = Object.keys(MARK_OUTLINES) as MarkShape[];
const SIZE = 36;

/** Ink of a mark on white, 0..255 a pixel: what is left of it in greyscale print. */
function ink(shape: MarkShape): readonly number[] {
  const context = new OffscreenCanvas(SIZE, SIZE).getContext('2d');
  if (context === null) throw new Error('no 2d canvas in this browser');
  context.scale(SIZE / 12, SIZE / 12);
  const { d, stroke, dash } = MARK_OUTLINES[shape];
  if (stroke === null) context.fill(new Path2D(d));
  else {
    context.lineWidth = stroke;
    context.setLineDash((dash ?? '').split(' ').filter(Boolean).map(Number));
    context.stroke(new Path2D(d));
  }
  const { data } = context.getImageData(0, 0, SIZE, SIZE);
  return Array.from({ length: SIZE * SIZE }, (_, k) => data[k * 4 + 3] ?? 0);
}

/** Share of the inked pixels that two marks do not share; 0 for the same mark. Circle and square of one size have 0.10. */
function unlike(a: readonly number[], b: readonly number[]): number {
  const differing = a.filter((value, k) => Math.abs(value - (b[k] ?? 0)) > 128).length;
  return differing / a.filter((value, k) => value > 0 || (b[k] ?? 0) > 0).length;
}

const pairs = SHAPES.flatMap((a, k) => SHAPES.slice(k + 1).map((b) => ({ a, b })));

describe('marks', () => {
  test.each(pairs)('$a and $b are told apart without colour', ({ a, b }) => {
    expect(unlike(ink(a), ink(b))).toBeGreaterThan(0.08);
  });

  test('a stale status keeps its shape, hollow', () => {
    expect((['on', 'watch', 'act', 'none', 'few'] as const).map(staleShape)).toEqual([
      'on-stale',
      'watch-stale',
      'act-stale',
      'none',
      'few',
    ]);
  });
});

describe('chips', () => {
  test('the word stands beside the shape, and the shape is not read out', () => {
    render(<StatusChip status="act" />);
    expect(screen.getByText('Act')).toHaveTextContent(/^Act$/);
    expect(screen.queryByRole('img')).toBeNull();
  });

  test('a stale chip says of when it is', () => {
    render(<StatusChip status="watch" freshness="stale" word="Watch, week 45" />);
    expect(screen.getByText('Watch, week 45')).toBeVisible();
  });

  test('a signal has its word', () => {
    render(<SignalChip signal="improving" />);
    expect(screen.getByText('Improving')).toBeVisible();
  });
});

describe('GradeScale', () => {
  test('the grade is said in words', () => {
    render(<GradeScale grade={7.2} status="on" label="Quality: grade 7.2 of 10" />);
    expect(screen.getByRole('img', { name: 'Quality: grade 7.2 of 10' })).toBeVisible();
  });
});
