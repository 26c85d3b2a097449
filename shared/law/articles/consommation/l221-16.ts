import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { LEGI_CONSOMMATION } from '../../texts/sources.ts';
import { EVERY_DAY } from '../../texts/text.ts';

/**
 * Code de la consommation, art. L. 221-16: what a commercial call to a consumer says first. Its first day was not read. Who calls
 * is asked by L. 34-5, al. 5 of every call (`ADVERTISER_HIDDEN`). Not coded: the list of oppositions to calls, which ended on 11
 * August 2026; the offer that is confirmed in writing, which is after the call.
 */
const L221_16_BEFORE = article({
  id: 'l221-16/2026-04-03',
  code: 'Code de la consommation',
  number: 'L. 221-16',
  inForce: { ...EVERY_DAY, until: '2026-08-11' },
  asOf: '2026-04-03',
  kind: 'statute',
  read: LEGI_CONSOMMATION,
});

/** The same since 11 August 2026: loi n° 2025-594 changed it, and its words since then were not read. */
const L221_16 = article({
  id: 'l221-16/2026-08-11',
  code: 'Code de la consommation',
  number: 'L. 221-16',
  inForce: { from: '2026-08-11' },
  kind: 'statute',
});

const HIDES_ITS_NATURE = {
  paragraph: 'al. 1',
  sanctions: SANCTIONS.hiddenNature,
  concerns: { channels: ['automated-call'], audience: 'consumer' },
  when: (facts: Facts) => facts.hidesCommercialNature === true,
} as const;
const WHAT_SAYS_IT =
  'Among its first fifty words one of advertising, commerce, an offer, a sale or a discount is held to say it. L. 223-7 sends automated calls to L. 34-5: the article is applied to them all the same (VOICE-1).';

export const callOfHiddenNatureBefore = L221_16_BEFORE.forbids('AD_NOT_RECOGNISABLE', {
  ...HIDES_ITS_NATURE,
  quote:
    'indique au début de la conversation, de manière claire, précise et compréhensible, son identité, le cas échéant l’identité de la personne pour le compte de laquelle il effectue cet appel et la nature commerciale de celui-ci',
  reading: `${WHAT_SAYS_IT} Checked 2026-12-01.`,
});
export const callOfHiddenNatureBeforeExamples: readonly Example[] = [
  [
    'nothing at its beginning says that it sells',
    { channel: 'automated-call', hidesCommercialNature: true },
    'forbidden',
  ],
  ['it says so', { channel: 'automated-call' }, 'not forbidden'],
];

export const callOfHiddenNature = L221_16.forbids('AD_NOT_RECOGNISABLE', {
  ...HIDES_ITS_NATURE,
  reading: `Its words since 11 August 2026 were not read: it is held to ask still what it asked before. ${WHAT_SAYS_IT} Checked 2026-12-01.`,
});
export const callOfHiddenNatureExamples: readonly Example[] = [
  [
    'nothing at its beginning says that it sells',
    { channel: 'automated-call', hidesCommercialNature: true },
    'forbidden',
  ],
  ['it says so', { channel: 'automated-call' }, 'not forbidden'],
  [
    'the same to a hotelier, of whom the article does not speak',
    { channel: 'automated-call', hidesCommercialNature: true, isConsumer: false },
    'not forbidden',
  ],
  [
    'a call for a parcel, which is no commercial one',
    { channel: 'automated-call', hidesCommercialNature: true, declaredClass: 'transactional' },
    'not forbidden',
  ],
];
