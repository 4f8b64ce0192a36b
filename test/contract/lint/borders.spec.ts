import { importing, prove } from './lint-texts';

const ACTION = 'libs/domains/tickets/actions/create-ticket.ts';

/** A driver is refused in an action and welcome at home. */
function driver(name: string, home: string) {
  return {
    rule: 'desk/drivers',
    says: `${name} stays in ${home}`,
    bad: importing(ACTION, `import driver from '${name}';`),
    good: importing(`${home}/adapter.ts`, `import driver from '${name}';`),
  };
}

describe('drivers stay in their adapter folders', () => {
  prove([
    driver('better-sqlite3', 'libs/platform/database'),
    driver('mysql2/promise', 'libs/platform/database'),
    driver('bull', 'libs/platform/queue/bull'),
    driver('@nestjs/bull', 'libs/platform/queue/bull'),
    driver('ioredis', 'libs/platform/realtime/redis'),
    driver('@nestjs/schedule', 'libs/platform/schedule'),
    driver('nodemailer', 'libs/platform/mail/smtp'),
    driver('socket.io', 'libs/platform/realtime'),
    driver('@socket.io/redis-emitter', 'libs/platform/realtime'),
    driver('file-type', 'libs/platform/storage'),
    driver('@fastify/multipart', 'libs/platform/http'),
    driver('class-validator', 'libs/platform/http'),
    driver('pino', 'libs/platform/logging'),
    driver('nest-commander', 'apps/cli/src'),
    driver('@faker-js/faker', 'libs/backend/demo'),
    driver('@angular/core', 'libs/web/ui'),
    driver('node:process', 'libs/platform/config'),
    {
      rule: 'desk/drivers',
      says: '@node-rs/argon2 stays in the one file that hashes passwords',
      bad: importing('libs/domains/accounts/actions/sign-in.ts', `import { hash } from '@node-rs/argon2';`),
      good: importing(
        'libs/domains/accounts/actions/password-hasher.ts',
        `import { hash } from '@node-rs/argon2';`,
      ),
    },
    {
      rule: 'desk/drivers',
      says: 'a neighbour folder with a longer name is not the home',
      bad: importing('libs/platform/database-tools/x.ts', `import driver from 'mysql2';`),
      good: importing('libs/platform/database/search/x.ts', `import driver from 'mysql2';`),
    },
    {
      rule: 'desk/drivers',
      says: 'require and dynamic import are imports too',
      bad: importing(ACTION, `export const load = () => import('nodemailer');`, `require('bull');`),
      good: importing(ACTION, `export const load = () => import('./assign-ticket');`),
    },
  ]);
});

describe('TypeORM stays in stores', () => {
  const rule = 'desk/typeorm-at-home';
  const dataSource = `import { DataSource } from 'typeorm';`;
  const manager = `import type { EntityManager } from 'typeorm';`;
  const columns = `import { Column, Entity } from 'typeorm';`;
  prove([
    {
      rule,
      says: 'a model has decorators only',
      bad: importing('libs/domains/tickets/model/ticket.ts', `import { Entity, Repository } from 'typeorm';`),
      good: importing('libs/domains/tickets/model/ticket.ts', columns),
    },
    {
      rule,
      says: 'no data source in an action',
      bad: importing(ACTION, dataSource),
      good: importing('libs/domains/tickets/store/tickets.ts', dataSource),
    },
    {
      rule,
      says: 'the platform may query its own tables; a process may not, not even by a type',
      bad: importing('apps/worker/src/x.ts', manager),
      good: importing('libs/platform/queue/sql/x.ts', `import { In } from 'typeorm';`),
    },
    {
      rule,
      says: 'the platform holds its connections in one place',
      bad: importing('libs/platform/mail/x.ts', manager),
      good: importing('libs/platform/database/x.ts', manager),
    },
    {
      rule,
      says: 'nor are they taken with the whole package',
      bad: importing('libs/platform/queue/sql/x.ts', `import * as typeorm from 'typeorm';`),
      good: importing('libs/platform/database/x.ts', `import * as typeorm from 'typeorm';`),
    },
    {
      rule,
      says: 'the platform’s entities have decorators only',
      bad: importing('libs/platform/queue/job.entity.ts', dataSource),
      good: importing('libs/platform/queue/job.entity.ts', columns),
    },
    {
      rule,
      says: 'the schema opens no connection',
      bad: importing('libs/backend/schema.ts', dataSource),
      good: importing('libs/backend/schema.ts', `import { MigrationInterface } from 'typeorm';`),
    },
    {
      rule,
      says: 'taking the whole package is no way round',
      bad: importing('libs/domains/tickets/model/ticket.ts', `import * as typeorm from 'typeorm';`),
      good: importing('libs/domains/tickets/model/ticket.ts', columns),
    },
  ]);
});

describe('pure models and contracts', () => {
  const rule = 'desk/pure-model';
  const model = 'libs/domains/tickets/model/ticket.ts';
  prove([
    {
      rule,
      says: 'a model has no framework',
      bad: importing(model, `import { Injectable } from '@nestjs/common';`),
      good: importing(model, `import { Entity } from 'typeorm';`),
    },
    {
      rule,
      says: 'a model reads no files',
      bad: importing(model, `import { readFileSync } from 'node:fs';`),
      good: importing(model, `import { uuidv7 } from 'uuidv7';`),
    },
    {
      rule,
      says: 'only the computing part of a package',
      bad: importing(model, `import { connect } from 'node:net';`),
      good: importing(model, `import { isIP } from 'node:net';`),
    },
    {
      rule,
      says: 'a model sends no mail',
      bad: importing(model, `import { Mailer } from '@desk/platform/mail';`),
      good: importing(model, `import { DomainError } from '@desk/platform/errors';`),
    },
    {
      rule,
      says: 'contracts are plain TypeScript',
      bad: importing('libs/contracts/roles.ts', `import { z } from 'rxjs';`),
      good: importing('libs/contracts/roles.ts', `import { STATUSES } from './tickets';`),
    },
  ]);
});

describe('HTTP stays at the edge', () => {
  const rule = 'desk/http-at-the-edge';
  const exception = `import { NotFoundException } from '@nestjs/common';`;
  const injectable = `import { Injectable } from '@nestjs/common';`;
  prove([
    {
      rule,
      says: 'an action throws domain errors',
      bad: importing(ACTION, exception),
      good: importing('libs/domains/tickets/http/tickets.controller.ts', exception),
    },
    {
      rule,
      says: 'so does the platform',
      bad: importing('libs/platform/storage/x.ts', exception),
      good: importing('libs/platform/http/x.ts', exception),
    },
    {
      rule,
      says: 'statuses are HTTP as well',
      bad: importing(ACTION, `import { HttpStatus } from '@nestjs/common';`),
      good: importing(ACTION, injectable),
    },
  ]);
});

describe('routes that write', () => {
  const controller = 'libs/domains/tickets/http/tickets.controller.ts';
  prove([
    {
      rule: 'no-restricted-imports',
      says: 'are declared with the decorators that take files and repeated requests',
      bad: importing(controller, `import { Get, Post } from '@nestjs/common';`),
      good: importing(
        controller,
        `import { Get } from '@nestjs/common';`,
        `import { Post } from '@desk/platform/http';`,
      ),
    },
  ]);
});

describe('the environment is read in one place', () => {
  const rule = 'no-restricted-properties';
  prove([
    {
      rule,
      says: 'process.env',
      bad: { path: ACTION, text: 'export const port = process.env.PORT;\n' },
      good: { path: 'libs/platform/config/x.ts', text: 'export const port = process.env.PORT;\n' },
    },
    {
      rule,
      says: 'const { env } = process',
      bad: { path: 'apps/api/src/x.ts', text: 'const { env } = process;\nexport default env;\n' },
      good: { path: 'apps/api/src/x.ts', text: 'export default process.argv;\n' },
    },
  ]);
});
