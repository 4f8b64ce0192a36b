import { ClsServiceManager } from 'nestjs-cls';
import { pino } from 'pino';

import { NestLogger } from './logger';
import { RequestContext } from './request-context';

interface Line {
  msg: string;
  context?: string;
  request_id?: string;
  stack?: string;
}

function listen(): { logger: NestLogger; lines: Line[] } {
  const lines: Line[] = [];
  const logger = new NestLogger(
    pino({ level: 'trace' }, { write: (line) => lines.push(JSON.parse(line) as Line) }),
  );
  return { logger, lines };
}

it('gives each line the id of the request or job it was said in', async () => {
  const { logger, lines } = listen();
  const context = new RequestContext(ClsServiceManager.getClsService());
  logger.log('before', 'Boot');
  await context.run(async () => {
    await Promise.resolve();
    logger.warn('during', 'Job');
  }, 'id-1');
  expect(lines).toEqual([
    expect.objectContaining({ msg: 'before', context: 'Boot' }),
    expect.objectContaining({ msg: 'during', context: 'Job', request_id: 'id-1' }),
  ]);
  expect(lines[0]).not.toHaveProperty('request_id');
});

it('tells a stack from a context', () => {
  const { logger, lines } = listen();
  logger.error('broken', 'at work', 'Job');
  logger.error('broken', 'Job');
  expect(lines[0]).toMatchObject({ context: 'Job', stack: 'at work' });
  expect(lines[1]).toMatchObject({ context: 'Job' });
  expect(lines[1]).not.toHaveProperty('stack');
});
