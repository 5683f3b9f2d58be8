import { configure, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withFetcher, type Fetcher } from '../../src/api/client.ts';
import { createQueryClient } from '../../src/api/query-client.ts';
import { App } from '../../src/app/app.tsx';
import { answering } from '../features/scorecard/answers.ts';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';

configure({ asyncUtilTimeout: 10_000 });

const home = location.href;
let undo = (): void => undefined;

beforeEach(() => history.replaceState(null, '', '/'));
afterEach(() => {
  undo();
  history.replaceState(null, '', home);
});

function open(fetcher: Fetcher): void {
  undo = withFetcher(fetcher);
  render(<App client={createQueryClient()} />);
}

describe('what keeps the service from working', () => {
  it('is said over the figures, which stay: a full disk stops saving, not reading', async () => {
    open(answering('disk-full'));
    const notice = await screen.findByText(/nothing can be saved or imported/);
    expect(notice).toHaveTextContent(/It goes on by itself once there is room\. Since \d\d:\d\d\./);
    expect(screen.getByText('Disk full')).toBeVisible();
    expect(await screen.findByRole('article', { name: 'On time' })).toHaveTextContent('91.4');
  });

  it('is told in the words of the service where its database is gone, and ends when it is back', async () => {
    const good = answering('design');
    const lost = answering('database-lost');
    let gone = false;
    /* The scenario is heard once before its database goes. */
    await lost('/api/health', {});
    open(async (path, init) => {
      if (gone) return lost(path, init);
      const response = await good(path, init);
      if (path !== '/api/health') return response;
      return Response.json({ ...((await response.json()) as object), nextPollSeconds: 1 });
    });
    expect(await screen.findByRole('article', { name: 'On time' })).toHaveTextContent('91.4');
    gone = true;
    expect(await screen.findByText(/The database does not answer.*No figures since \d\d:\d\d/)).toBeVisible();
    expect(screen.getByText('No answer')).toBeVisible();
    expect(screen.getByRole('article', { name: 'On time' })).toHaveTextContent('91.4');
    gone = false;
    await waitFor(() => expect(screen.queryByText(/The database does not answer/)).not.toBeInTheDocument());
  });
});
