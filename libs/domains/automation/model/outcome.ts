import { DomainError } from '@desk/platform/errors';

/** The refusal of a domain, or of the database, in words for the log. Statements and values of the engine stay out. */
export function reasonOf(error: Error): string {
  if (!(error instanceof DomainError))
    return 'The database refused the change: it contradicts what is stored already';
  const fields = error.details.errors ?? [];
  return fields.length === 0
    ? error.message
    : fields.map(({ field, message }) => `${field}: ${message}`).join('; ');
}

const TARGET_GONE = 'target_gone';

/** What a rule refers to does not exist any more, or not in the way the rule needs it. */
export function targetGone(message: string): DomainError {
  return new DomainError('conflict', TARGET_GONE, message);
}

export function isTargetGone(error: Error): boolean {
  return error instanceof DomainError && error.code === TARGET_GONE;
}
