import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '../api/query-client.ts';
import { INVITATION_PATH } from '../contract/session.ts';
import { takeOneTimeLink } from '../state/one-time-link.ts';
import { keepTheme } from '../state/preferences.ts';
import { App } from './app.tsx';
import '../ui/tokens.css';
import '../ui/base.css';
import './first-paint.css';

keepTheme(document.documentElement);
takeOneTimeLink(INVITATION_PATH);

if (import.meta.env.MODE === 'mocks') {
  const { startMocks } = await import('../../mocks/browser.ts');
  await startMocks(new URLSearchParams(location.search).get('scenario'));
}

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');
createRoot(root).render(
  <StrictMode>
    <App client={createQueryClient()} />
  </StrictMode>,
);
