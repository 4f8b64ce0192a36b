import {
  DestroyRef,
  Directive,
  ElementRef,
  Injector,
  type OnInit,
  afterNextRender,
  inject,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormGroupDirective } from '@angular/forms';

/**
 * On a form: what keeps it from being sent takes the focus, so that somebody at the button of a long form sees why nothing
 * happened. The same for what the server says against a field, unless typing has gone on.
 */
@Directive({
  selector: 'form[deskFocusInvalid]',
  host: { '(submit)': 'sent()', '(input)': 'isWaiting = false' },
})
export class FocusInvalid implements OnInit {
  private readonly form = inject(FormGroupDirective);
  private readonly host = inject<ElementRef<HTMLFormElement>>(ElementRef);
  private readonly owner = inject(DestroyRef);
  private readonly injector = inject(Injector);

  protected isWaiting = false;

  ngOnInit(): void {
    this.form.form.statusChanges.pipe(takeUntilDestroyed(this.owner)).subscribe(() => {
      if (this.isWaiting) this.focus();
    });
  }

  protected sent(): void {
    this.isWaiting = true;
    this.focus();
  }

  private focus(): void {
    if (!this.form.invalid) return;
    afterNextRender(
      () => this.host.nativeElement.querySelector<HTMLElement>('[formControlName].ng-invalid')?.focus(),
      { injector: this.injector },
    );
  }
}
