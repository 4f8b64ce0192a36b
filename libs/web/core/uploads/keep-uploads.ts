import { Injector, effect, inject, untracked } from '@angular/core';
import { type UploadView } from '@desk/web/api-client';
import { Drafts } from '../drafts/drafts';
import { type UploadList } from './upload-list';

/** The server removes what nobody attached for a day; a draft does not offer what is about to go. */
const OFFERED_FOR_MS = 20 * 3600_000;

interface FilesDraft {
  /** When the first of them was received. */
  since: number;
  files: readonly UploadView[];
}

/**
 * The files of a draft: what the server has received is there again after a reload. Removing the last one forgets the
 * draft; once the form is sent, `clear(name)` of the drafts does.
 */
export function keepUploads(name: string, list: UploadList, injector = inject(Injector)): void {
  const drafts = injector.get(Drafts);
  const draft = drafts.read<FilesDraft>(name);
  const isFresh = draft !== null && Date.now() - draft.since < OFFERED_FOR_MS;
  if (isFresh) list.add(draft.files);
  let since = isFresh ? draft.since : null;

  effect(
    () => {
      const files = list.stored();
      untracked(() => {
        since = files.length ? (since ?? Date.now()) : null;
        if (since === null) drafts.clear(name);
        else drafts.write(name, { since, files } satisfies FilesDraft);
      });
    },
    { injector },
  );
}
