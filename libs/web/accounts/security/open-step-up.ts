import { type Injector, runInInjectionContext } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { type ActivatedRouteSnapshot, type RouterStateSnapshot } from '@angular/router';
import { withStrings } from '@desk/web/core';
import { firstValueFrom } from 'rxjs';
import { ACCOUNT_STRINGS } from '../strings';
import { StepUpDialog } from './step-up-dialog';

export async function openStepUp(injector: Injector): Promise<boolean> {
  // The page that asks may be of another feature, which has not loaded these.
  await runInInjectionContext(injector, () =>
    withStrings(ACCOUNT_STRINGS)({} as ActivatedRouteSnapshot, {} as RouterStateSnapshot),
  );
  const opened = injector.get(MatDialog).open<StepUpDialog, undefined, boolean>(StepUpDialog, {
    maxWidth: 'min(440px, 92vw)',
    width: '440px',
  });
  return (await firstValueFrom(opened.afterClosed())) ?? false;
}
