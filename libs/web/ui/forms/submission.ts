import { computed, signal } from '@angular/core';
import { type FormGroup } from '@angular/forms';
import { type Problem, type UploadList } from '@desk/web/core';
import { showProblem } from './show-problem';

/** A form on its way to the server: sent once at a time, and only when it is whole; says why it was refused. */
export class Submission {
  private readonly isSending = signal(false);
  private readonly refusal = signal<Problem | null>(null);

  /** For `deskBusy`: also while files are still on their way. */
  readonly isBusy = computed(() => this.isSending() || this.uploads?.isBusy() === true);
  /** For `desk-form-problem`. */
  readonly problem = this.refusal.asReadonly();

  constructor(
    private readonly form: FormGroup,
    private readonly uploads?: UploadList,
  ) {}

  /** Shows what is missing instead where something is. A problem of `send` goes onto the fields that it names. */
  async run(send: () => Promise<void>): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.isBusy() || this.uploads?.hasFailed() === true) return;
    this.isSending.set(true);
    this.refusal.set(null);
    try {
      await send();
    } catch (thrown) {
      this.refusal.set(showProblem(this.form, thrown));
    } finally {
      this.isSending.set(false);
    }
  }

  /** What was refused is not to be sent any more. */
  forget(): void {
    this.refusal.set(null);
  }
}
