import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ConfirmQuestion } from './confirm-question';

@Component({
  selector: 'desk-confirm-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle>{{ question.heading }}</h2>
    <mat-dialog-content>{{ question.text }}</mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" [matDialogClose]="false" data-cancel>
        {{ 'ui.cancel' | transloco }}
      </button>
      <button
        matButton="filled"
        type="button"
        [class.destructive]="question.isDestructive"
        [matDialogClose]="true"
        data-action
      >
        {{ question.action }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    @use '@angular/material' as mat;

    .destructive {
      @include mat.button-overrides(
        (
          filled-container-color: var(--desk-danger),
        )
      );
    }

    mat-dialog-actions {
      padding: 16px 24px 24px;
    }
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<ConfirmQuestion>(MAT_DIALOG_DATA);
}
