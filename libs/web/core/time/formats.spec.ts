import { TestBed } from '@angular/core/testing';
import { provideTestDesk } from '@desk/web/testing';
import { Formats } from './formats';

describe('Formats', () => {
  let formats: Formats;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: provideTestDesk({ app: 'console', routes: [] }) });
    formats = TestBed.inject(Formats);
  });

  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [5, '5 bytes'],
    [2_500, '2.5 kB'],
    [3_145_728, '3.1 MB'],
  ])('reads %i as a size of %s', (bytes, words) => {
    expect(formats.fileSize(bytes)).toBe(words);
  });

  it.each([
    [1, '1 second'],
    [30, '30 seconds'],
    [60, '1 minute'],
    [61, '2 minutes'],
  ])('reads a wait of %i s as %s', (seconds, words) => {
    expect(formats.wait(seconds)).toBe(words);
  });
});
