/**
 * CNIL, référentiel on commercial activities: when the term ends, one message may ask whether the person wants to go on
 * hearing from the advertiser; without a clear yes the data go (RET-4). It carries no offer, and needs what prospecting
 * needs: a basis that holds, means to oppose, lawful hours.
 */
import { asksToRenew } from '../../class-of.ts';
import type { Example } from '../../example.ts';
import { REFERENTIEL } from './retention.ts';

const ASKING = 'renewal-request';
const FIRST = { opensAt: 1_000_000, wasAsked: false, opposition: undefined };
const AGAIN = { opensAt: 1_000_000, wasAsked: true, opposition: undefined };
const OPPOSED = { opensAt: 1_000_000, wasAsked: false, opposition: 'o1' };

/** Nobody who ever opposed is asked again, in whatever scope, lifted or not. */
export const renewalAfterOpposition = REFERENTIEL.forbids('RENEWAL_AFTER_OPPOSITION', {
  when: (facts) => asksToRenew(facts) && facts.renewal?.opposition !== undefined,
  fact: (facts) => facts.renewal?.opposition,
  reading: 'No text says whether one may ask who once opposed; cautious reading (RET-4). Checked 2026-11-24.',
});
export const renewalAfterOppositionExamples: readonly Example[] = [
  ['after an opposition to text messages', { declaredClass: ASKING, renewal: OPPOSED }, 'forbidden'],
  ['of a person who never opposed', { declaredClass: ASKING, renewal: FIRST }, 'not forbidden'],
  [
    'an offer, judged as prospecting',
    { declaredClass: ASKING, offerSigns: ['discount'], renewal: OPPOSED },
    'not forbidden',
  ],
];

/** Once in a term. */
export const renewalAskedBefore = REFERENTIEL.forbids('RENEWAL_ALREADY_ASKED', {
  when: (facts) => asksToRenew(facts) && facts.renewal?.wasAsked === true,
  reading: 'A question repeated is a solicitation; the référentiel speaks of one (RET-4). Checked 2026-11-24.',
});
export const renewalAskedBeforeExamples: readonly Example[] = [
  ['a second time in the last thirty days', { declaredClass: ASKING, renewal: AGAIN }, 'forbidden'],
  ['the first time', { declaredClass: ASKING, renewal: FIRST }, 'not forbidden'],
  [
    'an offer, judged as prospecting',
    { declaredClass: ASKING, offerSigns: ['discount'], renewal: AGAIN },
    'not forbidden',
  ],
];

/** Not before the end of the term is near: earlier there is nothing to renew. */
export const renewalTooEarly = REFERENTIEL.forbidsNow('RENEWAL_TOO_EARLY', {
  when: (facts) => asksToRenew(facts) && facts.at < (facts.renewal?.opensAt ?? 0),
  notBefore: (facts, from) => (asksToRenew(facts) ? Math.max(from, facts.renewal?.opensAt ?? 0) : from),
  tooLate: 'this-code',
  reading: 'The référentiel gives no day: the last thirty of the term are chosen (RET-4). Checked 2026-11-24.',
});
export const renewalTooEarlyExamples: readonly Example[] = [
  ['a second before the last thirty days', { declaredClass: ASKING, renewal: FIRST, at: 999_000 }, 'forbidden'],
  ['as the last thirty days begin', { declaredClass: ASKING, renewal: FIRST, at: 1_000_000 }, 'not forbidden'],
  [
    'an offer, judged as prospecting',
    { declaredClass: ASKING, offerSigns: ['discount'], renewal: FIRST, at: 999_000 },
    'not forbidden',
  ],
  ['an offer, a year before the term', { at: 999_000 }, 'not forbidden'],
];
