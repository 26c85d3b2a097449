import { type DrawnFaults, type FaultKind, noFaults } from '#local/faults/drawn-faults.ts';

/** One fault at every occasion, and no other. */
export const always = (fault: FaultKind): DrawnFaults => ({ ...noFaults, isDrawn: (kind) => kind === fault });
