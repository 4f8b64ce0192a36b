import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { type Density, Preferences, type Theme } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'desk-appearance',
  imports: [MatButtonToggle, MatButtonToggleGroup, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  template: `
    <h2>{{ 'accounts.profile.appearance' | transloco }}</h2>
    <div class="choice">
      <span id="appearance-theme">{{ 'accounts.profile.theme' | transloco }}</span>
      <mat-button-toggle-group
        aria-labelledby="appearance-theme"
        hideSingleSelectionIndicator
        [value]="preferences.theme()"
        (change)="preferences.setTheme($event.value)"
      >
        @for (theme of themes; track theme) {
          <mat-button-toggle [value]="theme">{{ 'ui.theme.' + theme | transloco }}</mat-button-toggle>
        }
      </mat-button-toggle-group>
    </div>
    <div class="choice">
      <span id="appearance-density">{{ 'accounts.profile.density' | transloco }}</span>
      <mat-button-toggle-group
        aria-labelledby="appearance-density"
        hideSingleSelectionIndicator
        [value]="preferences.density()"
        (change)="preferences.setDensity($event.value)"
      >
        @for (density of densities; track density) {
          <mat-button-toggle [value]="density">{{
            'accounts.profile.' + density | transloco
          }}</mat-button-toggle>
        }
      </mat-button-toggle-group>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 16px;
    }

    .choice {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
    }

    @media (width < 600px) {
      .choice:has(mat-button-toggle-group) {
        flex-direction: column;
        align-items: flex-start;
      }
    }
  `,
})
export class Appearance {
  protected readonly preferences = inject(Preferences);
  protected readonly themes: readonly Theme[] = ['system', 'light', 'dark'];
  protected readonly densities: readonly Density[] = ['comfortable', 'compact'];
}
