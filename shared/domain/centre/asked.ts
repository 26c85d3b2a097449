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

/** The lines that a person chooses from: to whom data were given is a part of access (GDPR art. 15, § 1, c), and has a line of its own. */
export const ASK_LINES = [
  'access',
  'recipients',
  'portability',
  'rectification',
  'erasure',
  'restriction',
  'question',
] as const satisfies readonly (AskedInCentre | 'recipients')[];
export type AskLine = (typeof ASK_LINES)[number];

/** What nobody can answer without words of the person. */
export const NEEDS_WORDS = ['rectification', 'question'] as const satisfies readonly AskedInCentre[];
export type NeedsWords = (typeof NEEDS_WORDS)[number];

/** Fields of the forms of the centre. `sheet`: the value of chance of the page on which a code is typed; `next`: by when that page said that another one may be asked for; `again`: the button was the one for another code. */
export const CENTRE_FIELDS = [
  'act',
  'of',
  'kind',
  'words',
  'code',
  'sheet',
  'next',
  'pass',
  'seen',
  'reason',
  'again',
] as const;
