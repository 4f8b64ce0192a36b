import { InjectionToken } from '@angular/core';

/** Which of the two applications is running: `console` is for staff, `portal` for customers. */
export type AppKind = 'console' | 'portal';

export const APP_KIND = new InjectionToken<AppKind>('APP_KIND');
