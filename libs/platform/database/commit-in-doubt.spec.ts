import { type DataSource } from 'typeorm';

import { type Connections } from './connections';
import { CommitInDoubt } from './failures';
import { UnitOfWork } from './unit-of-work';

const lost = Object.assign(new Error('Connection lost'), { code: 'PROTOCOL_CONNECTION_LOST', fatal: true });

/** A server's database whose connection goes at `moment`, each time. */
function losing(moment: 'startTransaction' | 'commitTransaction'): UnitOfWork {
  const runner = {
    isTransactionActive: false,
    startTransaction: () => Promise.resolve(),
    commitTransaction: () => Promise.resolve(),
    release: () => Promise.resolve(),
    [moment]: () => Promise.reject(lost),
  };
  const writer = { createQueryRunner: () => runner } as unknown as DataSource;
  return new UnitOfWork({ direct: null, writer } as Partial<Connections> as Connections);
}

it('what may have been committed is not done again', async () => {
  const work = jest.fn(() => Promise.resolve());
  await expect(losing('commitTransaction').run(work)).rejects.toThrow(CommitInDoubt);
  expect(work).toHaveBeenCalledTimes(1);
});

it('a connection that was gone before is no doubt', async () => {
  const begun = jest.fn();
  const unitOfWork = losing('startTransaction');
  await expect(unitOfWork.run(begun)).rejects.toBe(lost);
  expect(begun).not.toHaveBeenCalled();
});
