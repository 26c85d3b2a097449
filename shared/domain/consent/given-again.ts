import type { Consent } from './consent.ts';

/** The consents of a contact, and of those that were given again the first each: a message of that time rested on it (D10, D21). */
interface Given {
  readonly consents: readonly Consent[];
  readonly givenBefore?: readonly Consent[] | undefined;
}

/** Two consents with the same channels, purpose, form version, collector and chain of transfers. */
export const isOfTheSame = (one: Consent, other: Consent): boolean =>
  one.purpose === other.purpose &&
  JSON.stringify([one.channels, one.form, one.collector, one.transferredBy]) ===
    JSON.stringify([other.channels, other.form, other.collector, other.transferredBy]);

/**
 * How little of it is the person's own act: unasked, which alone lifts an opposition; asked for by a call; asked for by a message, which counts
 * only where that message was lawful.
 */
const askedFor = ({ drawnBy }: Consent): number => ['call', 'message'].indexOf(drawnBy ?? '') + 1;

/** Of the same, later or at once, and not weaker: not asked for more, nor without proof or unseen, where the earlier one was not. */
const isNoWeaker = (newer: Consent, older: Consent): boolean =>
  newer.givenAt >= older.givenAt &&
  askedFor(newer) <= askedFor(older) &&
  (newer.proof !== undefined || older.proof === undefined) &&
  (newer.observed || !older.observed) &&
  isOfTheSame(newer, older);

/**
 * A consent given again with the same channels, purpose, form version and collector replaces the earlier one; one that
 * awaits its confirmation never replaces one that was given, and one that a message or a call asked for never replaces one that the
 * person gave unasked.
 */
const supersedes = (newer: Consent, older: Consent): boolean =>
  (older.state === 'given' ? newer.state === 'given' : older.state === 'pending') && isNoWeaker(newer, older);

/** Of one kind that a message may rest on it alike: found to be none or not, unasked or asked for by a call or a message, seen by us or not, with a proof file or without. */
const isOfOneKind = (one: Consent, other: Consent): boolean =>
  isOfTheSame(one, other) &&
  one.state === other.state &&
  askedFor(one) === askedFor(other) &&
  one.observed === other.observed &&
  (one.proof === undefined) === (other.proof === undefined);

const isEarlier = (one: Consent, other: Consent): boolean =>
  one.givenAt === other.givenAt ? one.seq < other.seq : one.givenAt < other.givenAt;

/** The consents once one more is given: those that it does not replace, and it; of the replaced ones that counted, the first of each kind. */
export const givenAlso = (
  { consents, givenBefore = [] }: Given,
  consent: Consent,
): { readonly consents: Consent[]; readonly givenBefore?: Consent[] } => {
  const replaced = consents.filter((older) => supersedes(consent, older));
  const all = [...givenBefore, ...replaced.filter(({ state }) => state === 'given')];
  const first = all.filter((one) => !all.some((other) => isOfOneKind(one, other) && isEarlier(other, one)));
  const kept = consents.filter((older) => !replaced.includes(older));
  return { consents: [...kept, consent], ...(first.length > 0 && { givenBefore: first }) };
};

/**
 * The consents that were given before an instant, as far as they are kept. One that was replaced counts until the one that replaced it
 * was given: from then on that one says what there is, also where it ended.
 */
export const givenUntil = ({ consents, givenBefore = [] }: Given, instant: string): Consent[] => {
  const given = consents.filter(({ givenAt }) => givenAt < instant);
  const isReplaced = (first: Consent): boolean =>
    given.some((later) => later.state !== 'pending' && isNoWeaker(later, first));
  return [...given, ...givenBefore.filter((first) => first.givenAt < instant && !isReplaced(first))];
};
