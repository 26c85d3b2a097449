import type { Random } from '../random.ts';
import { type Body, DAY, type Draft, iso } from './draft.ts';
import { APPROVER, NOTICE, SHOWN, WORDS } from './vocabulary.ts';

const REFUSAL = { words: 'Je ne souhaite pas recevoir vos offres.' } as const;
/** Words by which a checkout offers to refuse its own offers there and then. */
const REFUSALS = [
  REFUSAL.words,
  'Je refuse.',
  '☐ Je ne souhaite recevoir ni vos offres ni celles de vos partenaires.',
  'Cochez pour ne pas recevoir nos offres. Vous pourrez aussi vous désabonner dans chacun de nos e-mails.',
  'Vous avez le droit de vous opposer à la prospection : cochez ici ☐.',
  'I do not want to receive your offers.',
] as const;

/** What a person does, by the mode of collection; with it the state of the box, where the mode shows one. */
const ACTS: readonly (readonly [weight: number, Body])[] = [
  [10, { mode: 'web', mechanism: 'checkbox', defaultState: 'empty' }],
  [3, { mode: 'app', mechanism: 'choice-button', defaultState: 'empty' }],
  [2, { mode: 'paper', mechanism: 'signature', defaultState: 'not-applicable' }],
  [2, { mode: 'recorded-call', mechanism: 'spoken-yes' }],
  [1, { mode: 'till-spoken', mechanism: 'spoken-yes' }],
  [2, { mode: 'till-screen', mechanism: 'checkbox', defaultState: 'empty' }],
  // Said to be a page of ours, while the advertiser reports the act: it shows as little as any other.
  [1, { mode: 'hosted', mechanism: 'choice-button', defaultState: 'empty' }],
];
/** Modes of which the act leaves its own trace, which is to be on file. */
const LEAVES_A_TRACE: readonly unknown[] = ['paper', 'recorded-call', 'till-spoken', 'hosted'];

/** The act on this form must be shown by a file of its own. */
export const needsProof = ({ mode }: Body): boolean => LEAVES_A_TRACE.includes(mode);

const wordingOf = (channels: readonly string[]): string =>
  `Oui, je souhaite recevoir vos offres ${channels.map((channel) => WORDS[channel] ?? channel).join(', ')}.`;

/** What the form says, and the words that carry each channel: quoted alone, or the whole, which denies another channel. */
const saidOn = (random: Random, channels: readonly string[]): Body => {
  const [other] = Object.keys(WORDS).filter((channel) => !channels.includes(channel));
  if (other === undefined || !random.chance(0.15)) return quoting(wordingOf(channels), channels);
  const whole = wordingOf(channels).replace(/\.$/, `, mais jamais ${WORDS[other]}.`);
  return quoting(whole, channels, whole);
};
const quoting = (wording: string, channels: readonly string[], whole?: string): Body => ({
  wording,
  channels: channels.map((channel) => ({ channel, words: whole ?? WORDS[channel] ?? channel })),
});

/** A form on which a person agrees to these channels, and nothing is wrong. */
export const consentForm = (random: Random, channels: readonly string[], more: Body = {}): Body => ({
  ...random.weighted(ACTS),
  ...saidOn(random, channels),
  notice: { ...NOTICE },
  shown: { ...SHOWN },
  approver: { ...APPROVER },
  ...(random.chance(0.3) ? { refusal: { ...REFUSAL } } : {}),
  ...more,
});

/** A checkout at which a refusal is offered. */
export const checkoutForm = (random: Random, more: Body = {}): Body => ({
  mode: random.pick(['web', 'app', 'till-screen', 'till-spoken', 'paper', 'hosted']),
  wording: 'Vous recevrez nos offres sur des articles analogues. Vous pouvez refuser ci-dessous.',
  mechanism: 'checkbox',
  defaultState: 'empty',
  notice: { ...NOTICE },
  refusal: { words: random.pick([...REFUSALS, ...Array<string>(6).fill(REFUSAL.words)]) },
  shown: { ...SHOWN },
  approver: { ...APPROVER },
  ...more,
});

/** Stores a form version, and gives what a fact names it by. */
export const putForm = (
  draft: Draft,
  id: string,
  body: Body,
): { readonly formId: string; readonly version: string } => {
  const version = String(1 + draft.forms.filter((each) => each.id === id).length);
  draft.forms.push({ id, version, body });
  return { formId: id, version };
};

/** A version that was rebuilt from an archive long after it had been shown, and that a human reviewed once. */
export const rebuild = (draft: Draft, form: Body, named: { formId: string; version: string }, at: number): void => {
  const day = (instant: number): string => iso(instant).slice(0, 10);
  form.reconstruction = { from: day(at - 90 * DAY), until: day(at + 30 * DAY), sources: ['Archive du site'] };
  const body = { decision: 'allowed', reason: 'Archive relue.', decider: 'Hélène Marchand' };
  draft.decisions.push({ cause: `rebuilt-form:${named.formId}@${named.version}`, decidedAt: draft.at - DAY, body });
};
