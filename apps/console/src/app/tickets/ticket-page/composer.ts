import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  type OnInit,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MatIcon } from '@angular/material/icon';
import { CommandRegistry, Drafts, Problem, createUploadList } from '@desk/web/core';
import { Busy, FileDrop, FormProblem, UploadRows } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { type TicketDetail } from '../api/ticket-types';
import { TicketStore } from './ticket-store';

type Mode = 'reply' | 'internal_note';

/** Where an agent writes. A note must never be taken for a reply: ground, label, hint and button differ. */
@Component({
  selector: 'desk-composer',
  imports: [
    Busy,
    FileDrop,
    FormProblem,
    MatButton,
    MatButtonToggle,
    MatButtonToggleGroup,
    MatIcon,
    MatIconButton,
    ReactiveFormsModule,
    TranslocoPipe,
    UploadRows,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.note]': "mode() === 'internal_note'" },
  templateUrl: './composer.html',
  styleUrl: './composer.scss',
})
export class Composer implements OnInit {
  private readonly store = inject(TicketStore);
  private readonly drafts = inject(Drafts);
  private readonly life = inject(DestroyRef);

  readonly ticket = input.required<TicketDetail>();

  protected readonly modes: readonly Mode[] = ['reply', 'internal_note'];
  private readonly fields = inject(NonNullableFormBuilder);
  protected readonly form = this.fields.group({
    mode: this.fields.control<Mode>('reply'),
    content: '',
  });
  protected readonly mode = signal<Mode>('reply');
  protected readonly isEmpty = signal(true);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly uploads = createUploadList();
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');

  constructor() {
    inject(CommandRegistry).register([
      {
        id: 'write-reply',
        label: 'ticket.page.mode.reply',
        group: 'ticket.page.title',
        icon: 'reply',
        keys: ['r'],
        run: () => this.write('reply'),
      },
      {
        id: 'write-note',
        label: 'ticket.page.mode.internal_note',
        group: 'ticket.page.title',
        icon: 'sticky_note_2',
        keys: ['n'],
        run: () => this.write('internal_note'),
      },
    ]);
    this.life.onDestroy(() => this.store.presence.set('viewing'));
  }

  ngOnInit(): void {
    this.form.valueChanges.pipe(takeUntilDestroyed(this.life)).subscribe(() => this.look());
    this.drafts.keep(this.draftName(), this.form, this.life);
  }

  protected async send(): Promise<void> {
    const { content, mode } = this.form.getRawValue();
    if (this.isEmpty() || this.isBusy() || this.uploads.isBusy() || this.uploads.hasFailed()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await this.store.addComment({
        content: content.trim(),
        comment_type: mode,
        upload_ids: this.uploads.ids(),
      });
      // Back to a reply: whoever wrote a note does not expect the next text to be one.
      this.form.reset();
      this.uploads.clear();
      this.drafts.clear(this.draftName());
    } catch (thrown) {
      const problem = Problem.from(thrown);
      this.problem.set(problem);
      if (problem.code === 'newer_comments') this.store.reload();
    } finally {
      this.isBusy.set(false);
    }
  }

  private write(mode: Mode): void {
    this.form.controls.mode.setValue(mode);
    this.box().nativeElement.focus();
  }

  private look(): void {
    const { content, mode } = this.form.getRawValue();
    this.mode.set(mode);
    this.isEmpty.set(content.trim() === '');
    this.store.presence.set(this.isEmpty() ? 'viewing' : 'replying');
  }

  private draftName(): string {
    return `ticket/${this.ticket().id}/reply`;
  }
}
