import { useQueryClient } from '@tanstack/react-query';
import { useConnection } from '../api/connection.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { FreshnessRing } from '../ui/freshness-ring.tsx';
import { useClock } from './clock.ts';

/** Says that the service is not heard, or has no figures to give and why, since when, and of when everything below is. */
export function DisconnectedBanner() {
  const connection = useConnection();
  const client = useQueryClient();
  const clock = useClock();
  if (connection.kind !== 'disconnected') return null;
  const retry = (): void => void client.refetchQueries({ type: 'active' });
  return (
    <Banner
      lead={
        <>
          <FreshnessRing state="lost" />
          {connection.says === null ? 'Disconnected' : 'No answer'}
        </>
      }
      action={
        <Button kind="link" onClick={retry}>
          Try now
        </Button>
      }
    >
      {connection.says === null ? null : `${connection.says} `}
      {connection.heardAt === null
        ? 'Not heard yet. Trying again on its own.'
        : `${connection.says === null ? 'Not heard' : 'No figures'} since ${clock(connection.heardAt)}. Everything below is as of then; trying again on its own.`}
    </Banner>
  );
}
