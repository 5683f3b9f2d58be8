import { useSession } from '../../parts/use-session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { AccountPanel } from './account-panel.tsx';

/** The account where there is no room for a panel: on a phone, and from the palette. */
export function AccountDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  if (session === undefined || session.who === null) return null;
  return (
    <Dialog title="Account" onClose={onClose}>
      <AccountPanel session={session} who={session.who} look="plain" onLeave={onClose} />
    </Dialog>
  );
}
