import { Controller, Get, HttpStatus, Optional, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { Processes } from '@desk/platform/boot';
import { assertMigrated, Connections, SchemaMismatch } from '@desk/platform/database';
import { Measures } from '@desk/platform/metrics';
import { RedisLink } from '@desk/platform/redis';
import { Public } from '@desk/platform/security';

/** For supervisors, not for people: outside `/api`, without limits. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly connections: Connections,
    private readonly processes: Processes,
    private readonly measures: Measures,
    @Optional() private readonly redis?: RedisLink,
  ) {}

  @Get('health/live')
  @Public()
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string; reason?: string }> {
    if (this.processes.isDraining) return notReady(reply, 'draining');
    try {
      await assertMigrated(this.connections);
      // Everything works without Redis, only later: no reason to keep anybody away.
      if (this.redis?.isUp === false) return { status: 'degraded', reason: 'redis' };
      return { status: 'ok' };
    } catch (error) {
      return notReady(reply, error instanceof SchemaMismatch ? 'schema' : 'database');
    }
  }

  @Get('metrics')
  @Public()
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('Content-Type', this.measures.contentType);
    return this.measures.text();
  }
}

function notReady(reply: FastifyReply, reason: string): { status: string; reason: string } {
  void reply.status(HttpStatus.SERVICE_UNAVAILABLE).header('Retry-After', '5');
  return { status: 'unavailable', reason };
}
