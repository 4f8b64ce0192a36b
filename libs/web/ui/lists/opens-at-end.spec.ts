import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { OpensAtEnd } from './opens-at-end';

@Component({
  imports: [OpensAtEnd],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol [deskOpensAtEnd]="entries().length">
      @for (entry of entries(); track entry) {
        <li>{{ entry }}</li>
      }
    </ol>
  `,
})
class Talk {
  readonly entries = signal<string[]>([]);
}

it('shows the newest entry once they are there, and draws nobody away from another one later', async () => {
  const shown: string[] = [];
  jest.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
    shown.push(this.textContent);
  });
  const fixture = TestBed.createComponent(Talk);
  const { entries } = fixture.componentInstance;
  for (const now of [[], ['first', 'second'], ['first', 'second', 'third'], [], ['of another ticket']]) {
    entries.set(now);
    await fixture.whenStable();
  }
  expect(shown).toEqual(['second', 'of another ticket']);
});
