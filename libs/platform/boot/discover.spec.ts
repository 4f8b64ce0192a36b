import { Controller, Get, Injectable, Module } from '@nestjs/common';

import { defineEvent, type DeskEvent, On, Within } from '@desk/platform/events';
import { defineJob, Job } from '@desk/platform/queue';
import { Public } from '@desk/platform/security';

import { TestPlatform, type TestPlatformParts } from '../../../test/support/test-platform';

const CLEAN = defineJob<object>('test.clean');
const SAID = defineEvent<object>('test.said');

@Injectable()
class Cleaner {
  @Job(CLEAN)
  async clean(_: object): Promise<void> {
    await Promise.resolve();
  }
}

@Injectable()
class SecondCleaner {
  @Job(CLEAN)
  async clean(_: object): Promise<void> {
    await Promise.resolve();
  }
}

@Injectable()
class Hearer {
  @On(SAID, { name: 'test.hear' })
  async hear(_: DeskEvent<object>): Promise<void> {
    await Promise.resolve();
  }
}

@Injectable()
class SecondHearer {
  @On(SAID, { name: 'test.hear' })
  async hear(_: DeskEvent<object>): Promise<void> {
    await Promise.resolve();
  }
}

@Injectable()
class TakesPart {
  @Within(SAID, { order: 1 })
  async takePart(_: DeskEvent<object>): Promise<void> {
    await Promise.resolve();
  }
}

@Injectable()
class TakesTheSamePart {
  @Within(SAID, { order: 1 })
  async takePart(_: DeskEvent<object>): Promise<void> {
    await Promise.resolve();
  }
}

@Module({ providers: [TakesPart] })
class TestWorkModule {}

@Controller('open')
class OpenController {
  @Get()
  @Public()
  open(): string {
    return 'open';
  }
}

@Controller('undecided')
class UndecidedController {
  @Get()
  undecided(): string {
    return 'nobody said who may';
  }
}

describe('the boot', () => {
  let platform: TestPlatform;

  afterEach(() => platform.stop());

  async function boot(parts: TestPlatformParts): Promise<void> {
    platform = await TestPlatform.start(parts);
    await platform.boot();
  }

  it('takes what is wired well', async () => {
    const providers = [Cleaner, Hearer, TakesPart];
    await boot({ roles: ['http', 'work'], providers, controllers: [OpenController] });
    await platform.quiet();
  });

  it('refuses a job without a body where jobs are done', async () => {
    await expect(boot({ roles: ['work'] })).rejects.toThrow('The job test.clean has no body');
  });

  it('asks for no bodies where no jobs are done', async () => {
    await expect(boot({ roles: ['http'] })).resolves.toBeUndefined();
  });

  it('refuses a job with two bodies', async () => {
    const providers = [Cleaner, SecondCleaner];
    await expect(boot({ providers })).rejects.toThrow('The job test.clean has two bodies');
  });

  it('refuses two kinds of job with one name', async () => {
    await boot({});
    expect(() => defineJob('test.clean')).toThrow('Two jobs are named test.clean');
  });

  it('refuses two subscribers with one name', async () => {
    const providers = [Hearer, SecondHearer];
    await expect(boot({ providers })).rejects.toThrow('Two @On subscribers are named test.hear');
  });

  it('refuses two listeners within that claim one place', async () => {
    const providers = [TakesPart, TakesTheSamePart];
    await expect(boot({ providers })).rejects.toThrow('Two @Within listeners of test.said claim order 1');
  });

  it('refuses a listener within in a work module', async () => {
    const refused = boot({ imports: [TestWorkModule] });
    await expect(refused).rejects.toThrow('TakesPart has a @Within in a work module');
  });

  it('refuses a route that does not say who may use it', async () => {
    const refused = boot({ controllers: [OpenController, UndecidedController] });
    await expect(refused).rejects.toThrow('UndecidedController.undecided is a route without @Can or @Public');
  });
});
