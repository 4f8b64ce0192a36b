import { Injectable } from '@nestjs/common';

import { type SignInProblem } from '@desk/contracts';
import { notFound } from '@desk/platform/errors';
import { OpenIdProviders, ProviderFailure, type ProvenIdentity } from '@desk/platform/openid';

import { type Caller } from './caller';
import { type Landing, signInPage } from './landing';
import { LinkIdentity } from './link-identity';
import { type Flow, ProviderFlows } from './provider-flows';
import { SignInByIdentity } from './sign-in-by-identity';
import { Tokens } from './tokens';

/** What came back with the browser: the address's query, and what it kept. */
export interface Return {
  search: string;
  ticket: string | null;
}

/** The way back from a provider. Whatever goes wrong ends at a page that says it. */
@Injectable()
export class FinishProviderFlow {
  constructor(
    private readonly providers: OpenIdProviders,
    private readonly flows: ProviderFlows,
    private readonly signInByIdentity: SignInByIdentity,
    private readonly linkIdentity: LinkIdentity,
    private readonly tokens: Tokens,
  ) {}

  async run(caller: Caller, name: string, { search, ticket }: Return): Promise<Landing> {
    const provider = this.providers.byName(name);
    if (provider === null) throw notFound('provider');
    const flow = ticket === null ? null : this.flows.read(ticket, name);
    if (flow === null) return signInPage({ app: 'portal', next: '/' }, 'flow_expired');
    let identity: ProvenIdentity;
    try {
      identity = await this.providers.finish(provider, search, flow.secrets);
    } catch (thrown) {
      if (!(thrown instanceof ProviderFailure)) throw thrown;
      return sorry(flow, `provider_${thrown.code}`);
    }
    return flow.link === null ? this.signIn(caller, flow, identity) : this.link(flow, flow.link, identity);
  }

  private async signIn(caller: Caller, flow: Flow, identity: ProvenIdentity): Promise<Landing> {
    const outcome = await this.signInByIdentity.run(caller, identity);
    if (typeof outcome === 'string') return sorry(flow, outcome);
    return { app: flow.app, path: flow.next, pair: this.tokens.pair(outcome) };
  }

  private async link(
    flow: Flow,
    owner: NonNullable<Flow['link']>,
    identity: ProvenIdentity,
  ): Promise<Landing> {
    const problem = await this.linkIdentity.run(owner, identity);
    if (problem !== null) return sorry(flow, problem);
    return { app: flow.app, path: `${flow.next}?linked=${flow.provider}`, pair: null };
  }
}

/** Who is signed in stays where they were. */
function sorry(flow: Flow, problem: SignInProblem): Landing {
  if (flow.link === null || problem === 'session_ended') return signInPage(flow, problem);
  return { app: flow.app, path: `${flow.next}?problem=${problem}`, pair: null };
}
