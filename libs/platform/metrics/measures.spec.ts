import { Measures } from './measures';

describe('Measures', () => {
  it('asks once for all who ask at the same time, and anew for the next', async () => {
    const measures = new Measures();
    const ask = jest.fn(() => Promise.resolve(7));
    measures.add({ name: 'desk_test_things', help: 'Things' }, ask);
    const texts = await Promise.all([measures.text(), measures.text(), measures.text()]);
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('desk_test_things 7');
    expect(ask).toHaveBeenCalledTimes(1);
    await measures.text();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('tells the others when one cannot be measured', async () => {
    const measures = new Measures();
    measures.add({ name: 'desk_test_lost', help: 'Lost' }, () => Promise.reject(new Error('away')));
    measures.add({ name: 'desk_test_known', help: 'Known' }, () => Promise.resolve(1));
    const text = await measures.text();
    expect(text).toContain('desk_test_lost Nan');
    expect(text).toContain('desk_test_known 1');
  });
});
