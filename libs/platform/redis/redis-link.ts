import { Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import type { Redis, RedisOptions } from 'ioredis';

/** What a connection is for, since Redis lets a subscriber or a blocked reader do nothing else. */
export type RedisUse = 'commands' | 'publisher' | 'subscriber' | 'blocking';

const RECONNECT_MAX_MS = 1000;
/** Commands sent while the connection is down wait for it no longer than this many attempts to get it back. */
const PATIENCE = 2;

/**
 * Connections of this process to Redis, which carries messages and holds nothing that cannot be lost: jobs, events and
 * people's data are rows of the database. A lost Redis makes the desk slower, never wrong.
 */
@Injectable()
export class RedisLink implements OnApplicationShutdown {
  private readonly logger = new Logger(RedisLink.name);
  private readonly connections = new Map<RedisUse, Redis>();
  private readonly others: Redis[] = [];
  private complained = false;

  /** @param prefix begins every key and channel, so that several workspaces can share a server. */
  constructor(
    private readonly open: (options: RedisOptions) => Redis,
    readonly prefix: string,
  ) {}

  static async to(url: string, prefix: string): Promise<RedisLink> {
    const Redis = await driver();
    const link = new RedisLink((options) => new Redis(url, options), prefix);
    // So that it is up when the desk is; one that is away is no reason not to start.
    await link
      .for('commands')
      .ping()
      .catch(() => undefined);
    return link;
  }

  /** The one connection of this process for a use. */
  for(use: RedisUse): Redis {
    const open = this.connections.get(use) ?? this.connect(use);
    this.connections.set(use, open);
    return open;
  }

  /** One more, for whoever must have it alone. Closed with the others. */
  another(use: RedisUse): Redis {
    const connection = this.connect(use);
    this.others.push(connection);
    return connection;
  }

  key(name: string): string {
    return `${this.prefix}:${name}`;
  }

  get isUp(): boolean {
    return this.for('commands').status === 'ready';
  }

  onApplicationShutdown(): void {
    for (const connection of [...this.connections.values(), ...this.others]) connection.disconnect();
  }

  private connect(use: RedisUse): Redis {
    const connection = this.open(optionsFor(use));
    connection.on('error', (error: Error) => this.complain(error));
    if (use === 'publisher') forgive(connection);
    connection.on('ready', () => (this.complained = false));
    return connection;
  }

  /** Once an outage, not once an attempt. */
  private complain(error: Error): void {
    if (this.complained) return;
    this.complained = true;
    this.logger.warn(`Redis is not reachable (${error.message || error.name}); trying again until it is`);
  }
}

/** Loaded where it is used: most desks have no Redis, and start the sooner. */
async function driver(): Promise<typeof Redis> {
  return (await import('ioredis')).Redis;
}

/** Socket.IO's adapter and emitter await nothing: a push that cannot be sent is dropped here instead of ending the process. */
function forgive(connection: Redis): void {
  const publish = connection.publish.bind(connection);
  connection.publish = (channel: string | Buffer, message: string | Buffer) =>
    publish(channel, message).catch(() => 0);
}

/** @throws whatever keeps the server of `url` from answering. */
export async function pingRedis(url: string): Promise<void> {
  const Redis = await driver();
  const connection = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 5000 });
  let reason: Error | null = null;
  connection.on('error', (error: Error) => (reason ??= error));
  try {
    await connection.connect();
    await connection.ping();
  } catch (error) {
    // What is thrown says no more than that the connection is closed.
    throw reason ?? error;
  } finally {
    connection.disconnect();
  }
}

function optionsFor(use: RedisUse): RedisOptions {
  const retryStrategy = (attempt: number) => Math.min(50 * 2 ** Math.min(attempt, 8), RECONNECT_MAX_MS);
  // Bull waits in these for ever by design and refuses other settings.
  const waiting = use === 'blocking' || use === 'subscriber';
  return {
    retryStrategy,
    connectTimeout: 5000,
    enableReadyCheck: !waiting,
    maxRetriesPerRequest: waiting ? null : PATIENCE,
    // A message nobody can be told now is old when they can: publishers drop, and clients reload by version.
    enableOfflineQueue: use !== 'publisher',
  };
}
