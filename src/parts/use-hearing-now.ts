import { useEffect, useState } from 'react';
import { useConnection } from '../api/connection.ts';
import { HEARD, type Hearing } from './hearing.ts';

const MINUTE = 60_000;

/** The connection as tiles tell it; counts the minutes while the service is not heard. */
export function useHearingNow(locale: string): Hearing {
  const connection = useConnection();
  const lost = connection.kind === 'disconnected';
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (!lost) return undefined;
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, [lost]);
  if (!lost || connection.heardAt === null) return HEARD;
  const since = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(connection.heardAt);
  const minutes = Math.max(0, Math.floor((Math.max(now, connection.heardAt) - connection.heardAt) / MINUTE));
  return { kind: 'lost', since, minutes, colours: connection.withdrawn ? 'withdrawn' : 'kept' };
}
