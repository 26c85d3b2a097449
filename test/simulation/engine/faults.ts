import type { Draws } from './draws.ts';

/** What goes wrong with a provider that reports by HTTPS, and with what it reports, alone. */
export const ROUTED_FAULTS = [
  'provider-drops-message',
  'report-late',
  'report-replayed',
  'report-unsigned',
  'report-forged',
  'report-of-another',
] as const;

/** Everything that goes wrong. Each kind can be left out, to see which of them a failure needs. */
export const FAULT_KINDS = [
  'slow',
  'fails-before',
  'answer-lost',
  'throttled',
  'conflict',
  'killed',
  'delivered-twice',
  'removal-lost',
  'reordered',
  'stale-read',
  'skewed',
  'outage',
  'provider-drops-answer',
  'provider-5xx',
  'provider-throttles',
  'report-lost',
  'request-repeated',
  ...ROUTED_FAULTS,
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Which faults may happen: all but these kinds, and but these of each kind, by their number. */
export interface FaultPlan {
  readonly without: ReadonlySet<FaultKind>;
  readonly spared: ReadonlySet<string>;
}
export const EVERY_FAULT: FaultPlan = { without: new Set(), spared: new Set() };

/** A fault that happened: the third kill of a run is `killed#3`. */
export interface Happened {
  readonly name: string;
  readonly kind: FaultKind;
  readonly at: number;
  readonly where: string;
}

export interface Faults {
  /** Whether the fault happens here, with this probability. Never once the system is left in peace. */
  strikes(kind: FaultKind, probability: number, where: string): boolean;
  /** From now on nothing goes wrong. */
  end(): void;
  readonly isOver: () => boolean;
  readonly happened: readonly Happened[];
}

export const faultsOf = (draws: Draws, plan: FaultPlan, now: () => number): Faults => {
  const happened: Happened[] = [];
  const counts = new Map<FaultKind, number>();
  let isOver = false;
  return {
    strikes: (kind, probability, where) => {
      if (isOver || !draws(kind).chance(probability) || plan.without.has(kind)) return false;
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      const name = `${kind}#${count}`;
      if (plan.spared.has(name)) return false;
      happened.push({ name, kind, at: now(), where });
      return true;
    },
    end: () => {
      isOver = true;
    },
    isOver: () => isOver,
    happened,
  };
};
