import { DisconnectedBanner } from './disconnected-banner.tsx';
import { TroubleBanner } from './trouble-banner.tsx';

/** What concerns a page as a whole: that the service is not heard, or cannot work as it should. */
export function ServiceNotices() {
  return (
    <>
      <DisconnectedBanner />
      <TroubleBanner />
    </>
  );
}
