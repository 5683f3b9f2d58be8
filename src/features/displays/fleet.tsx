import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { catalogueQuery, teamsQuery } from '../../api/queries.ts';
import type { Display, Displays } from '../../contract/displays.ts';
import { formats } from '../../domain/format.ts';
import { indicatorsOf } from '../../reading/scope.ts';
import { useScreen } from '../../state/screen.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { DisplayTools } from './display-tools.tsx';
import { FleetCards } from './fleet-cards.tsx';
import { fleetRow, type FleetRow } from './fleet-row.ts';
import { FleetTable } from './fleet-table.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { pendingOf, useServiceNow, type Told } from './use-fleet.ts';
import { useStateChanges } from './use-state-changes.ts';

type Props = {
  readonly fleet: Displays;
  /** When it was read, by the page's clock. */
  readonly readAt: number;
  readonly told: readonly Told[];
  readonly onTold: (told: Told) => void;
  readonly onSaid: (words: string) => void;
};

/** Every display with how it is, and what can be done with it by whoever looks. */
export function Fleet({ fleet: { displays, build }, readAt, told, onTold, onSaid }: Props) {
  const screen = useScreen();
  const now = useServiceNow(readAt);
  const changed = useStateChanges(displays);
  const { data: catalogue } = useQuery(catalogueQuery());
  const { data: teams } = useQuery(teamsQuery());
  const [revoking, setRevoking] = useState<Pick<Display, 'id' | 'words'> | null>(null);
  if (catalogue === undefined || teams === undefined) return null;
  const { locale, timeZone } = catalogue.organisation;
  const indicators = indicatorsOf(catalogue);
  const rows = displays.map((display) =>
    fleetRow(display, {
      ...{ build, now, locale, timeZone, formats: formats(locale) },
      teamName: (id) => teams.teams.find((team) => team.id === id)?.name ?? id,
      indicatorName: (id) => indicators.get(id)?.name ?? id,
    }),
  );
  const pending = pendingOf(told, displays, readAt);
  const tools = ({ display, slides }: FleetRow) => (
    <DisplayTools
      display={display}
      slides={slides}
      told={pending.get(display.id)?.words ?? null}
      onTold={onTold}
      onRevoke={() => setRevoking(display)}
    />
  );
  return (
    <>
      <VisuallyHidden>
        <span role="status">{changed}</span>
      </VisuallyHidden>
      {screen === 'phone' ? <FleetCards rows={rows} tools={tools} /> : <FleetTable rows={rows} tools={tools} />}
      {revoking === null ? null : (
        <RevokeDialog
          display={revoking}
          onClose={() => setRevoking(null)}
          onRevoked={() => {
            setRevoking(null);
            onSaid(`${revoking.words.name} was revoked. Its screen shows a new code.`);
          }}
        />
      )}
    </>
  );
}
