import {
  ChangeDetectionStrategy,
  ChangeDetectorRef,
  Component,
  DestroyRef,
  ElementRef,
  Injector,
  type OnInit,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { type TicketDetailView } from '@desk/web/api-client';
import { CommandRegistry, Drafts, Problem, createUploadList, keepUploads } from '@desk/web/core';
import { Busy, FileDrop, FormProblem, type IconName, Isolate, ShortcutKeys, UploadRows } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { MODES, type Mode, firstMode } from './draft-mode';
import { TicketStore } from './ticket-store';

const ICONS: Record<Mode, IconName> = { reply: 'reply', internal_note: 'sticky_note_2' };
const KEYS: Record<Mode, string> = { reply: 'r', internal_note: 'n' };

/**
 * Where an agent writes. A note must never be taken for a reply: ground, border, label, hint, icon and button differ, and
 * each has a text and files of its own, so that nothing written for the team is a click away from the customer.
 */
@Component({
  selector: 'desk-composer',
  imports: [
    Busy,
    FileDrop,
    FormProblem,
    Isolate,
    MatButton,
    MatButtonToggle,
    MatButtonToggleGroup,
    MatIcon,
    MatIconButton,
    MatTooltip,
    ReactiveFormsModule,
    ShortcutKeys,
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
  private readonly injector = inject(Injector);
  private readonly view = inject(ChangeDetectorRef);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly ticket = input.required<TicketDetailView>();

  protected readonly modes = MODES;
  protected readonly icons = ICONS;
  protected readonly form = inject(NonNullableFormBuilder).group({ reply: '', internal_note: '' });
  protected readonly mode = signal<Mode>('reply');
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly files = { reply: createUploadList(), internal_note: createUploadList() };
  private readonly texts = toSignal(this.form.valueChanges, { initialValue: this.form.getRawValue() });
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');

  protected readonly text = computed(() => this.form.controls[this.mode()]);
  protected readonly uploads = computed(() => this.files[this.mode()]);
  protected readonly isEmpty = computed(() => this.isBlank(this.mode()));
  /** The other one has something that was not sent yet. */
  protected readonly waiting = computed(() =>
    MODES.find((mode) => mode !== this.mode() && (!this.isBlank(mode) || this.files[mode].uploads().length)),
  );

  constructor() {
    inject(CommandRegistry).register(
      MODES.map((mode) => ({
        id: `write-${mode}`,
        label: 'ticket.page.mode.' + mode,
        group: 'ticket.page.title',
        icon: ICONS[mode],
        keys: [KEYS[mode]],
        run: () => this.write(mode),
      })),
    );
    this.life.onDestroy(() => this.store.presence.set('viewing'));
  }

  ngOnInit(): void {
    for (const mode of MODES) {
      this.drafts.keep(this.draftOf(mode), this.form.controls[mode], this.life);
      keepUploads(`${this.draftOf(mode)}/files`, this.files[mode], this.injector);
    }
    this.mode.set(firstMode(this.form.getRawValue()));
    // After the drafts: a text that only waits here does not tell the others that somebody is writing.
    this.form.valueChanges
      .pipe(takeUntilDestroyed(this.life))
      .subscribe(() => this.store.presence.set(this.isEmpty() ? 'viewing' : 'replying'));
  }

  protected async send(): Promise<void> {
    const [mode, text, uploads] = [this.mode(), this.text(), this.uploads()];
    if (this.isEmpty() || this.isBusy() || uploads.isBusy() || uploads.hasFailed()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await this.store.addComment(this.draftOf(mode), {
        content: text.value.trim(),
        comment_type: mode,
        upload_ids: uploads.ids(),
      });
      // With nothing to send its button can hold the focus no longer.
      if (this.host.contains(document.activeElement)) this.box().nativeElement.focus();
      text.reset();
      uploads.clear();
      this.drafts.clear(this.draftOf(mode));
      this.drafts.clear(`${this.draftOf(mode)}/files`);
    } catch (thrown) {
      const problem = Problem.from(thrown);
      this.problem.set(problem);
      if (problem.code === 'newer_comments') this.store.reload();
    } finally {
      this.isBusy.set(false);
    }
  }

  protected choose(mode: Mode): void {
    this.problem.set(null);
    this.mode.set(mode);
    // Now, not with the next frame: the first letter of a note must not land in the reply.
    this.view.detectChanges();
  }

  private write(mode: Mode): void {
    this.choose(mode);
    this.box().nativeElement.focus();
  }

  private isBlank(mode: Mode): boolean {
    return (this.texts()[mode] ?? '').trim() === '';
  }

  private draftOf(mode: Mode): string {
    return `ticket/${this.ticket().id}/${mode}`;
  }
}
