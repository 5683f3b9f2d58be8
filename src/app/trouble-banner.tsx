import { useQuery } from '@tanstack/react-query';
import { healthQuery } from '../api/queries.ts';
import type { Trouble } from '../contract/health.ts';
import { Banner } from '../ui/banner.tsx';
import { StatusChip } from '../ui/status-chip.tsx';
import { useClock } from './clock.ts';

const WORDS: Readonly<Record<Trouble['kind'], string>> = {
  'disk-full': 'Disk full',
  'read-only': 'Nothing saved',
  damaged: 'Damaged',
  clock: 'Clock wrong',
};

/** Says what keeps the service from working as it should while it still answers. Nothing while nothing does. */
export function TroubleBanner() {
  const { data: trouble = null } = useQuery({ ...healthQuery(), select: (health) => health.trouble });
  const clock = useClock();
  if (trouble === null) return null;
  return (
    <Banner lead={<StatusChip status="act" word={WORDS[trouble.kind]} freshness="stale" />}>
      {trouble.message} Since {clock(Date.parse(trouble.since))}.
    </Banner>
  );
}
