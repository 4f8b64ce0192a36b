/** A rule may be the answer to a rule, five deep; then the chain ends. */
export const MAX_CHAIN = 5;

/**
 * The brake: why a rule must not run on an event that other rules led to, or null when it may.
 * @param causes ids of the rules whose acts led to the event, oldest first.
 */
export function brakeOn(ruleId: string, causes: readonly string[]): string | null {
  if (causes.includes(ruleId)) return 'This rule led to the event itself, and a rule does not answer itself';
  if (causes.length >= MAX_CHAIN) return `Chain of ${MAX_CHAIN} rules: the brake ends it here`;
  return null;
}
