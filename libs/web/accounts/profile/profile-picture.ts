import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { FormGroup } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { type UserView } from '@desk/web/api-client';
import { Formats } from '@desk/web/core';
import { Avatar, Busy, FileDrop, FormProblem, Notices, Submission } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { ProfileStore } from './profile-store';

const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];
const BYTES_MAX = 2 * 1024 * 1024;

/** One's picture: chosen or dropped, looked at, and only then sent. */
@Component({
  selector: 'desk-profile-picture',
  imports: [Avatar, Busy, FileDrop, FormProblem, MatButton, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  templateUrl: './profile-picture.html',
  styles: `
    :host {
      display: block;
      margin-bottom: 24px;
    }

    h2 {
      margin-bottom: 16px;
    }

    .picture {
      display: flex;
      align-items: center;
      gap: 16px;
      padding: 4px;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }

    p {
      margin: 8px 0 0;
      color: var(--desk-muted);
      font-size: var(--desk-text-small);
    }

    .refusal {
      color: var(--desk-danger);
    }
  `,
})
export class ProfilePicture {
  private readonly store = inject(ProfileStore);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly first = viewChild<MatButton, ElementRef<HTMLElement>>('first', { read: ElementRef });

  readonly profile = input.required<UserView>();

  protected readonly accept = TYPES.join(',');
  protected readonly max = computed(() => this.formats.fileSize(2e6));
  protected readonly chosen = signal<File | null>(null);
  protected readonly refusal = signal<'type' | 'tooLarge' | null>(null);
  private readonly preview = signal<string | null>(null);
  protected readonly shown = computed(() => this.preview() ?? this.profile().avatar);
  protected readonly submission = new Submission(new FormGroup({}));

  constructor() {
    effect((onCleanup) => {
      const file = this.chosen();
      const address = file ? URL.createObjectURL(file) : null;
      this.preview.set(address);
      onCleanup(() => {
        if (address) URL.revokeObjectURL(address);
      });
    });
  }

  protected take([file]: File[]): void {
    if (!file || this.submission.isBusy()) return;
    this.submission.forget();
    const refusal = !TYPES.includes(file.type) ? 'type' : file.size > BYTES_MAX ? 'tooLarge' : null;
    this.refusal.set(refusal);
    this.chosen.set(refusal === null ? file : null);
    this.keepFocus();
  }

  protected cancel(): void {
    this.submission.forget();
    this.chosen.set(null);
    this.keepFocus();
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const file = this.chosen();
      if (file === null) return;
      await this.store.setPicture(file);
      this.chosen.set(null);
      this.notices.done(this.transloco.translate('accounts.profile.picture.saved'));
      this.keepFocus();
    });
  }

  protected remove(): Promise<void> {
    return this.submission.run(async () => {
      this.refusal.set(null);
      await this.store.removePicture();
      this.notices.done(this.transloco.translate('accounts.profile.picture.removed'));
      this.keepFocus();
    });
  }

  /** The button that had it gives way to another. */
  private keepFocus(): void {
    setTimeout(() => this.first()?.nativeElement.focus());
  }
}
