import { type AskLatest, type Step, allRows, before, joined, latest } from './tail';

interface Row {
  id: number;
}

/** Answers as the server does: cursors are the last id given out. */
function listOf(count: number): { ask: AskLatest<Row>; grow: (by: number) => void; steps: Step[] } {
  let last = count;
  const steps: Step[] = [];
  const ask: AskLatest<Row> = (step) => {
    steps.push(step);
    const from = step.cursor === '' ? last : Number(step.cursor) - 1;
    const to = Math.max(from - step.page_size, 0);
    const results = Array.from({ length: from - to }, (_, index) => ({ id: from - index }));
    return Promise.resolve({
      count: last,
      next: to === 0 ? null : `/api/list/?page_size=50&cursor=${to + 1}`,
      results,
    });
  };
  return { ask, grow: (by) => (last += by), steps };
}

const span = (rows: readonly Row[]) => [rows[0]?.id, rows.at(-1)?.id, rows.length];

describe('the latest stretch of a list', () => {
  it('is one page, oldest first, and grows backwards to its beginning', async () => {
    const { ask, steps } = listOf(120);
    let tail = await latest(ask);
    expect(span(tail.rows)).toEqual([71, 120, 50]);
    expect(tail.count).toBe(120);
    tail = joined(await before(tail, ask), tail);
    expect(span(tail.rows)).toEqual([21, 120, 100]);
    tail = joined(await before(tail, ask), tail);
    expect([...span(tail.rows), tail.earlier]).toEqual([1, 120, 120, null]);
    expect(span(joined(await before(tail, ask), tail).rows)).toEqual([1, 120, 120]);
    expect(steps).toHaveLength(3);
  });

  it('keeps what was looked at when something new comes', async () => {
    const { ask, grow } = listOf(120);
    const tail = await latest(ask);
    const further = joined(await before(tail, ask), tail);
    grow(10);
    const now = await latest(ask, further);
    expect([...span(now.rows), now.count]).toEqual([21, 130, 110, 130]);
    expect(now.earlier).toBe(further.earlier);
  });

  it('begins anew rather than leave a gap', async () => {
    const { ask, grow } = listOf(60);
    const tail = await latest(ask);
    grow(200);
    expect(span((await latest(ask, tail)).rows)).toEqual([211, 260, 50]);
  });

  it('may be empty', async () => {
    const { ask, grow } = listOf(0);
    const tail = await latest(ask);
    expect(tail).toEqual({ rows: [], earlier: null, count: 0 });
    grow(2);
    expect(span((await latest(ask, tail)).rows)).toEqual([1, 2, 2]);
  });
});

it('a short list is read to its end', async () => {
  const { ask, steps } = listOf(230);
  expect(span(await allRows(ask))).toEqual([230, 1, 230]);
  expect(steps).toHaveLength(3);
});
