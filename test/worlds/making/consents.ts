import type { Random } from '../random.ts';
import { type Founded, giveConsent, oppose, opposeBefore, usualAge } from './acts.ts';
import { type Blank, declare, type Kind, offer, setAddress } from './base.ts';
import { type Body, DAY, type Draft, HOUR } from './draft.ts';
import { NEARBY, PERSONAL_MAILBOXES } from './people.ts';
import { yearsKept } from './settings.ts';
import { putTemplate } from './templates.ts';
import {
  APPROVER,
  BROKER,
  INSULATION,
  JUDGED,
  LOAN,
  OWN_SIREN,
  PARTNER,
  PROOF,
  SUPPLEMENTS,
  TOYS,
  WORKSHOP,
} from './vocabulary.ts';

/** An age at which a consent still counts: under a year for calls, within what the advertiser keeps otherwise. */
const countingAge = (draft: Draft, random: Random): number =>
  Math.min(
    usualAge(random),
    (draft.channel === 'automated-call' ? 364 : yearsKept(draft.settings, 'prospectYears') * 360) * DAY,
  );

/** The channel of the message, now and then with others beside it. */
const channelsAround = (random: Random, channel: string): readonly string[] =>
  random.chance(0.3) ? [...new Set([channel, random.pick(JUDGED)])] : [channel];

const aConsumer = ({ draft, random, where }: Blank): void => {
  setAddress(draft, where, random.pick(PERSONAL_MAILBOXES));
  if (random.chance(0.5)) declare(draft, { kind: 'consumer' });
  if (random.chance(0.15)) declare(draft, { ageBand: random.pick(['adult', '15-17']) });
};

const simply = (blank: Blank, more: { readonly form?: Body; readonly body?: Body } = {}) => {
  const { draft, random } = blank;
  const channels = channelsAround(random, draft.channel);
  return giveConsent(draft, random, { at: draft.at - countingAge(draft, random), channels, ...more });
};

/** Words that name a sensitive use outright, each with the sentence that a wording says it in. */
const USES = [
  ['pour ma santé', 'J’accepte aussi des offres de compléments pour ma santé.'],
  ['compléments alimentaires', 'Ces offres sont celles de nos compléments alimentaires.'],
  ['des offres liées à mon sommeil', 'J’accepte que mes réponses servent à m’adresser des offres liées à mon sommeil.'],
  ['produits sans gluten', 'J’accepte aussi des offres de produits sans gluten.'],
  ['pour ne plus fumer', 'J’accepte aussi vos offres pour ne plus fumer.'],
  ['personnes qui n’entendent plus bien', 'J’accepte aussi les offres faites aux personnes qui n’entendent plus bien.'],
] as const;

/** The wording names the use of what the person told of their health. */
const namingTheUse = (random: Random, founded: Founded): Founded => {
  const [words, sentence] = random.pick(USES);
  const { form } = founded;
  const wording = `${String(form.wording)} ${sentence}`;
  return Object.assign(founded, {
    form: Object.assign(form, { wording, explicitWords: [{ category: SUPPLEMENTS, words }] }),
  });
};

const CALLS_TOO = JUDGED;

/** Consents by which a message is allowed, each with how often it is drawn. */
export const CONSENTS: readonly (readonly [weight: number, Kind])[] = [
  [
    14,
    {
      founding: 'consent',
      channels: CALLS_TOO,
      lay: (blank) => {
        aConsumer(blank);
        offer(blank.draft);
        return simply(blank);
      },
    },
  ],
  [
    3,
    {
      founding: 'consent',
      channels: CALLS_TOO,
      whereabouts: (random) => random.pick(NEARBY),
      lay: (blank) => {
        aConsumer(blank);
        declare(
          blank.draft,
          blank.draft.channel === 'email' ? { country: blank.random.pick(['AT', 'BE', 'GB', 'CH']) } : {},
        );
        offer(blank.draft);
        return simply(blank);
      },
    },
  ],
  [
    3,
    {
      founding: 'consent',
      channels: CALLS_TOO,
      lay: (blank) => {
        aConsumer(blank);
        declare(blank.draft, {
          ageBand: blank.random.pick(['under-15', '15-17']),
          parentalConsent: { agreedAt: '2009-02-02T09:00:00.000Z', evidence: { sha256: 'd'.repeat(64) } },
        });
        offer(blank.draft, blank.random.pick([TOYS, 'seeds']));
        return simply(blank);
      },
    },
  ],
  [
    2,
    {
      founding: 'consent',
      channels: CALLS_TOO,
      lay: (blank) => {
        aConsumer(blank);
        offer(blank.draft, SUPPLEMENTS);
        return namingTheUse(blank.random, simply(blank));
      },
    },
  ],
  [
    5,
    {
      founding: 'consent-through-partner',
      channels: CALLS_TOO,
      lay: (blank) => {
        aConsumer(blank);
        offer(blank.draft);
        const form = { purposes: ['partner-offers'], partnersNamed: [{ siren: OWN_SIREN, name: 'Maison Ablette' }] };
        return simply(blank, { form, body: { collector: { ...BROKER }, proof: { ...PROOF } } });
      },
    },
  ],
  [
    4,
    {
      founding: 'consent-to-partner-offers',
      channels: CALLS_TOO,
      lay: (blank) => {
        aConsumer(blank);
        offer(blank.draft, 'boats');
        Object.assign(blank.draft.message, { purpose: 'partner-offers', partner: { ...PARTNER } });
        const form = { purposes: ['own-offers', 'partner-offers'], partnersNamed: [{ ...PARTNER }] };
        return simply(blank, { form, body: { purpose: 'partner-offers' } });
      },
    },
  ],
  [5, { founding: 'consent', channels: CALLS_TOO, lay: (blank) => comeBack(blank) }],
  [2, { founding: 'consent', channels: ['email'], lay: (blank) => lookedAt(blank, LOAN, 'credit') }],
  [2, { founding: 'consent', channels: CALLS_TOO, lay: (blank) => lookedAt(blank, INSULATION, 'sector') }],
  [2, { founding: 'consent', channels: CALLS_TOO, lay: (blank) => lookedAt(blank, WORKSHOP, 'cpf') }],
];

/** Something that a human had to look at in the template, and did (L. 312-9, L. 223-8, L. 6323-8-1). */
const lookedAt = (blank: Blank, category: string, prefix: 'credit' | 'sector' | 'cpf') => {
  const { draft, random } = blank;
  aConsumer(blank);
  putTemplate(draft, 'catalogue', { class: 'prospecting', category, approver: { ...APPROVER } });
  const body = { decision: 'allowed', reason: 'Relu une fois.', decider: 'Hélène Marchand' };
  draft.decisions.push({ cause: `${prefix}:catalogue@1`, decidedAt: draft.at - random.pick([1, 3, 40]) * DAY, body });
  return simply(blank);
};

/** Opposed once, and agreed again later by the person's own act, which is on file (OPP-4). */
const comeBack = (blank: Blank) => {
  const { draft, random } = blank;
  aConsumer(blank);
  offer(draft);
  const age = Math.min(countingAge(draft, random), 300 * DAY);
  const channels = [draft.channel];
  const of = random.pick<Body>([
    { scope: 'global' },
    { scope: 'channel', channels },
    { scope: 'purpose', channels, purpose: 'own-offers' },
  ]);
  const before = draft.at - age - random.pick([1, HOUR, 30 * DAY, 200 * DAY]);
  if (random.chance(0.6)) oppose(draft, random, { of, at: before });
  else opposeBefore(draft, draft.channel === 'email' ? 'one-click' : 'link', { scope: 'channel', channels }, before);
  for (const act of draft.acts) act.recordedAt = Math.max(before, Math.min(act.recordedAt, draft.at - 2));
  const last = Math.max(...draft.acts.map(({ recordedAt }) => recordedAt));
  const consent = giveConsent(draft, random, {
    at: Math.min(draft.at, Math.max(draft.at - age, last + 1)),
    channels,
    body: { proof: { ...PROOF } },
  });
  consent.act.recordedAt = Math.max(consent.act.recordedAt, last + 1);
  return consent;
};
