import { type PageQuery, type Slice, toPage } from './page';

const PATH = '/desk/api/tickets?status=open&page=2';

function slice(rows: number[], more: Partial<Slice<number>> = {}): Slice<number> {
  return { rows, count: 60, countCapped: false, nextCursor: null, ...more };
}

const page = (query: PageQuery, more: Partial<Slice<number>> = {}, rows = [1, 2]) =>
  toPage(slice(rows, more), query, PATH, (row) => `#${row}`);

describe('a page by its number', () => {
  it('names its neighbours and keeps the filters', () => {
    expect(page({ page: 2 })).toEqual({
      count: 60,
      next: '/desk/api/tickets?status=open&page=3',
      previous: '/desk/api/tickets?status=open&page=1',
      results: ['#1', '#2'],
    });
  });

  it('has nothing before the first page', () => {
    expect(page({})).toMatchObject({ previous: null, next: '/desk/api/tickets?status=open&page=2' });
  });

  it('has nothing after the last row, also when the page is exactly full', () => {
    expect(page({ page: 3 }).next).toBeNull();
    expect(page({ page: 3, page_size: 20 }).next).toBeNull();
    expect(page({ page: 2, page_size: 20 }).next).toBe('/desk/api/tickets?status=open&page=3');
  });

  it('goes on past a capped count while pages are full', () => {
    const capped = { count: 4, countCapped: true };
    expect(page({ page: 2, page_size: 2 }, capped)).toMatchObject({
      count_capped: true,
      next: '/desk/api/tickets?status=open&page=3',
    });
    expect(page({ page: 2, page_size: 2 }, capped, [1]).next).toBeNull();
  });
});

describe('a page by cursor', () => {
  it('goes on from the cursor of its last row and never back', () => {
    expect(page({ cursor: '' }, { nextCursor: 'a+b' })).toMatchObject({
      next: '/desk/api/tickets?status=open&page=2&cursor=a%2Bb',
      previous: null,
    });
  });

  it('ends where there is no further cursor, whatever the count says', () => {
    expect(page({ cursor: 'x' }).next).toBeNull();
  });
});
