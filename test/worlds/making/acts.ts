import type { Act } from '../../oracle/world.ts';
import type { Random } from '../random.ts';
import { type Body, DAY, type Draft, type DraftAct, HOUR, iso, recordedAfter } from './draft.ts';
import { checkoutForm, consentForm, needsProof, putForm, rebuild } from './forms.ts';
import { PROOF, SOLD } from './vocabulary.ts';

interface Given {
  readonly address?: number;
  readonly at: number;
  readonly channels: readonly string[];
  readonly form?: Body;
  readonly body?: Body;
}

/** What a founding act left: the act, and the form that it names. */
export interface Founded {
  readonly act: DraftAct;
  readonly form: Body;
}

/** A consent to these channels, on a form of its own. */
export const giveConsent = (draft: Draft, random: Random, given: Given): Founded => {
  const { address = 0, at, channels } = given;
  const form = consentForm(random, channels, given.form);
  const named = putForm(draft, 'newsletter', form);
  if (random.chance(0.06)) rebuild(draft, form, named, at);
  const body: Body = {
    channels: [...channels],
    givenAt: iso(at),
    form: named,
    ...(needsProof(form) || random.chance(0.5) ? { proof: { ...PROOF } } : {}),
    ...given.body,
  };
  const act: DraftAct = { kind: 'consent', address, recordedAt: recordedAfter(draft, random, at), body };
  draft.acts.push(act);
  return { act, form };
};

interface Sold {
  readonly address?: number;
  readonly at: number;
  readonly form?: Body;
  readonly body?: Body;
}

/** An order or contract, at a checkout where a refusal was offered. */
export const sell = (draft: Draft, random: Random, { address = 0, at, ...sold }: Sold): Founded => {
  const form = checkoutForm(random, sold.form);
  const named = putForm(draft, 'checkout', form);
  if (random.chance(0.06)) rebuild(draft, form, named, at);
  const body: Body = {
    reference: `F-${draft.acts.length + 1}`,
    type: random.pick(['order', 'order', 'service-contract', 'paid-subscription']),
    soldAt: iso(at),
    lines: [{ category: SOLD }],
    form: named,
    ...sold.body,
  };
  const act: DraftAct = { kind: 'sale', address, recordedAt: recordedAfter(draft, random, at), body };
  draft.acts.push(act);
  return { act, form };
};

const REPORTED = ['phone', 'letter', 'shop', 'email', 'account', 'partner', 'complaint'] as const;
/** Ways by which a person speaks for every address. */
export const OF_THE_PERSON = ['phone', 'letter', 'shop', 'email', 'account'] as const;

/** An opposition that somebody reports. */
export const oppose = (
  draft: Draft,
  random: Random,
  { of, at, address = 0, ways = REPORTED }: { of: Body; at: number; address?: number; ways?: readonly string[] },
): DraftAct => {
  const act: DraftAct = {
    kind: 'opposition',
    address,
    recordedAt: recordedAfter(draft, random, at),
    body: { of, via: random.pick(ways), ...(random.chance(0.8) ? { occurredAt: iso(at) } : {}) },
  };
  draft.acts.push(act);
  return act;
};

/** An opposition that came to us: it happened as it was recorded. */
export const opposeBefore = (
  draft: Draft,
  observed: NonNullable<Act['observed']>,
  of: Body,
  at: number,
  address = 0,
): DraftAct => {
  const act: DraftAct = { kind: 'opposition', address, recordedAt: at, observed, body: { of } };
  draft.acts.push(act);
  return act;
};

/** Two named humans undo a record. */
export const annul = (draft: Draft, act: DraftAct, at: number): void => {
  const evidence = { sha256: 'ab'.repeat(32) };
  const approvers = [{ name: 'Jeanne Roy' }, { name: 'Paul Martin' }];
  draft.acts.push({
    kind: 'annulment',
    address: act.address,
    recordedAt: Math.max(at, act.recordedAt),
    of: act,
    body: { cause: 'wrong-import', explanation: 'Colonnes décalées.', evidence, approvers },
  });
};

/** How long ago something usual happened: minutes to two years and a half. */
export const usualAge = (random: Random): number =>
  random.weighted([
    [1, random.int(1, 50) * HOUR],
    [3, random.int(2, 60) * DAY],
    [4, random.int(61, 340) * DAY],
    [2, random.int(366, 900) * DAY],
  ]);
