import { type SignInProblem } from '@desk/contracts';

import { type DeskApplication, type Flow } from './provider-flows';
import { type TokenPair } from './tokens';

/** The page at which somebody ends who came back from a provider, and the session that they have now, if any. */
export interface Landing {
  app: DeskApplication;
  /** Below the application's own address. */
  path: string;
  pair: TokenPair | null;
}

export function signInPage({ app, next }: Pick<Flow, 'app' | 'next'>, problem: SignInProblem): Landing {
  const query = new URLSearchParams({ problem, ...(next === '/' ? {} : { next }) });
  return { app, path: `/accounts/login?${query.toString()}`, pair: null };
}
