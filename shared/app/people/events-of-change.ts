import type { Consent } from '#shared/domain/consent/consent.ts';
import { CORRECTED, FOLLOWED } from '#shared/domain/consent/followed.ts';
import { isOfWhoReads } from '#shared/domain/consent/wrong-address.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { canonicalJson } from '#shared/domain/ledger/canonical.ts';
import { knownOfBoth, ofTheHuman, ofWhoConsented } from '#shared/domain/ledger/declaration.ts';
import type { Actor, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { copyTo, isSameAct } from '../oppositions/person-oppositions.ts';
import { consentAt, everyConsent } from './following-consents.ts';
import type { AddressChange } from './person-change.ts';

/** Oppositions of an address, with those that partners listed of it. */
export const withOthers = (own: readonly Opposition[], listed: readonly Opposition[]): Opposition[] => [
  ...own,
  ...listed.filter((each) => !own.some((one) => isSameAct(one, each))),
];

/** False for a copy, at the former address, of what the new one itself says, and still says after its last consent. */
export const isNotFrom = ({ oppositions, consents }: Standing, former: ContactId): ((one: Opposition) => boolean) => {
  const lastConsent = Math.max(0, ...consents.map(({ seq }) => seq));
  const copied = new Set(oppositions.flatMap(({ id, seq }) => (seq > lastConsent ? [factIdOf(former, id)] : [])));
  return ({ id }) => !copied.has(id);
};

/** True of what writes one of these oppositions again. */
export const isCopyOf = (opposed: readonly Opposition[], event: NewLedgerEvent): boolean =>
  event.type === 'opposition-registered' && opposed.some((each) => isSameAct(each, event));

/**
 * What writes consents and oppositions at the new address, as they were recorded: a consent lifts what came before it, and never what came
 * after, nor what is listed in its place (OPP-4).
 */
export const copiesOf = (
  followed: readonly (Consent | Opposition)[],
  { from, to, actor }: { readonly from: ContactId; readonly to: ContactId; readonly actor: Actor },
): readonly NewLedgerEvent[] =>
  followed
    .toSorted((a, b) => a.seq - b.seq)
    .map((each) => ('of' in each ? copyTo(to, from, each, actor) : consentAt(to, each, actor)));

/** What the new contact does not say itself: who agrees there is as old as they are, and of two ages the younger. */
export const declaredAlso = (
  former: Standing,
  seen: Standing,
  { actor, consents }: { readonly actor: Actor; readonly consents: readonly Consent[] },
): readonly NewLedgerEvent[] => {
  const known = consents.length === 0 ? ofTheHuman(former.declared) : ofWhoConsented(former.declared);
  const declared = knownOfBoth(seen.declared, known);
  return canonicalJson(declared) === canonicalJson(seen.declared)
    ? []
    : [{ type: 'contact-declared', declared, actor }];
};

/**
 * What ends consents at the former address, and why: those that followed; and where the address was wrong all, also those that await
 * their confirmation, since whoever agreed does not read it, but for those that were confirmed from there.
 */
export const endedAtFormer = (
  former: Standing,
  followed: readonly Consent[],
  { madeBy, actor }: { readonly madeBy: AddressChange['madeBy']; readonly actor: Actor },
): readonly NewLedgerEvent[] => {
  const [ending, reason] =
    madeBy === 'person' ? [followed, FOLLOWED] : [everyConsent(former).filter(isOfAnother), CORRECTED];
  return ending.map(({ id }) => ({ type: 'consent-invalidated', consentId: id, reason, actor }));
};

/** True of a consent that counts, or may, and is not known to be of whoever reads the address. */
const isOfAnother = (consent: Consent): boolean =>
  (consent.state === 'given' || consent.state === 'pending') && !isOfWhoReads(consent);
