import { AnyOf, Bool, BoolParam, Instant, IntParam, Part, Parts, Text } from './fields';
import { PageQuery } from './page';
import { createValidationPipe } from './validation.pipe';

class InnerBody {
  @Text({ max: 10, optional: true })
  note?: string;

  @Bool({ optional: true })
  loud?: boolean;
}

class ChangeBody {
  @Text({ max: 10, optional: true })
  title?: string;

  @Text({ max: 10, optional: true, nullable: true })
  summary?: string | null;

  @Bool({ optional: true })
  open?: boolean;

  @Instant({ optional: true, nullable: true })
  due?: string | null;

  @Part(() => InnerBody, { optional: true })
  part?: InnerBody;

  @Parts(() => InnerBody, { optional: true })
  parts?: InnerBody[];
}

class ListQuery extends PageQuery {
  @AnyOf(['open', 'closed'])
  status?: string[];

  @BoolParam()
  mine?: boolean;

  @IntParam()
  agent?: number;
}

const pipe = createValidationPipe();
const change = async (value: unknown): Promise<ChangeBody> =>
  (await pipe.transform(value, { type: 'body', metatype: ChangeBody })) as ChangeBody;
const list = async (value: unknown): Promise<ListQuery> =>
  (await pipe.transform(value, { type: 'query', metatype: ListQuery })) as ListQuery;

async function refusalOf(value: unknown): Promise<unknown> {
  const error: unknown = await change(value).catch((thrown: unknown) => thrown);
  return (error as { details?: { errors?: unknown } }).details?.errors;
}

describe('a change', () => {
  it('has the fields that were sent and no others', async () => {
    expect(Object.keys(await change({}))).toEqual([]);
    expect(Object.entries(await change({ title: ' New ' }))).toEqual([['title', 'New']]);
    const column = { title: 'kept', summary: 'kept', open: true };
    expect(Object.assign(column, await change({ open: false }))).toEqual({
      title: 'kept',
      summary: 'kept',
      open: false,
    });
  });

  it('blanks what was sent as null', async () => {
    expect(Object.entries(await change({ summary: null }))).toEqual([['summary', null]]);
  });

  it('is the same inside its parts', async () => {
    const { part, parts } = await change({ part: { loud: true }, parts: [{}, { note: 'x' }] });
    expect(Object.entries(part!)).toEqual([['loud', true]]);
    expect(parts!.map((each) => Object.entries(each))).toEqual([[], [['note', 'x']]]);
  });
});

it('leaves out of a query what was not asked', async () => {
  expect(Object.keys(await list({}))).toEqual([]);
  expect(Object.entries(await list({ status: 'open,closed', mine: '1', agent: '7' }))).toEqual([
    ['status', ['open', 'closed']],
    ['mine', true],
    ['agent', 7],
  ]);
});

describe('a refusal', () => {
  it.each([
    [{ colour: 'red' }, 'colour', 'unknown_field'],
    [{ title: '' }, 'title', 'too_short'],
    [{ title: 'x'.repeat(11) }, 'title', 'too_long'],
    [{ title: 7 }, 'title', 'wrong_type'],
    [{ title: null }, 'title', 'wrong_type'],
    [{ open: 'true' }, 'open', 'wrong_type'],
    [{ part: { colour: 'red' } }, 'part.colour', 'unknown_field'],
    [{ parts: [{}, { note: 7 }] }, 'parts.1.note', 'wrong_type'],
    [{ part: { constructor: {} } }, 'part.constructor', 'unknown_field'],
    [JSON.parse('{"__proto__": {}}'), '__proto__', 'unknown_field'],
  ])('of %j names the field', async (body, field, code) => {
    expect(await refusalOf(body)).toEqual([expect.objectContaining({ field, code })]);
  });
});

describe('an instant', () => {
  it.each([
    '2026-02-28',
    '2026-02-28T10:00Z',
    '2026-02-28T10:00:00.123Z',
    '2026-02-28T10:00:00+05:30',
    '2026-02-28T10:00',
  ])('may be %s', async (due) => {
    expect((await change({ due })).due).toBe(due);
  });

  it.each([
    '2026-W09',
    '2026-059',
    '20260228',
    '2026-02-28T10',
    '2026-02-30',
    '2026-02-28 10:00',
    '9999-12-31T23:59:59-14:00',
    '0000-01-01',
    'tomorrow',
    7,
  ])('is not %s', async (due) => {
    expect(await refusalOf({ due })).toEqual([
      expect.objectContaining({ field: 'due', code: 'not_an_instant' }),
    ]);
  });
});
