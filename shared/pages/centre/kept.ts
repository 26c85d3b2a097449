import type { ActInCentre } from '#shared/app/centre/act-in-centre.ts';

/** What a person chose and wrote for a request that is not recorded; empty where they did not. */
export interface Kept {
  readonly kind: string;
  readonly words: string;
}

export const NOTHING_KEPT: Kept = { kind: '', words: '' };

export const keptIn = (field: ActInCentre['field']): Kept => ({ kind: field('kind'), words: field('words') });
