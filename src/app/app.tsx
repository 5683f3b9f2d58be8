import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { Doorway } from './doorway.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Routes } from './routes.tsx';
import { Shell } from './shell.tsx';

/** The whole page. The query client is handed in, so that a test can bring one that is filled already. */
export function App({ client }: { readonly client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <ErrorBoundary>
        <Doorway>
          <Shell>
            <ErrorBoundary>
              <Routes />
            </ErrorBoundary>
          </Shell>
        </Doorway>
      </ErrorBoundary>
    </QueryClientProvider>
  );
}
