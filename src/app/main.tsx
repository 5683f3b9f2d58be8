import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '../api/query-client.ts';
import { INVITATION_PATH } from '../contract/session.ts';
import { leaveToMocks } from '../features/wall/shell-worker.ts';
import { WALL_PATH } from '../features/wall/wall-path.ts';
import { takeOneTimeLink } from '../state/one-time-link.ts';
import { keepTheme } from '../state/preferences.ts';
import { App } from './app.tsx';
import { startWallPage } from './start-wall.tsx';
import '../ui/tokens.css';
import '../ui/base.css';
import './first-paint.css';

const isWall = location.pathname === WALL_PATH || location.pathname === `${WALL_PATH}/`;
if (!isWall) keepTheme(document.documentElement);
takeOneTimeLink(INVITATION_PATH);

if (import.meta.env.MODE === 'mocks') {
  await leaveToMocks();
  const { startMocks } = await import('../../mocks/browser.ts');
  await startMocks(new URLSearchParams(location.search).get('scenario'));
}

const element = document.getElementById('app');
if (element === null) throw new Error('index.html has no #app');
const root = createRoot(element);
// Not awaited: a chunk that waits for another while that one imports from it would wait for ever.
if (isWall) void startWallPage(root);
else
  root.render(
    <StrictMode>
      <App client={createQueryClient()} />
    </StrictMode>,
  );
