import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository, wherever a script was started from. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
