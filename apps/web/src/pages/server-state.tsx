import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RestFault } from '../session/rest.ts';

const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 15_000, retry: (tries, error) => tries < 2 && error instanceof RestFault && error.status === 0 } },
});

/** For pages that read what was planned or published. The way to listening does without it. */
export const ServerState = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;
