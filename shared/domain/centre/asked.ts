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

/** Fields of the forms of the centre. */
export const CENTRE_FIELDS = ['act', 'of', 'kind', 'words', 'code', 'pass', 'seen', 'reason'] as const;
