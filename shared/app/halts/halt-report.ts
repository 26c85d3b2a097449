import type { Halts } from '#shared/domain/halt.ts';

/** What an operator is shown. */
export interface HaltReport {
  readonly table: string;
  readonly isHaltedUntilReplayed: boolean;
  readonly halts: Halts['halts'];
}

/** Of the table of a deployment; `isAdopted`: it was restored, or a former stack left it. */
export const haltReport = (
  { halts, replayed }: Halts,
  { table, isAdopted }: { readonly table: string; readonly isAdopted: boolean },
): HaltReport => ({ table, isHaltedUntilReplayed: isAdopted && replayed?.table !== table, halts });
