import { startFailure } from '@desk/backend/start-failure';
import { DomainError } from '@desk/platform/errors';

/** A command that could not do what it was asked; the message says so in one line. */
export class CommandFailed extends Error {}

/** What a command that failed says: one line where the reader can help, the whole stack where only we can. */
export function failureText(error: unknown): string {
  if (error instanceof CommandFailed) return error.message;
  if (!(error instanceof DomainError)) return startFailure(error);
  const fields = (error.details.errors ?? []).map(({ field, message }) => `${field}: ${message}`);
  return fields.length === 0 ? error.message : fields.join('; ');
}
