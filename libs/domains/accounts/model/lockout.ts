export const FREE_FAILURES = 5;
export const WINDOW_MS = 15 * 60_000;
/** How far back failures can still matter, and how many of them: by then the longest hold is reached. */
export const LOOK_BACK_MS = 6 * 60 * 60_000;
export const LOOK_BACK_ROWS = 40;

const FIRST_HOLD_MS = 30_000;
const LONGEST_HOLD_MS = 15 * 60_000;

/**
 * Until when an address is held, given its failed sign-ins, oldest first; null when it is not. The fifth failure within
 * the window holds it for 30 s, each further one for twice as long as the one before, up to 15 min. A window's worth
 * of quiet after a hold forgets it all.
 */
export function heldUntil(failures: readonly Date[], now: Date): Date | null {
  let recent: number[] = [];
  let until = 0;
  let holds = 0;
  for (const failure of failures) {
    const at = failure.getTime();
    if (holds > 0 && at - until > WINDOW_MS) {
      holds = 0;
      recent = [];
    }
    recent = [...recent.filter((earlier) => at - earlier < WINDOW_MS), at];
    if (holds > 0 || recent.length >= FREE_FAILURES) {
      until = at + Math.min(FIRST_HOLD_MS * 2 ** holds, LONGEST_HOLD_MS);
      holds++;
    }
  }
  return until > now.getTime() ? new Date(until) : null;
}
