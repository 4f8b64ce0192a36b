import { DOCUMENT, InjectionToken, inject } from '@angular/core';

const NAME = 'desk-max-upload-bytes';

/** The largest file that this desk takes; the server writes it into every page. Without it nothing is refused here. */
export const MAX_UPLOAD_BYTES = new InjectionToken<number>('MAX_UPLOAD_BYTES', {
  providedIn: 'root',
  factory: () => {
    const told = inject(DOCUMENT).querySelector<HTMLMetaElement>(`meta[name="${NAME}"]`)?.content;
    const bytes = Number(told);
    return bytes > 0 ? bytes : Infinity;
  },
});
