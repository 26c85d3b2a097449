import type { Random } from '../random.ts';
import { giveConsent, usualAge } from './acts.ts';
import { type Body, DAY, type Draft, type DraftAct, iso } from './draft.ts';
import { PROOF } from './vocabulary.ts';

/** What a provider reports of an address: no such mailbox, one that its own list holds back, or one that took no mail that day. */
type Lasts = 'permanent' | 'listed' | 'transient';

/** A provider's report. */
export const comesBack = (draft: Draft, lasts: Lasts, at: number, address = 0): void => {
  draft.acts.push({ kind: 'undeliverable', address, recordedAt: at, body: { lasts } });
};

/** Reports of so many days, the last of them then. */
export const comesBackFor = (draft: Draft, days: number, until: number, apart = 1): void => {
  for (let day = 0; day < days; day++) comesBack(draft, 'transient', until - day * apart * DAY);
};

/** The person asks that the data be kept and not used. */
export const restrict = (draft: Draft, random: Random, at: number, address = 0): DraftAct => {
  const receivedAt = iso(at - random.pick([0, 60_000, DAY]));
  const via = random.pick(['email', 'letter', 'phone', 'account']);
  const body: Body = { kind: 'restriction', via, ...(random.chance(0.5) ? { receivedAt } : {}) };
  const act: DraftAct = { kind: 'restriction', address, recordedAt: at, body };
  draft.acts.push(act);
  return act;
};

/** The controller answers the request: the data are used again. */
const lift = (draft: Draft, of: DraftAct, at: number): void => {
  draft.acts.push({ kind: 'restriction-lifted', address: of.address, recordedAt: at, of, body: {} });
};

/** Some time ago a restriction was asked for, and lifted since. */
export const restrictForAWhile = (draft: Draft, random: Random, address = 0): void => {
  const [first, second] = [usualAge(random), usualAge(random)];
  const restriction = restrict(draft, random, draft.at - Math.max(first, second), address);
  lift(draft, restriction, draft.at - Math.min(first, second));
};

/** Mail came back, and somebody recorded a consent since, which may be void. */
export const agreesAfterReport = (draft: Draft, random: Random, given: { form?: Body; body?: Body }): void => {
  const at = draft.at - usualAge(random);
  comesBack(draft, random.pick(['permanent', 'listed'] as const), at - random.int(1, 20 * 24) * 3_600_000);
  giveConsent(draft, random, { at, channels: [draft.channel], ...given });
};

/** A restriction was asked for, and a consent was given since. */
export const agreesThoughRestricted = (draft: Draft, random: Random): void => {
  const at = draft.at - usualAge(random);
  restrict(draft, random, at - random.int(1, 40) * DAY);
  giveConsent(draft, random, { at, channels: [draft.channel], body: { proof: { ...PROOF } } });
};
