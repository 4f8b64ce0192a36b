import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { AccessGuard, type DeskRequest } from './access.guard';
import type { PersonActor } from './actor';
import type { Authenticator } from './authenticator';
import { BearerStrategy } from './bearer.strategy';
import { Can, Public } from './can.decorator';
import type { SignedLinks } from './signed-links';

const AGENT = { kind: 'person', id: 'a', role: 'agent', name: 'A' } as PersonActor;
const CUSTOMER = { ...AGENT, id: 'c', role: 'customer' } as PersonActor;

class Routes {
  @Public()
  ignoring(): void {
    return undefined;
  }

  @Public('welcome')
  welcoming(): void {
    return undefined;
  }

  @Public('judged')
  judging(): void {
    return undefined;
  }

  @Can('users.agents')
  staffs(): void {
    return undefined;
  }

  undeclared(): void {
    return undefined;
  }
}

/** What passport asks: the strategy is known to it by its name from here on. */
const people: Record<string, PersonActor> = { agent: AGENT, customer: CUSTOMER };
const authenticator = { fromBearer: async (token: string) => people[token] ?? null };
new BearerStrategy(authenticator as unknown as Authenticator, {} as SignedLinks);

const guard = new AccessGuard(new Reflector());

/** Who the route then sees. */
async function enter(route: keyof Routes, token?: string): Promise<PersonActor | null | undefined> {
  const request: DeskRequest = {
    method: 'GET',
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  };
  const http = { getRequest: () => request, getResponse: () => ({}) };
  const context = {
    getType: () => 'http',
    getHandler: () => Routes.prototype[route],
    switchToHttp: () => http,
  };
  await guard.canActivate(context as unknown as ExecutionContext);
  return request.actor;
}

it('is open to everyone on a public route', async () => {
  expect(await enter('ignoring')).toBeNull();
  expect(await enter('welcoming')).toBeNull();
  expect(await enter('judging')).toBeNull();
});

it('looks at the token of a public route as the route asks', async () => {
  expect(await enter('ignoring', 'agent')).toBeNull();
  expect(await enter('ignoring', 'stale')).toBeNull();
  expect(await enter('welcoming', 'agent')).toBe(AGENT);
  expect(await enter('welcoming', 'stale')).toBeNull();
  expect(await enter('judging', 'agent')).toBe(AGENT);
  await expect(enter('judging', 'stale')).rejects.toMatchObject({ kind: 'unauthenticated' });
});

it('asks for a token and a role elsewhere', async () => {
  expect(await enter('staffs', 'agent')).toBe(AGENT);
  await expect(enter('staffs')).rejects.toMatchObject({ kind: 'unauthenticated' });
  await expect(enter('staffs', 'stale')).rejects.toMatchObject({ kind: 'unauthenticated' });
  await expect(enter('staffs', 'customer')).rejects.toMatchObject({ kind: 'forbidden' });
});

it('is closed where a route says nothing', async () => {
  await expect(enter('undeclared', 'agent')).rejects.toMatchObject({ kind: 'forbidden' });
});
