const WEBSOCKETS = ['libs/platform/realtime', 'libs/domains/*/http', 'libs/domains/*/work', 'apps/api'];
const HTTP = [
  'libs/platform/http',
  'libs/platform/security',
  'libs/platform/storage',
  'libs/domains/*/http',
  'libs/backend',
  'apps/api',
];
const SPAS = ['apps/console', 'apps/portal', 'libs/web'];

/** Which folder may know which outside thing. A package that is only computation needs no row. */
export const driverHomes = {
  'better-sqlite3': ['libs/platform/database'],
  mysql2: ['libs/platform/database'],

  bull: ['libs/platform/queue/bull'],
  '@nestjs/bull': ['libs/platform/queue/bull'],
  ioredis: ['libs/platform/*/redis', 'libs/platform/redis', 'libs/platform/queue/bull'],
  'openid-client': ['libs/platform/openid'],
  '@nestjs/schedule': ['libs/platform/schedule', 'libs/platform/boot'],

  'socket.io': ['libs/platform/realtime'],
  '@nestjs/platform-socket.io': ['libs/platform/realtime'],
  '@socket.io/': ['libs/platform/realtime'],
  '@nestjs/websockets': WEBSOCKETS,
  'socket.io-client': ['libs/web/core'],

  nodemailer: ['libs/platform/mail/smtp'],
  'file-type': ['libs/platform/storage'],
  '@aws-sdk/': ['libs/platform/storage/s3'],

  sharp: ['libs/domains/accounts/actions/square-picture.ts'],
  'csv-stringify': ['libs/platform/http'],
  '@node-rs/argon2': ['libs/domains/accounts/actions/password-hasher.ts'],
  '@nestjs/jwt': ['libs/domains/accounts'],
  '@nestjs/passport': ['libs/platform/security', 'libs/platform/http'],
  passport: ['libs/platform/security'],
  'passport-custom': ['libs/platform/security'],

  fastify: HTTP,
  '@fastify/': HTTP,
  '@nestjs/platform-fastify': HTTP,
  '@nestjs/swagger': HTTP,
  'class-validator': ['libs/platform/http'],
  'class-transformer': ['libs/platform/http'],
  'rate-limiter-flexible': ['libs/platform/http'],

  pino: ['libs/platform/logging'],
  'nestjs-cls': ['libs/platform/logging', 'libs/platform/http'],
  'prom-client': ['libs/platform/metrics'],
  'nest-commander': ['apps/cli'],
  '@faker-js/faker': ['libs/backend/demo'],
  'tar-stream': ['libs/backend/transfer/archive'],

  'node:process': ['libs/platform/config'],
  process: ['libs/platform/config'],

  '@angular/': SPAS,
  '@jsverse/': SPAS,
  echarts: SPAS,
  '@tiptap/': SPAS,
};
