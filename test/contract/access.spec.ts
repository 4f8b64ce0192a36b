import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { METHOD_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';

import { PERMISSIONS, TOKEN_SCOPES } from '@desk/contracts';
import { CAN, PUBLIC } from '@desk/platform/security';

import { fetchJson, PATIENCE_MS, World } from './support/world';

jest.setTimeout(PATIENCE_MS);

const COMMITTED = join(__dirname, '../../libs/web/api-client/openapi.json');

/** Routes that the document leaves out: those for supervisors of the process, and the second spelling of an address. */
const UNDOCUMENTED = [
  'HealthController.live',
  'HealthController.metrics',
  'HealthController.ready',
  'NotificationsController.readAllToo',
];

interface Route {
  name: string;
  permission: string | undefined;
  isPublic: boolean;
}

let world: World;
let routes: Route[];

beforeAll(async () => {
  world = await World.start();
  routes = routesOf(world);
});

afterAll(() => world.desk.close());

function routesOf({ desk }: World): Route[] {
  const scanner = new MetadataScanner();
  const controllers = [...desk.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ name, metatype }) => {
    const prototype = (metatype as { prototype: Record<string, object> }).prototype;
    return scanner
      .getAllMethodNames(prototype)
      .map((method) => ({ method, handler: prototype[method] ?? {} }))
      .filter(({ handler }) => Reflect.hasMetadata(METHOD_METADATA, handler))
      .map(({ method, handler }) => ({
        name: `${String(name)}.${method}`,
        permission: Reflect.getMetadata(CAN, handler) as string | undefined,
        isPublic: Reflect.hasMetadata(PUBLIC, handler),
      }));
  });
}

describe('routes', () => {
  it('should all declare who may use them, one way or the other', () => {
    const undecided = routes.filter(({ permission, isPublic }) => (permission !== undefined) === isPublic);
    expect(undecided).toEqual([]);
    const unknown = routes.filter(
      ({ permission }) => permission !== undefined && !(permission in PERMISSIONS),
    );
    expect(unknown).toEqual([]);
  });

  it('should all be in the document, but for those that are named', () => {
    const documented = routes.filter(({ name }) => !UNDOCUMENTED.includes(name));
    expect(documented).toHaveLength(world.operations.length);
    expect(routes.length - documented.length).toBe(UNDOCUMENTED.length);
    const open = documented.filter(({ isPublic }) => isPublic).length;
    expect(world.operations.filter(({ secured }) => !secured)).toHaveLength(open);
  });
});

describe('API tokens', () => {
  /** What a token needs `admin` for: people, their records, policies, rules, settings. */
  const ADMIN = [
    'listLoginAudit',
    'listRequestLog',
    'createUser',
    'replaceUser',
    'updateUser',
    'deactivateUser',
    'toggleUser',
    'createCategory',
    'replaceCategory',
    'updateCategory',
    'deleteCategory',
    'createSlaPolicy',
    'replaceSlaPolicy',
    'updateSlaPolicy',
    'deleteSlaPolicy',
    'createRule',
    'replaceRule',
    'updateRule',
    'deleteRule',
    'listOutbox',
    'listInvitations',
    'invitePerson',
    'resendInvitation',
    'withdrawInvitation',
  ];
  /** What no token opens: how people keep their accounts safe. */
  const NEVER = [
    'changePassword',
    'listSessions',
    'endOtherSessions',
    'endSession',
    'listUserSessions',
    'endUserSessions',
    'endUserSession',
    'getSecondFactor',
    'beginSecondFactor',
    'confirmSecondFactor',
    'renewRecoveryCodes',
    'removeSecondFactor',
    'getFactorPolicy',
    'setFactorPolicy',
    'resetSecondFactor',
    'stepUp',
    'listApiTokens',
    'createApiToken',
    'revokeApiToken',
    'askEmailVerification',
    'confirmEmail',
    'askEmailChange',
    'checkEmailChange',
    'confirmEmailChange',
    'linkProvider',
    'listIdentities',
    'unlinkIdentity',
  ];

  it('should open each route to one scope, or to none', async () => {
    const expected: Record<string, string[]> = {};
    const found: Record<string, string[]> = {};
    for (const { id, method, secured } of world.operations) {
      if (!secured) continue;
      const byMethod = method === 'GET' ? 'read' : 'write';
      expected[id] = NEVER.includes(id) ? [] : [ADMIN.includes(id) ? 'admin' : byMethod];
      found[id] = [];
    }
    for (const scope of TOKEN_SCOPES) {
      const body = { name: scope, scopes: [scope] };
      const { token } = await world.must('createApiToken', 'superadmin', { body });
      for (const id of Object.keys(found)) if (await opens(id, String(token))) found[id]?.push(scope);
    }
    expect(found).toEqual(expected);
  });

  /** Whether the door lets the token in; what lies behind it may still find fault with the request. */
  async function opens(id: string, token: string): Promise<boolean> {
    const { method, path } = world.operation(id);
    const answer = await fetchJson(world.origin + path.replace(/\{\w+\}/g, 'nothing'), {
      method,
      headers: { Authorization: `Bearer ${token}` },
    });
    const code = String((answer.body as { type?: string }).type).split('#')[1];
    return !['scope_required', 'not_for_tokens', 'not_signed_in'].includes(code ?? '');
  }
});

describe('the committed document', () => {
  it('should be what the desk serves; otherwise npm run api:sync', () => {
    const committed = JSON.parse(readFileSync(COMMITTED, 'utf8')) as { paths: object };
    const served = Object.entries(world.document.paths).map(([path, item]) => [
      path.replace('/desk', ''),
      item,
    ]);
    expect({ ...world.document, paths: Object.fromEntries(served) as object }).toEqual(committed);
  });
});
