/**
 * CNIL, référentiel on commercial activities: “au terme de ce délai”, one message may ask whether the person wants to go on
 * getting messages of the advertiser; without a clear yes the data are deleted or archived (RET-4). Here it is asked in the
 * last thirty days of the term: a reading. It carries no offer, and needs
 * what prospecting needs: a valid basis, means of opposition, lawful hours.
 */

import type { TimedProhibition } from '../../article.ts';
import type { Example } from '../../example.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { REFERENTIEL } from './retention.ts';

/** Not an offer under the name of such a question. */
const QUESTION = { renewalRequests: true } as const;

/** Nobody who ever opposed is asked again, in whatever scope, lifted or not. */
export const renewalAfterOpposition = REFERENTIEL.forbids('RENEWAL_AFTER_OPPOSITION', {
  quote: 'afin de savoir si elle souhaite continuer à recevoir des sollicitations commerciales',
  sanctions: SANCTIONS.principles,
  concerns: QUESTION,
  when: ({ renewal }) => renewal?.opposition !== undefined,
  fact: ({ renewal }) => renewal?.opposition,
  reading: 'No text says whether one may ask who once opposed; cautious reading (RET-4). Checked 2026-11-24.',
});
export const renewalAfterOppositionExamples: readonly Example[] = [
  [
    'after an opposition to text messages',
    { declaredClass: 'renewal-request', renewal: { opensAt: 1_000_000, wasAsked: false, opposition: 'o1' } },
    'forbidden',
  ],
  [
    'of a person who never opposed',
    { declaredClass: 'renewal-request', renewal: { opensAt: 1_000_000, wasAsked: false, opposition: undefined } },
    'not forbidden',
  ],
  [
    'an offer, judged as prospecting',
    {
      declaredClass: 'renewal-request',
      offerSigns: ['discount'],
      renewal: { opensAt: 1_000_000, wasAsked: false, opposition: 'o1' },
    },
    'not forbidden',
  ],
];

/** Once in a term. */
export const renewalAskedBefore = REFERENTIEL.forbids('RENEWAL_ALREADY_ASKED', {
  quote: 'le responsable de traitement peut reprendre contact avec la personne concernée',
  sanctions: SANCTIONS.principles,
  concerns: QUESTION,
  when: ({ renewal }) => renewal?.wasAsked === true,
  reading:
    'A second question would be a solicitation; the référentiel speaks of one question (RET-4). Checked 2026-11-24.',
});
export const renewalAskedBeforeExamples: readonly Example[] = [
  [
    'a second time in the last thirty days',
    { declaredClass: 'renewal-request', renewal: { opensAt: 1_000_000, wasAsked: true, opposition: undefined } },
    'forbidden',
  ],
  [
    'the first time',
    { declaredClass: 'renewal-request', renewal: { opensAt: 1_000_000, wasAsked: false, opposition: undefined } },
    'not forbidden',
  ],
  [
    'an offer, judged as prospecting',
    {
      declaredClass: 'renewal-request',
      offerSigns: ['discount'],
      renewal: { opensAt: 1_000_000, wasAsked: true, opposition: undefined },
    },
    'not forbidden',
  ],
];

/* @__NO_SIDE_EFFECTS__ */
const tooEarly = (said: Pick<TimedProhibition, 'sanctions' | 'reading'>) =>
  REFERENTIEL.forbidsNow('RENEWAL_TOO_EARLY', {
    quote:
      'Au terme de ce délai de trois ans, le responsable de traitement peut reprendre contact avec la personne concernée',
    ...said,
    concerns: QUESTION,
    when: ({ at, renewal }) => at < (renewal?.opensAt ?? 0),
    notBefore: ({ renewal }, from) => {
      const opensAt = renewal?.opensAt ?? 0;
      return Number.isFinite(opensAt) ? Math.max(from, opensAt) : undefined;
    },
    tooLate: 'this-code',
  });
/** Of editions before 2026-12-01.4: it named a fine, and no text that was read forbids to ask sooner. */
export const renewalTooEarlyFined = tooEarly({
  sanctions: SANCTIONS.principles,
  reading:
    'The référentiel says “au terme de ce délai” and gives no day: the last thirty before it are chosen, so that the data still serve when the question is asked (RET-4). Checked 2026-11-25.',
});
/** Not before the end of the term is near: earlier there is nothing to renew. To ask sooner breaks no text: it costs nothing. */
export const renewalTooEarly = tooEarly({
  reading:
    'The référentiel says “au terme de ce délai” and gives no day: the last thirty before it are chosen, so that the data still serve when the question is asked (RET-4). Nothing that was read forbids to ask sooner: a rule of Aval, without a sanction. Checked 2026-12-01.',
});
const TOO_EARLY_EXAMPLES: readonly Example[] = [
  [
    'a second before the last thirty days',
    {
      declaredClass: 'renewal-request',
      renewal: { opensAt: 1_000_000, wasAsked: false, opposition: undefined },
      at: 999_000,
    },
    'forbidden',
  ],
  [
    'as the last thirty days begin',
    {
      declaredClass: 'renewal-request',
      renewal: { opensAt: 1_000_000, wasAsked: false, opposition: undefined },
      at: 1_000_000,
    },
    'not forbidden',
  ],
  [
    'an offer, judged as prospecting',
    {
      declaredClass: 'renewal-request',
      offerSigns: ['discount'],
      renewal: { opensAt: 1_000_000, wasAsked: false, opposition: undefined },
      at: 999_000,
    },
    'not forbidden',
  ],
  ['an offer, a year before the term', { at: 999_000 }, 'not forbidden'],
];
export const renewalTooEarlyExamples = TOO_EARLY_EXAMPLES;
export const renewalTooEarlyFinedExamples = TOO_EARLY_EXAMPLES;
