import { type Provider, Injector, inject } from '@angular/core';
import { STEP_UP, type StepUp } from '@desk/web/core';

/** Whoever asks for what needs a recent proof is asked for it by a dialog, which is loaded then. */
export function provideStepUp(): Provider {
  return { provide: STEP_UP, useFactory: askByDialog };
}

function askByDialog(): StepUp {
  const injector = inject(Injector);
  let asking: Promise<boolean> | null = null;
  // Several requests at once ask once.
  return () =>
    (asking ??= import('./open-step-up')
      .then(({ openStepUp }) => openStepUp(injector))
      .finally(() => (asking = null)));
}
