import { importing, prove } from './lint-texts';

const LADDER = ['reports', 'automation', 'notifications', 'sla', 'livechat', 'tickets', 'kb', 'accounts'];

/** Every pair of neighbours on the ladder, both ways. */
const ladderProofs = LADDER.slice(1).map((lower, index) => {
  const upper = LADDER[index] ?? '';
  return {
    rule: 'desk/downhill',
    says: `${lower} does not know ${upper}`,
    bad: importing(`libs/domains/${lower}/actions/x.ts`, `import { X } from '@desk/domains/${upper}';`),
    good: importing(`libs/domains/${upper}/actions/x.ts`, `import { X } from '@desk/domains/${lower}';`),
  };
});

/** In a domain: a file of `from` may import `good`, and may not import `bad`. */
function layer(from: string, bad: string, good: string) {
  return {
    rule: 'desk/layers',
    says: `${from} does not import ${bad}`,
    bad: importing(`libs/domains/tickets/${from}`, `import { X } from '${bad}';`),
    good: importing(`libs/domains/tickets/${from}`, `import { X } from '${good}';`),
  };
}

function pair(rule: string, says: string, path: string, bad: string, good: string) {
  return { rule, says, bad: importing(path, bad), good: importing(path, good) };
}

describe('the ladder of domains', () => {
  prove([
    ...ladderProofs,
    {
      rule: 'desk/downhill',
      says: 'the whole length of it',
      bad: importing('libs/domains/accounts/work/x.ts', `export * from '@desk/domains/reports';`),
      good: importing('libs/domains/reports/work/x.ts', `export * from '@desk/domains/accounts';`),
    },
    pair(
      'desk/downhill',
      'a domain without a place on it is refused',
      'libs/domains/tickets/actions/x.ts',
      `import { X } from '@desk/domains/billing';`,
      `import { X } from '@desk/domains/kb';`,
    ),
    pair(
      'desk/downhill',
      'an import type goes uphill no better',
      'libs/domains/tickets/model/x.ts',
      `export type X = import('@desk/domains/sla').Policy;`,
      `export type X = import('@desk/domains/kb').Article;`,
    ),
    pair(
      'desk/downhill',
      'nor does a dynamic import',
      'libs/domains/tickets/actions/x.ts',
      `export const load = () => import('@desk/domains/sla');`,
      `export const load = () => import('@desk/domains/accounts');`,
    ),
  ]);
});

describe('the layers of a domain', () => {
  prove([
    layer('model/ticket.ts', '../store/tickets', './comment'),
    layer('store/tickets.ts', '../actions/create-ticket', '../model/ticket'),
    layer('actions/create-ticket.ts', '../http/ticket.dto', '../store/tickets'),
    layer('actions/create-ticket.ts', '../work/tickets.schedule', '../model/ticket'),
    layer('actions/create-ticket.ts', './within/stamp', './assign-ticket'),
    layer('actions/within/stamp.ts', '../../http/ticket.dto', '../create-ticket'),
    layer('http/tickets.controller.ts', '../work/tickets.schedule', '../actions/create-ticket'),
    layer('work/tickets.schedule.ts', '../http/ticket.dto', '../actions/create-ticket'),
    layer('actions/create-ticket.ts', '../tickets.module', '../store/tickets'),
    layer('tickets.module.ts', './http/tickets.controller', './actions/within/stamp'),
    layer('index.ts', './http/tickets-http.module', './tickets.module'),
    layer('actions/create-ticket.ts', '../index', './assign-ticket'),
    {
      rule: 'desk/layers',
      says: 'no file stands beside the layers',
      bad: importing('libs/domains/tickets/helpers.ts', `import { X } from './model/ticket';`),
      good: importing('libs/domains/tickets/index.ts', `export { X } from './model/events';`),
    },
  ]);
});

describe('front doors', () => {
  const rule = 'desk/front-door';
  const action = 'libs/domains/tickets/actions/create-ticket.ts';
  prove([
    pair(
      rule,
      'a store of another domain stays inside',
      action,
      `import { Users } from '@desk/domains/accounts/store/users';`,
      `import { FindPeople } from '@desk/domains/accounts';`,
    ),
    pair(
      rule,
      'no relative path into another domain',
      action,
      `import { X } from '../../accounts';`,
      `import { X } from '../store/tickets';`,
    ),
    pair(
      rule,
      'no alias for one’s own domain',
      action,
      `import { X } from '@desk/domains/tickets';`,
      `import { X } from '../model/ticket';`,
    ),
    pair(
      rule,
      'only an adapter that is loaded late is named by alias in its own folder',
      'libs/platform/queue/queue.module.ts',
      `import { X } from '@desk/platform/queue/bull';`,
      `export const load = () => import('@desk/platform/queue/bull');`,
    ),
    pair(
      rule,
      'platform folders have one entry',
      action,
      `import { X } from '@desk/platform/queue/sql/sql-job-queue';`,
      `import { X } from '@desk/platform/queue';`,
    ),
    pair(
      rule,
      'platform folders use each other by alias',
      'libs/platform/events/outbox.ts',
      `import { X } from '../queue/job-queue';`,
      `import { X } from '@desk/platform/queue';`,
    ),
    {
      rule,
      says: 'only libs/backend enters an http module',
      bad: importing('apps/cli/src/main.ts', `import { X } from '@desk/domains/kb/http/kb-http.module';`),
      good: importing(
        'libs/backend/backend.module.ts',
        `import { X } from '@desk/domains/kb/http/kb-http.module';`,
      ),
    },
    pair(
      rule,
      'and nothing else of http/ or work/',
      'libs/backend/backend.module.ts',
      `import { X } from '@desk/domains/kb/work/sweep';`,
      `import { X } from '@desk/domains/kb/work/kb-work.module';`,
    ),
    {
      rule,
      says: 'only the bulk loader of the demo uses stores',
      bad: importing('libs/backend/demo/people.ts', `import { X } from '@desk/domains/kb/store/articles';`),
      good: importing(
        'libs/backend/demo/bulk/load.ts',
        `import { X } from '@desk/domains/kb/store/articles';`,
      ),
    },
    pair(
      rule,
      'web folders have one entry',
      'apps/console/src/app/tickets/ticket-list.ts',
      `import { X } from '@desk/web/core/session/session';`,
      `import { X } from '@desk/web/core';`,
    ),
  ]);
});

describe('who may import whom', () => {
  const rule = 'desk/neighbours';
  const platform = `import { X } from '@desk/platform/clock';`;
  const contracts = `import { X } from '@desk/contracts';`;
  const domain = `import { X } from '@desk/domains/kb';`;
  const web = `import { X } from '@desk/web/core';`;
  const backend = `import { X } from '@desk/backend/backend.module';`;
  const feature = 'apps/console/src/app/tickets/ticket-list.ts';
  prove([
    pair(rule, 'a server application knows no domain', 'apps/api/src/main.ts', domain, backend),
    pair(rule, 'nor the browser', 'apps/worker/src/main.ts', web, platform),
    pair(rule, 'the command line knows no browser', 'apps/cli/src/user.ts', web, domain),
    pair(rule, 'the demo knows no application', 'libs/backend/demo/x.ts', web, domain),
    pair(rule, 'the back end knows no browser', 'libs/backend/backend.module.ts', web, domain),
    pair(rule, 'a domain does not know the back end', 'libs/domains/kb/actions/x.ts', backend, platform),
    pair(rule, 'the platform knows no domain', 'libs/platform/events/x.ts', domain, platform),
    pair(rule, 'contracts know no one', 'libs/contracts/x.ts', platform, `import { X } from './roles';`),
    pair(rule, 'an SPA knows no platform', feature, platform, web),
    pair(rule, 'libs/web knows no domain', 'libs/web/core/x.ts', domain, contracts),
    pair(rule, 'the generated client knows no one', 'libs/web/ui/x.ts', platform, contracts),
    pair(
      rule,
      'a feature does not import another feature',
      feature,
      `import { X } from '../kb/article-page';`,
      `import { X } from './ticket-row';`,
    ),
    pair(
      rule,
      'an application does not import another',
      'apps/portal/src/app/tickets/x.ts',
      `import { X } from '../../../../console/src/app/app';`,
      `import { X } from '../shell/page';`,
    ),
    {
      rule,
      says: 'only specs use the web’s test helpers',
      bad: importing('libs/web/ui/time/time-ago.ts', `import { X } from '../../testing/strings';`),
      good: importing('libs/web/ui/time/time-ago.spec.ts', `import { X } from '../../testing/strings';`),
    },
    pair(
      rule,
      'code does not import tests',
      'libs/domains/kb/actions/x.ts',
      `import { X } from '../../../../test/support/app';`,
      contracts,
    ),
  ]);
});
