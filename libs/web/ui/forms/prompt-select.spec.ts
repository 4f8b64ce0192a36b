import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatFormField } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { By } from '@angular/platform-browser';
import { MatSelectHarness } from '@angular/material/select/testing';
import { PromptSelect } from './prompt-select';

@Component({
  imports: [MatFormField, MatOption, MatSelect, PromptSelect],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field>
      <mat-select deskPrompt aria-label="Agent" [value]="'Anna'" (selectionChange)="chosen.set($event.value)">
        @for (name of names; track name) {
          <mat-option [value]="name">{{ name }}</mat-option>
        }
      </mat-select>
    </mat-form-field>
  `,
})
class Agents {
  readonly names = ['Anna', 'Ananya', 'Amara', 'Ben'];
  readonly chosen = signal('');
}

describe('mat-select[deskPrompt]', () => {
  let fixture: ComponentFixture<Agents>;
  let select: MatSelectHarness;
  let host: HTMLElement;

  beforeEach(async () => {
    fixture = TestBed.createComponent(Agents);
    select = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatSelectHarness);
    host = (fixture.nativeElement as HTMLElement).querySelector('mat-select')!;
  });

  /** The list itself fades for a moment. */
  const isOpen = () =>
    (fixture.debugElement.query(By.directive(MatSelect)).componentInstance as MatSelect).panelOpen;

  /** As fast as a test can type. */
  function type(...keys: string[]): void {
    for (const key of keys) {
      const keyCode = key === 'Enter' ? 13 : key.toUpperCase().charCodeAt(0);
      host.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true }));
    }
  }

  it('chooses by letters and an Enter right behind them, and shuts', async () => {
    await select.open();
    type('a', 'm', 'a', 'Enter');
    expect(fixture.componentInstance.chosen()).toBe('Amara');
    expect(isOpen()).toBe(false);
  });

  it('goes on from where the list is', async () => {
    await select.open();
    type('a', 'Enter');
    expect(fixture.componentInstance.chosen()).toBe('Ananya');
  });

  it('does not choose once more when the letters have had their moment', async () => {
    jest.useFakeTimers();
    try {
      fixture.detectChanges();
      host.click();
      fixture.detectChanges();
      type('a', 'Enter');
      jest.advanceTimersByTime(1000);
      expect(fixture.componentInstance.chosen()).toBe('Ananya');
    } finally {
      jest.useRealTimers();
    }
  });

  it('leaves what is chosen where nothing is called that', async () => {
    await select.open();
    type('x', 'Enter');
    expect(fixture.componentInstance.chosen()).toBe('');
    expect(isOpen()).toBe(false);
  });
});
