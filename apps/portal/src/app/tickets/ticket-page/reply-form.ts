import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  Injector,
  type OnInit,
  computed,
  inject,
  input,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  type FormGroupDirective,
  NonNullableFormBuilder,
  ReactiveFormsModule,
  Validators,
} from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { type ErrorStateMatcher } from '@angular/material/core';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import { type TicketDetailView } from '@desk/web/api-client';
import { Drafts, createUploadList, keepUploads } from '@desk/web/core';
import {
  Busy,
  FieldError,
  FileDrop,
  FocusInvalid,
  FormProblem,
  Notices,
  UploadRows,
  notBlank,
  Submission,
} from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { type ReplyOutcome, TicketStore } from './ticket-store';

const EFFECTS: Partial<Record<TicketDetailView['status'], string>> = {
  resolved: 'reopens',
  closed: 'startsNew',
};

@Component({
  selector: 'desk-reply-form',
  imports: [
    Busy,
    FieldError,
    FileDrop,
    FocusInvalid,
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

    .effect {
      display: flex;
      gap: 8px;
      color: var(--desk-muted);
    }
  `,
})
export class ReplyForm implements OnInit {
  private readonly store = inject(TicketStore);
  private readonly drafts = inject(Drafts);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly router = inject(Router);
  private readonly owner = inject(DestroyRef);
  private readonly injector = inject(Injector);

  readonly ticket = input.required<TicketDetailView>();

  protected readonly uploads = createUploadList();
  protected readonly form = inject(NonNullableFormBuilder).group({
    content: ['', [notBlank, Validators.maxLength(100_000)]],
  });
  /** What an answer brings about beside being said, where that is not plain. */
  protected readonly effect = computed(() => EFFECTS[this.ticket().status]);
  /** An empty box that somebody only passed through is no mistake. */
  protected readonly onceSent: ErrorStateMatcher = {
    isErrorState: (control, sheet) => !!control?.invalid && !!sheet?.submitted,
  };
  protected readonly submission = new Submission(this.form, this.uploads);

  ngOnInit(): void {
    this.form.valueChanges
      .pipe(takeUntilDestroyed(this.owner))
      .subscribe(({ content }) => this.store.presence.set(content ? 'replying' : 'viewing'));
    this.owner.onDestroy(() => this.store.presence.set('viewing'));
    this.drafts.keep(this.draft(), this.form, this.owner);
    keepUploads(this.filesDraft(), this.uploads, this.injector);
  }

  protected send(sheet: FormGroupDirective): Promise<void> {
    return this.submission.run(async () => {
      const outcome = await this.store.reply(
        this.draft(),
        this.form.getRawValue().content,
        this.uploads.ids(),
      );
      sheet.resetForm();
      this.drafts.clear(this.draft());
      this.drafts.clear(this.filesDraft());
      this.uploads.clear();
      await this.tell(outcome);
    });
  }

  private async tell(outcome: ReplyOutcome): Promise<void> {
    if (outcome.kind === 'followed-up') {
      const key = outcome.ticket.ticket_id;
      await this.router.navigate(['/tickets', key]);
      this.notices.done(this.transloco.translate('tickets.page.followedUp', { key }));
    } else {
      const text = outcome.kind === 'reopened' ? 'tickets.page.sentReopened' : 'tickets.page.sent';
      this.notices.done(this.transloco.translate(text));
    }
  }

  private filesDraft(): string {
    return `${this.draft()}/files`;
  }

  private draft(): string {
    return `ticket/${this.ticket().id}/reply`;
  }
}
