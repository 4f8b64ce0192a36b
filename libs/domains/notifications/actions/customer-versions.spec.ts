import { CustomerVersions } from './customer-versions';

describe('which version customers were told', () => {
  let versions: CustomerVersions;

  beforeEach(() => {
    versions = new CustomerVersions();
  });

  it('moves with what they may see, once', () => {
    versions.seen(1, 5);
    expect(versions.moved(1, 5)).toBe(false);
    expect(versions.moved(1, 6)).toBe(true);
    expect(versions.moved(1, 6)).toBe(false);
  });

  it('is nothing where nobody watches', () => {
    expect(versions.moved(1, 6)).toBe(false);
  });

  it('owes a change to those who watched before it, although somebody came after it', () => {
    versions.seen(1, 5);
    versions.seen(1, 6);
    expect(versions.moved(1, 6)).toBe(true);
  });

  it('takes events in any order', () => {
    versions.seen(1, 5);
    expect([7, 6].map((version) => versions.moved(1, version))).toEqual([true, false]);
  });
});
