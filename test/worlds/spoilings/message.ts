import { type Base, declare, type Founding, offer } from '../making/base.ts';
import type { Body } from '../making/draft.ts';
import { FAR_AWAY } from '../making/people.ts';
import { putTemplate, templateOf } from '../making/templates.ts';
import {
  APPROVER,
  COURSE,
  FIRM_SIREN,
  FUNCTIONAL_CODE,
  HEAT_PUMPS,
  SENDER_ID,
  SOLD,
  SUPPLEMENTS,
} from '../making/vocabulary.ts';
import { EVERY, PROSPECTING, type Spoiling, spoiling, TO_CONSUMERS } from './spoiling.ts';

/** Since 2 July 2025, in Paris. */
const isBanned = ({ draft }: Base): boolean => draft.at >= Date.parse('2025-07-02T00:00:00+02:00');

/** Since 21 December 2022, in Paris. */
const isTrainingBanned = ({ draft }: Base): boolean => draft.at >= Date.parse('2022-12-21T00:00:00+01:00');

const offering = (name: string, category: string, applies: Spoiling['applies']): Spoiling => ({
  name,
  on: TO_CONSUMERS,
  applies: (base) =>
    base.draft.message.template === undefined && base.draft.message.offerCategory !== category && applies(base),
  spoil: ({ draft }) => offer(draft, category),
});

/** Channels that are named and not built, by the kind of address that they reach. */
const NOT_BUILT = ['fax', 'rcs', 'live-call', 'voicemail-drop'] as const;
/** The basis that a message may name, by what it rests on. */
const STATED: Readonly<Partial<Record<Founding, string>>> = {
  sale: 'existing-customer',
  'sale-by-free-account': 'existing-customer',
  support: 'existing-customer',
  profession: 'professional-interest',
  'legal-person': 'legal-person',
};
const OTHER_STATED = ['consent', 'existing-customer', 'professional-interest', 'legal-person'] as const;

/** The same of one who is also in trade: what they did as a private person is a consumer's (FR-B2B-3). */
const toATrader = (to: Spoiling): Spoiling => ({
  ...to,
  name: `${to.name}, to one who is also in trade`,
  spoil: (base, random) => {
    to.spoil(base, random);
    declare(base.draft, { kind: random.pick(['sole-trader', 'professional']), organisation: { siren: FIRM_SIREN } });
  },
});

/** What is wrong with the message, its sender or its recipient. */
export const MESSAGE_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [
    2,
    spoiling(
      EVERY,
      'a channel that is not built',
      ({ draft }, random) => {
        draft.message.channel = random.pick(NOT_BUILT);
      },
      ({ draft }) => draft.channel !== 'email',
    ),
  ],
  [
    2,
    spoiling(PROSPECTING, 'the message names another basis than it has', ({ draft, act, founding }, random) => {
      const own = act?.kind === 'consent' ? 'consent' : (STATED[founding] ?? 'existing-customer');
      // Another spoiling may have had them agree later: then the message has that basis as well.
      const hasConsent = draft.acts.some(({ kind }) => kind === 'consent');
      const others = OTHER_STATED.filter((each) => each !== own && !(hasConsent && each === 'consent'));
      draft.message.basis = random.pick(others);
    }),
  ],
  [
    1,
    {
      name: 'nothing was ever recorded',
      on: ['consent', 'sale'],
      applies: () => true,
      spoil: ({ draft }, random) => {
        draft.acts.length = 0;
        if (random.chance(0.5)) draft.message.basis = 'consent';
      },
    },
  ],
  [2, offering('works for home energy are offered', HEAT_PUMPS, isBanned)],
  [2, toATrader(offering('works for home energy are offered', HEAT_PUMPS, isBanned))],
  [
    2,
    {
      ...offering('training on a personal account is offered', COURSE, isTrainingBanned),
      on: [...TO_CONSUMERS, 'profession'],
    },
  ],
  [
    20, // of the few bases that it spoils
    {
      name: 'training that the person attends by no contract for services of that category',
      on: ['sale'],
      applies: (base) =>
        base.draft.message.offerCategory === COURSE && base.act?.kind === 'sale' && isTrainingBanned(base),
      spoil: ({ act }, random) => {
        const none = random.pick<Body>([
          { type: 'paid-subscription' },
          { type: 'paid-subscription' },
          { lines: [{ category: SOLD }] },
        ]);
        Object.assign(act?.body ?? {}, none);
      },
    },
  ],
  [2, offering('a sensitive offer', SUPPLEMENTS, () => true)],
  [
    2,
    spoiling(EVERY, 'no rules for the country', ({ draft, where }, random) => {
      const far = random.pick(FAR_AWAY);
      if (draft.channel === 'email') declare(draft, { country: random.pick(['US', 'MA']) });
      else draft.addresses[0] = { phone: far.phone === where.phone ? '+12025550123' : far.phone };
      if (draft.channel !== 'email') declare(draft, { country: 'US' });
    }),
  ],
  [
    2,
    spoiling(
      PROSPECTING,
      'only consent counts in that country',
      ({ draft }) => declare(draft, { country: 'DE' }),
      ({ act, founding }) => act?.kind !== 'consent' && founding !== 'renewal',
    ),
  ],
  [
    2,
    spoiling(EVERY, 'a sender that nobody registered', ({ draft }, random) => {
      const unknown =
        draft.channel === 'email'
          ? ['autre@maison-ablette.example']
          : draft.channel === 'automated-call'
            ? ['+33162999999']
            : ['PROMO', 'INCONNU'];
      draft.message.sender = random.pick(unknown);
    }),
  ],
  [
    2,
    spoiling(
      PROSPECTING,
      'prospecting from the short code of functional messages',
      ({ draft }, random) => {
        const replyCode = '36180';
        const isFirst = random.chance(0.5);
        const sms = [
          { senderId: FUNCTIONAL_CODE, replyCode },
          ...(isFirst ? [] : [{ senderId: SENDER_ID, replyCode }]),
        ];
        draft.settings.senders = { sms };
        if (!isFirst || random.chance(0.5)) draft.message.sender = FUNCTIONAL_CODE;
      },
      ({ draft }) => draft.channel === 'sms' || draft.channel === 'mms',
    ),
  ],
  [
    1,
    spoiling(
      PROSPECTING,
      'a mobile number is shown to whom is called',
      ({ draft }) => {
        draft.settings.senders = {};
        draft.message.sender = '+33612999999';
      },
      ({ draft }) => draft.channel === 'automated-call',
    ),
  ],
  [
    1,
    spoiling(
      PROSPECTING,
      'a reply that never was',
      ({ draft }, random) => {
        draft.message.subject = random.pick(['RE: votre dossier', 'Tr : vos semences', 'Fwd: à voir']);
      },
      ({ draft }) => draft.channel === 'email',
    ),
  ],
  [
    1,
    spoiling(
      PROSPECTING,
      'the subject was found unrelated',
      ({ draft }) => {
        const found = { subjectJudgement: 'unrelated', approver: { ...APPROVER } };
        if (templateOf(draft) !== undefined) Object.assign(templateOf(draft) ?? {}, found);
        else putTemplate(draft, 'lettre', { class: 'prospecting', category: draft.message.offerCategory, ...found });
      },
      ({ draft, founding }) =>
        draft.channel === 'email' && (founding === 'renewal' || draft.message.template === undefined),
    ),
  ],
];
