export const SLA_CLOCK_KINDS = ['response', 'resolution'] as const;
export type SlaClockKind = (typeof SLA_CLOCK_KINDS)[number];

export const BREACH_TYPES = SLA_CLOCK_KINDS;
export type BreachType = SlaClockKind;
