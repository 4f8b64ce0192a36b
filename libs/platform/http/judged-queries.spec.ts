import { JudgedQueries } from './judged-queries';

class ListQuery {
  page?: number;
  status?: string[];
}

class OtherQuery {
  page?: number;
}

const of = (metatype: typeof ListQuery) => ({ type: 'query' as const, metatype });

describe('JudgedQueries', () => {
  it('judges the same words once, and other words or another kind of query anew', async () => {
    const queries = new JudgedQueries();
    const judge = jest.fn((page: number) => Promise.resolve(Object.assign(new ListQuery(), { page })));
    const first = await queries.judged({ page: '1' }, of(ListQuery), () => judge(1));
    expect(await queries.judged({ page: '1' }, of(ListQuery), () => judge(1))).toBe(first);
    expect(await queries.judged({ page: '2' }, of(ListQuery), () => judge(2))).toMatchObject({ page: 2 });
    await queries.judged({ page: '1' }, of(OtherQuery), () => judge(3));
    expect(judge.mock.calls).toEqual([[1], [2], [3]]);
  });

  it('judges what was refused again', async () => {
    const queries = new JudgedQueries();
    const refuse = jest.fn(() => Promise.reject(new Error('no such page')));
    const ask = () => queries.judged({ page: 'x' }, of(ListQuery), refuse);
    await expect(ask()).rejects.toThrow('no such page');
    await expect(ask()).rejects.toThrow('no such page');
    expect(refuse).toHaveBeenCalledTimes(2);
  });

  it('gives out what nobody can change for the next one', async () => {
    const queries = new JudgedQueries();
    const query = { status: ['open'] };
    const shared = await queries.judged({ status: 'open' }, of(ListQuery), () => Promise.resolve(query));
    expect(() => Object.assign(shared, { page: 2 })).toThrow(TypeError);
    expect(() => query.status.push('closed')).toThrow(TypeError);
  });
});
