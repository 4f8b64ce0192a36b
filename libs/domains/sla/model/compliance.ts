import { SLA_CLOCK_KINDS, type SlaClockKind } from '@desk/contracts';

/** How many clocks of one kind have each verdict; a null verdict is still open. */
export interface VerdictCount {
  kind: SlaClockKind;
  met: number | null;
  clocks: number;
}

export interface Compliance {
  total: number;
  met: number;
  breached: number;
  open: number;
  /** Percent of the decided ones that were met, to one decimal; null when none is decided. */
  rate: number | null;
}

/** Each kind over the clocks that have a deadline. A breach counts from its deadline on, not from the late answer. */
export function complianceOf(verdicts: readonly VerdictCount[]): Record<SlaClockKind, Compliance> {
  const [response, resolution] = SLA_CLOCK_KINDS.map((kind) => {
    const sum = (met: number | null) =>
      verdicts
        .filter((each) => each.kind === kind && each.met === met)
        .reduce((all, each) => all + each.clocks, 0);
    return compliance(sum(1), sum(0), sum(null));
  }) as [Compliance, Compliance];
  return { response, resolution };
}

function compliance(met: number, breached: number, open: number): Compliance {
  const decided = met + breached;
  const rate = decided === 0 ? null : Math.round((met / decided) * 1000) / 10;
  return { total: decided + open, met, breached, open, rate };
}
