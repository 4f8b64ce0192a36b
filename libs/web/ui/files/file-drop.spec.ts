import { TestBed } from '@angular/core/testing';
import { MatIconTestingModule } from '@angular/material/icon/testing';
import { provideTestStrings } from '@desk/web/testing';
import { FileDrop } from './file-drop';

const LOG = new File(['x'], 'log.txt');

describe('desk-file-drop', () => {
  let area: HTMLElement;
  const taken: File[] = [];

  beforeEach(async () => {
    taken.length = 0;
    TestBed.configureTestingModule({
      imports: [FileDrop, MatIconTestingModule],
      providers: [provideTestStrings()],
    });
    const fixture = TestBed.createComponent(FileDrop);
    fixture.componentInstance.files.subscribe((files) => taken.push(...files));
    area = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  /** @returns whether the browser still does what it does with files that nobody takes: it opens them. */
  function dropOn(target: Element, what: 'Files' | 'text/plain'): boolean {
    const files = what === 'Files' ? [LOG] : [];
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    return target.dispatchEvent(
      Object.assign(drop, { dataTransfer: { types: [what], files, dropEffect: 'copy' } }),
    );
  }

  it('takes the files that are dropped on it', () => {
    expect(dropOn(area.querySelector('button')!, 'Files')).toBe(false);
    expect(taken).toEqual([LOG]);
  });

  it('keeps the browser from opening a file that falls beside it in the place of the page', () => {
    expect(dropOn(document.body, 'Files')).toBe(false);
    expect(taken).toEqual([]);
  });

  it('leaves text that is dragged to the browser', () => {
    expect(dropOn(area, 'text/plain')).toBe(true);
    expect(dropOn(document.body, 'text/plain')).toBe(true);
  });
});
