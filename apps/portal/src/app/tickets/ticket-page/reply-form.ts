import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type OnInit,
  inject,
  input,
  signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  type FormGroupDirective,
  NonNullableFormBuilder,
  ReactiveFormsModule,
  Validators,
} from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Drafts, type Problem, createUploadList } from '@desk/web/core';
import { Busy, FieldError, FileDrop, FormProblem, Notices, UploadRows, showProblem } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { TicketStore } from './ticket-store';

@Component({
  selector: 'desk-reply-form',
  imports: [
    Busy,
    FieldError,
    FileDrop,
    FormProblem,
    MatButton,
    MatError,
    MatFormField,
    MatIcon,
    MatInput,
    ReactiveFormsModule,
    TranslocoPipe,
    UploadRows,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  templateUrl: './reply-form.html',
  styles: `
    :host {
      display: block;
    }
  `,
})
export class ReplyForm implements OnInit {
  private readonly store = inject(TicketStore);
  private readonly drafts = inject(Drafts);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly owner = inject(DestroyRef);

  readonly ticketId = input.required<number>();

  protected readonly uploads = createUploadList();
  protected readonly form = inject(NonNullableFormBuilder).group({
    content: ['', [Validators.required, Validators.maxLength(100_000), Validators.pattern(/\S/)]],
  });
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  ngOnInit(): void {
    this.form.valueChanges
      .pipe(takeUntilDestroyed(this.owner))
      .subscribe(({ content }) => this.store.presence.set(content ? 'replying' : 'viewing'));
    this.owner.onDestroy(() => this.store.presence.set('viewing'));
    this.drafts.keep(this.draft(), this.form, this.owner);
  }

  protected async send(sheet: FormGroupDirective): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.isBusy() || this.uploads.isBusy() || this.uploads.hasFailed()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await this.store.reply(this.form.getRawValue().content, this.uploads.ids());
      sheet.resetForm();
      this.drafts.clear(this.draft());
      this.uploads.clear();
      this.notices.done(this.transloco.translate('tickets.page.sent'));
    } catch (thrown) {
      this.problem.set(showProblem(this.form, thrown));
    } finally {
      this.isBusy.set(false);
    }
  }

  private draft(): string {
    return `ticket/${this.ticketId()}/reply`;
  }
}
