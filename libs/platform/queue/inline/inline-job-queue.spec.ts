import { SteppedClock } from '../../../../test/support/test-accounts';
import { queueContract } from '../queue.contract';

import { InlineJobQueue } from './inline-job-queue';

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

queueContract(async () => {
  const clock = new SteppedClock();
  const queue = new InlineJobQueue(clock);
  return {
    queue,
    add: (...jobs) => queue.add(jobs),
    rest: turn,
    pass: async (ms) => {
      clock.passSeconds(ms / 1000);
      queue.look();
    },
    stop: () => queue.stop(),
  };
});
