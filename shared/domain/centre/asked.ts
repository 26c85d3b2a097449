import type { RightsKind } from '../rights/rights-request.ts';

/** What may be asked for in the preference centre: to stop has buttons of its own. */
export const ASKED_IN_CENTRE = [
  'access',
  'portability',
  'rectification',
  'erasure',
  'restriction',
  'question',
] as const satisfies readonly RightsKind[];
export type AskedInCentre = (typeof ASKED_IN_CENTRE)[number];

/** What nobody can answer without words of the person. */
export const NEEDS_WORDS = ['rectification', 'question'] as const satisfies readonly AskedInCentre[];
export type NeedsWords = (typeof NEEDS_WORDS)[number];

/** Fields of the forms of the centre. `sheet`: the value of chance of the page on which a code is typed. */
export const CENTRE_FIELDS = ['act', 'of', 'kind', 'words', 'code', 'sheet', 'pass', 'seen', 'reason'] as const;
