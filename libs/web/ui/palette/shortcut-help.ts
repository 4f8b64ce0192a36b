import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { type Command, CommandRegistry, Preferences } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ShortcutKeys } from './shortcut-keys';

/** `?`: what the keys do on this page, and the switch that turns the single ones off. */
@Component({
  selector: 'desk-shortcut-help',
  imports: [MatDialogContent, MatDialogTitle, MatSlideToggle, ShortcutKeys, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle>{{ 'ui.help.heading' | transloco }}</h2>
    <mat-dialog-content>
      <mat-slide-toggle
        hideIcon
        [checked]="preferences.shortcuts()"
        (change)="preferences.setShortcuts($event.checked)"
      >
        {{ 'ui.help.toggle' | transloco }}
      </mat-slide-toggle>
      @for (group of groups; track group.name) {
        <section>
          <h3>{{ group.name | transloco }}</h3>
          <dl>
            @for (command of group.commands; track command.id) {
              <div>
                <dt>{{ command.label | transloco }}</dt>
                <dd><desk-shortcut-keys [keys]="command.keys?.[0] ?? ''" /></dd>
              </div>
            }
          </dl>
        </section>
      }
    </mat-dialog-content>
  `,
  styles: `
    section {
      margin-top: 24px;
    }

    h3 {
      color: var(--desk-muted);
      font-size: var(--desk-text-small);
    }

    div {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 16px;
      min-height: 40px;
      border-bottom: 1px solid var(--desk-line);
      color: var(--desk-ink);
    }

    div:last-child {
      border-bottom: 0;
    }
  `,
})
export class ShortcutHelp {
  protected readonly preferences = inject(Preferences);
  protected readonly groups = byGroup(inject(CommandRegistry).available());
}

function byGroup(commands: readonly Command[]): { name: string; commands: Command[] }[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands.filter(({ keys }) => keys?.length)) {
    groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  }
  return [...groups].map(([name, members]) => ({ name, commands: members }));
}
