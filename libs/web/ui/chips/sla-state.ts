import { type IconName } from '../icons/icon-name';

export type SlaState = 'met' | 'paused' | 'breached' | 'soon' | 'running';

export interface SlaClock {
  due: string | null;
  /** When the promise was kept. */
  met?: string | null;
  isPaused?: boolean;
}

const SOON_MS = 3_600_000;

export const SLA_ICONS: Record<SlaState, IconName> = {
  met: 'task_alt',
  paused: 'pause_circle',
  breached: 'warning',
  soon: 'timer',
  running: 'timer',
};

/** What a clock says now; null when there is no promise to keep. */
export function slaState({ due, met, isPaused }: SlaClock, now: number): SlaState | null {
  if (!due) return null;
  const dueAt = new Date(due).getTime();
  if (met) return new Date(met).getTime() <= dueAt ? 'met' : 'breached';
  if (isPaused) return 'paused';
  if (dueAt <= now) return 'breached';
  return dueAt - now <= SOON_MS ? 'soon' : 'running';
}
