import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { isRelational } from '../../readings/class-of.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { RGPD_21_1_COPIED } from '../../texts/sources.ts';

/** How the person refused relational messages: the latest of each kind, by its id. No consent lifts one: they rest on none. */
const REFUSALS = [
  ['everything', (facts: Facts) => facts.everythingRefused],
  ['by-its-means', (facts: Facts) => facts.relationalOpposition],
  ['after-verdict', (facts: Facts) => facts.relationalOppositionAfterVerdict],
] as const;
const refusalIn = (facts: Facts) => REFUSALS.find(([, refusal]) => refusal(facts) !== undefined);

/** What stops a relational message, whoever has the address: everything refused, or what was refused by means that one carried. */
export const REFUSED = {
  when: (facts: Facts) => isRelational(facts) && refusalIn(facts) !== undefined,
  fact: (facts: Facts) => refusalIn(facts)?.[1](facts),
  detail: (facts: Facts) => refusalIn(facts)?.[0],
} as const;

/**
 * GDPR, art. 21(1): the right to object to what rests on a legitimate interest, as a relational message does (CNIL, 10 June 2026). The
 * paragraph asks for grounds of the person's own; the note of CNIL does not, so that none are asked for. It was read elsewhere than
 * §§ 2 to 4 (`21.ts`).
 */
const RGPD_21_1 = article({
  id: 'rgpd-21-1/2018-05-25',
  code: 'Règlement (UE) 2016/679 (RGPD)',
  number: '21',
  inForce: { from: '2018-05-25' },
  kind: 'regulation',
  read: RGPD_21_1_COPIED,
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj?locale=fr',
});

export const relationalRefused = RGPD_21_1.forbids('RELATIONAL_REFUSED', {
  quote:
    'La personne concernée a le droit de s’opposer à tout moment, pour des raisons tenant à sa situation particulière, à un traitement des données à caractère personnel la concernant fondé sur l’article 6, paragraphe 1, point e) ou f)',
  sanctions: SANCTIONS.rights,
  paragraph: '§ 1',
  concerns: { relational: 'alone', recipient: 'natural-person' },
  ...REFUSED,
  reading:
    'No grounds are asked for, since CNIL (10 June 2026) asks that such messages can be refused easily; whoever refused everything refused them too (D5). Checked 2026-11-30.',
});

export const relationalRefusedExamples: readonly Example[] = [
  [
    'a survey, to one who refused everything',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      everythingRefused: 'o1',
    },
    'forbidden',
  ],
  [
    'a survey, to one who refused everything and agreed to offers since',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      globalOpposition: undefined,
      everythingRefused: 'o1',
    },
    'forbidden',
  ],
  [
    'a survey, by the link of which its reader refused',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      channelOpposition: 'o1',
      relationalOpposition: 'o1',
    },
    'forbidden',
  ],
  [
    'a survey refused at two past noon, still queued',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      relationalOppositionAfterVerdict: 'o1',
    },
    'forbidden',
  ],
  [
    'a survey, to one who refused an offer by its link',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      channelOpposition: 'o1',
    },
    'not forbidden',
  ],
  [
    'a survey, and an offer refused since',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      oppositionAfterVerdict: 'o1',
    },
    'not forbidden',
  ],
  [
    'an offer, to one who refused everything: prospecting',
    { globalOpposition: 'o1', everythingRefused: 'o1' },
    'not forbidden',
  ],
  [
    'an order confirmation, to one who refused everything',
    { declaredClass: 'transactional', everythingRefused: 'o1' },
    'not forbidden',
  ],
  [
    'a survey to contact@ of a company, which has no such right',
    {
      declaredClass: 'relational',
      templateCause: 'template:survey@1',
      decided: { 'template:survey@1': 'allowed' },
      isRoleAddressOfLegalPerson: true,
      everythingRefused: 'o1',
    },
    'not forbidden',
  ],
];
