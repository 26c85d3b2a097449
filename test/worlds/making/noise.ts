import type { Random } from '../random.ts';
import { giveConsent, oppose, opposeBefore, sell, usualAge } from './acts.ts';
import { type Base, declare, offer } from './base.ts';
import { type Body, DAY, type Draft, iso, recordedAfter } from './draft.ts';
import { askedBy, giveAgain, runContract } from './repeated.ts';
import { choose } from './settings.ts';
import { templateOf } from './templates.ts';
import { agreesAfterReport, agreesThoughRestricted, comesBack, comesBackFor, restrictForAWhile } from './use.ts';
import { APPEAL, BROKER, COURSE, FOREIGN_GOODS, HEAT_PUMPS, JUDGED, LOAN, SISTER } from './vocabulary.ts';

type Noise = (draft: Draft, random: Random) => void;

const act = (draft: Draft, random: Random): void => {
  const at = draft.at - usualAge(random);
  const kind = random.pick(['order', 'login', 'reply', 'inbound-call', 'visit', 'human-click']);
  const body = { act: kind, occurredAt: iso(at) };
  draft.acts.push({ kind: 'activity', address: 0, recordedAt: recordedAfter(draft, random, at), body });
};

/** A second address, of the same person or of a stranger. */
const secondAddress = (draft: Draft, random: Random): number => {
  if (draft.addresses.length > 1) return 1;
  const address =
    draft.addresses.push(draft.channel === 'email' ? { phone: '+33611223344' } : { email: 'j.roy@laposte.net' }) - 1;
  const isLinked = random.chance(0.5);
  draft.declared[address] = isLinked ? { personRef: 'crm-10042' } : { kind: 'consumer' };
  if (isLinked) declare(draft, { personRef: 'crm-10042' });
  return address;
};

/** Other readings, which matter on some worlds. */
const READINGS = [
  'sms-stop-covers-everything',
  'first-message-carries-professional-notice',
  'minors-from-fifteen-are-reviewed',
  'free-account-is-a-sale',
  'existing-customers-by-automated-call',
  'professionals-by-automated-call',
  'sms-to-legal-person',
  'non-commercial-appeals',
  'automated-call-at-agreed-hour',
  'automated-calls-by-l34-5-alone',
] as const;

const VOID_CONSENTS: readonly { readonly form?: Body; readonly body?: Body }[] = [
  { form: { mode: 'web', defaultState: 'ticked', mechanism: 'checkbox' } },
  { form: { mechanism: 'implied' } },
  { body: { confirmation: 'pending' } },
  { body: { collector: { ...BROKER } } },
  { body: { drawnBy: 'message' } },
  { body: { purpose: 'partner-offers' } },
];
/** On every other day a call asked for it, and no message. */
const askedIn = ({ at }: Draft, { form, body }: (typeof VOID_CONSENTS)[number]): (typeof VOID_CONSENTS)[number] => ({
  ...(form && { form }),
  ...(body && { body: body.drawnBy === undefined ? body : { ...body, drawnBy: askedBy(at) } }),
});
const VOID_SALES: readonly Body[] = [
  { type: 'quote' },
  { type: 'basket' },
  { sellerSiren: SISTER.siren },
  { coordinatesFrom: 'marketplace' },
  { lines: [{ category: FOREIGN_GOODS }] },
];

const NOISES: readonly (readonly [weight: number, Noise])[] = [
  [6, act],
  [
    4,
    (draft, random) =>
      void giveConsent(draft, random, { at: draft.at - usualAge(random), channels: [random.pick(JUDGED)] }),
  ],
  [
    4,
    (draft, random) =>
      void giveConsent(draft, random, {
        at: draft.at - usualAge(random),
        channels: [draft.channel],
        ...askedIn(draft, random.pick(VOID_CONSENTS)),
      }),
  ],
  [3, (draft, random) => void sell(draft, random, { at: draft.at - usualAge(random), body: random.pick(VOID_SALES) })],
  [2, (draft, random) => void sell(draft, random, { at: draft.at - usualAge(random) })],
  [
    2,
    (draft, random) => {
      const body = { type: random.pick(['donation', 'membership']), lines: [{ category: APPEAL }] };
      sell(draft, random, { at: draft.at - usualAge(random), body });
    },
  ],
  [1, (draft) => offer(draft, APPEAL)],
  [
    2,
    (draft, random) =>
      void sell(draft, random, { at: draft.at - usualAge(random), body: { cancelledAt: iso(draft.at - 900 * DAY) } }),
  ],
  [
    4,
    (draft, random) => {
      const of = random.pick<Body>([
        { scope: 'channel', channels: [random.pick([...JUDGED, 'fax'])] },
        {
          scope: 'purpose',
          channels: [random.pick(JUDGED)],
          purpose: random.pick(['own-offers', 'partner-offers', 'tracking']),
        },
      ]);
      oppose(draft, random, { of, at: draft.at - usualAge(random) });
    },
  ],
  [
    3,
    (draft, random) =>
      void oppose(draft, random, {
        of: { scope: 'global' },
        at: draft.at - usualAge(random),
        address: secondAddress(draft, random),
      }),
  ],
  [
    2,
    (draft, random) =>
      void giveConsent(draft, random, {
        at: draft.at - usualAge(random),
        channels: [draft.channel],
        address: secondAddress(draft, random),
      }),
  ],
  [
    1,
    (draft, random) =>
      void opposeBefore(
        draft,
        'link',
        { scope: 'channel', channels: [draft.channel] },
        draft.at - usualAge(random),
        secondAddress(draft, random),
      ),
  ],
  [
    2,
    (draft, random) => {
      const of = random.pick<Body>([
        { scope: 'channel', channels: ['fax'] },
        { scope: 'channel', channels: [random.pick(JUDGED)] },
      ]);
      const refusal = random.chance(0.3) ? {} : { of };
      const address = random.chance(0.5) ? 0 : secondAddress(draft, random);
      sell(draft, random, { at: draft.at - usualAge(random), address, body: { refusal } });
    },
  ],
  [3, ({ sent, at, channel }, random) => void sent.push({ channel, at: at - random.int(1, 35 * 24) * 3_600_000 })],
  [
    2,
    ({ sent, at, channel }, random) => {
      const noted = random.pick(['transactional', 'relational'] as const);
      const hours = random.pick([9, 20 * 24]);
      for (let times = random.int(1, 6); times > 0; times--)
        sent.push({ channel, at: at - random.int(1, hours * 60) * 60_000, class: noted });
    },
  ],
  [1, (draft, random) => declare(draft, { lastActAt: iso(draft.at - random.int(1, 1500) * DAY) })],
  [1, (draft) => declare(draft, { language: 'en' })],
  [1, (draft) => offer(draft, HEAT_PUMPS)],
  [1, (draft) => offer(draft, COURSE)],
  [1, (draft) => offer(draft, LOAN)],
  [
    1,
    (draft, random) => {
      Object.assign(templateOf(draft) ?? {}, { incites: random.pick(['call', 'text']) });
    },
  ],
  [3, giveAgain],
  [2, runContract],
  [2, (draft, random) => restrictForAWhile(draft, random)],
  [1, (draft, random) => restrictForAWhile(draft, random, secondAddress(draft, random))],
  [1, agreesThoughRestricted],
  [2, (draft, random) => agreesAfterReport(draft, random, random.chance(0.5) ? {} : random.pick(VOID_CONSENTS))],
  [2, (draft, random) => comesBack(draft, random.pick(['permanent', 'listed']), draft.at - usualAge(random))],
  [1, (draft, random) => comesBack(draft, 'permanent', draft.at - usualAge(random), secondAddress(draft, random))],
  [2, (draft, random) => comesBackFor(draft, random.int(1, 4), draft.at - random.int(0, 40) * DAY, random.int(0, 16))],
  [2, ({ settings }, random) => choose(settings, random.pick(READINGS))],
];

/** Other records, which matter or not. */
export const addNoise = ({ draft }: Base, random: Random): void => {
  const count = random.weighted([
    [45, 0],
    [30, 1],
    [15, 2],
    [8, 4],
    [2, 8],
  ]);
  for (let index = 0; index < count; index++) random.weighted(NOISES)(draft, random);
};
