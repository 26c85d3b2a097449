import { type Base, declare, offer } from '../making/base.ts';
import { DAY, type Draft, iso, yearsBefore } from '../making/draft.ts';
import { choose, yearsKept } from '../making/settings.ts';
import { BROKER, OTHER_BROKER, SISTER, TOYS } from '../making/vocabulary.ts';
import type { Random } from '../random.ts';
import type { Spoiling } from './spoiling.ts';

const CONSENT = ['consent', 'consent-through-partner', 'consent-to-partner-offers'] as const;
const PARTNER = ['consent-through-partner'] as const;
/** Partners that a form names, none of whom is the one of whom it is a question. */
const OTHERS = OTHER_BROKER;

/** Something wrong with the consent itself. */
const onConsent = (
  name: string,
  spoil: (body: Record<string, unknown>, random: Random, base: Base) => void,
  on: Spoiling['on'] = CONSENT,
): Spoiling => ({
  name,
  on,
  applies: ({ act }) => act?.kind === 'consent',
  spoil: (base, random) => {
    if (base.act !== undefined) spoil(base.act.body, random, base);
  },
});

/** Something else than the system changed what is stored of the consent or the sale. */
export const altered = (on: Spoiling['on']): Spoiling => ({
  name: 'what is stored of it was changed',
  on,
  applies: ({ act }) => act?.kind === 'consent' || act?.kind === 'sale',
  spoil: ({ act }) => {
    if (act !== undefined) act.altered = true;
  },
});

/** After the consent, an act of the person or of an operator ends it. */
const afterwards = (name: string, kind: 'withdrawal' | 'invalidation'): Spoiling => ({
  name,
  on: CONSENT,
  applies: ({ act }) => act?.kind === 'consent',
  spoil: ({ act, draft }, random) => {
    if (act === undefined) return;
    const recordedAt = act.recordedAt + Math.floor((draft.at - act.recordedAt) * random.next());
    const body = kind === 'withdrawal' ? { occurredAt: iso(recordedAt) } : { reason: 'Formulaire erroné.' };
    draft.acts.push({ kind, address: 0, recordedAt, of: act, body });
  },
});

const without = (form: Record<string, unknown>, ...fields: readonly string[]): void => {
  for (const field of fields) delete form[field];
};

const otherChannel = (channel: string): string => (channel === 'email' ? 'sms' : 'email');

/** Consents to calls last a year since 11 August 2026, in Paris. */
const isCalledForAYear = ({ at, channel }: Draft): boolean =>
  channel === 'automated-call' && at >= Date.parse('2026-08-11T00:00:00+02:00');

/** Ages just beyond a term, and far beyond it. */
const beyond = (random: Random, term: number): number => term - random.pick([1, 1, 1000, DAY, 400 * DAY]);

/** What spoils a consent. */
export const CONSENT_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [2, altered(CONSENT)],
  [2, onConsent('no form is known', (body) => without(body, 'form'))],
  [
    3,
    onConsent('the record names another channel', (body, _, { draft }) =>
      Object.assign(body, { channels: [otherChannel(draft.channel)] }),
    ),
  ],
  [
    2,
    onConsent('it was given for another purpose', (body, random) =>
      Object.assign(body, {
        purpose: random.pick(['tracking', body.purpose === 'partner-offers' ? 'own-offers' : 'partner-offers']),
      }),
    ),
  ],
  [3, onConsent('it awaits its confirmation', (body) => Object.assign(body, { confirmation: 'pending' }))],
  [
    2,
    onConsent('an unlawful message asked for it', (body) => Object.assign(body, { drawnBy: 'message' }), ['consent']),
  ],
  [2, afterwards('it was withdrawn', 'withdrawal')],
  [2, afterwards('it was invalidated', 'invalidation')],
  [
    3,
    onConsent(
      'it is too old',
      (body, random, { draft }) => {
        const term =
          isCalledForAYear(draft) && random.chance(0.7)
            ? draft.at - 365 * DAY
            : yearsBefore(draft.at, yearsKept(draft.settings, 'prospectYears'));
        Object.assign(body, { givenAt: iso(beyond(random, term)) });
      },
      ['consent', 'consent-through-partner', 'consent-to-partner-offers'],
    ),
  ],
  [
    14,
    {
      name: 'a consent to calls is over a year old',
      on: CONSENT,
      applies: ({ draft }) => isCalledForAYear(draft),
      spoil: ({ act, draft }, random) => {
        if (act?.kind === 'consent') act.body.givenAt = iso(draft.at - 365 * DAY - random.pick([1, DAY, 200 * DAY]));
      },
    },
  ],
  [
    2,
    onConsent(
      'another person collected it',
      (body, random, { form }) => {
        Object.assign(body, { collector: random.pick([SISTER, BROKER]) });
        const partnersNamed = random.pick([[], [], [{ ...OTHERS }]]);
        if (form !== undefined) Object.assign(form, { partnersNamed, purposes: ['own-offers'] });
      },
      ['consent'],
    ),
  ],
  [
    12,
    onConsent(
      'the partner was not named, or others alone were',
      (_, random, { form }) => form && Object.assign(form, { partnersNamed: random.pick([[], [{ ...OTHERS }]]) }),
      PARTNER,
    ),
  ],
  [
    6,
    onConsent(
      'a partner that the form does not name, or that the message does not',
      (_, random, { form, draft }) => {
        if (random.chance(0.5)) delete draft.message.partner;
        else Object.assign(form ?? {}, { partnersNamed: random.pick([[], [{ ...OTHERS }]]) });
      },
      ['consent-to-partner-offers'],
    ),
  ],
  [
    6,
    onConsent(
      'it passed through other hands',
      (body) => Object.assign(body, { transferredBy: [OTHER_BROKER] }),
      PARTNER,
    ),
  ],
  [12, onConsent('its proof is held elsewhere', (body) => without(body, 'proof'), PARTNER)],
  [
    2,
    {
      name: 'a child agreed alone',
      on: CONSENT,
      applies: () => true,
      spoil: (base, random) => {
        declare(base.draft, { ageBand: 'under-15' });
        delete base.draft.declared[0]?.parentalConsent;
        if (random.chance(0.4)) {
          delete base.draft.declared[0]?.ageBand;
          if (base.founding === 'consent-to-partner-offers') Object.assign(base.form ?? {}, { childDirected: true });
          else offer(base.draft, TOYS);
        }
      },
    },
  ],
  [
    2,
    {
      name: 'a child agreed alone, who is an adult today',
      on: CONSENT,
      applies: () => true,
      spoil: ({ draft }, random) => {
        declare(draft, { language: 'fr' });
        delete draft.declared[0]?.parentalConsent;
        delete draft.declared[0]?.ageBand;
        // Too late: who agrees on the day on which another age is declared agrees with no child.
        if (random.chance(0.5))
          declare(draft, { parentalConsent: { agreedAt: iso(draft.at), evidence: { sha256: 'd'.repeat(64) } } });
        draft.grewUp = true;
      },
    },
  ],
  [
    2,
    {
      name: 'from fifteen on, by the stricter reading',
      on: CONSENT,
      applies: () => true,
      spoil: ({ draft }) => {
        declare(draft, { ageBand: '15-17' });
        delete draft.declared[0]?.parentalConsent;
        choose(draft.settings, 'minors-from-fifteen-are-reviewed');
      },
    },
  ],
];
