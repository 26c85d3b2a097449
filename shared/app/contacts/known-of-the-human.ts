import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import { Failure } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { canonicalJson } from '#shared/domain/ledger/canonical.ts';
import { declaredThen, knownOfBoth, ofTheHuman, youngestOf } from '#shared/domain/ledger/declaration.ts';
import { isErased } from '#shared/domain/ledger/erased.ts';
import type { Actor, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Clock } from '../clock.port.ts';
import type { Pause } from '../pause.port.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { readEach } from '../records/read-each.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import { addressesBeside } from './spread-at-join.ts';

const declaring = (declared: DeclaredFacts, actor: Actor): readonly NewLedgerEvent[] =>
  Object.keys(declared).length === 0 ? [] : [{ type: 'contact-declared', declared, actor }];

/** The contacts of these that can be read, are known and were not erased. */
const readable = async (
  ledger: Pick<Ledger, 'readStanding'>,
  access: AdvertiserAccess,
  contacts: readonly ContactId[],
): Promise<readonly Standing[]> => {
  const { read: found } = await readEach(contacts, (each) => ledger.readStanding(access, each));
  return found.filter((standing) => standing !== undefined).filter((standing) => !isErased(standing));
};

/** What is declared, where all that say it say the same. */
const whereAgreed = (all: readonly DeclaredFacts[]): DeclaredFacts => {
  const said = all.flatMap((each) => Object.entries(each));
  const isAgreed = ([name, value]: readonly [string, unknown]): boolean =>
    said.every(([other, one]) => other !== name || canonicalJson(one) === canonicalJson(value));
  return Object.fromEntries(said.filter(isAgreed));
};

/** What is to be declared where this is, so that the other is. */
const difference = (is: DeclaredFacts, other: DeclaredFacts): DeclaredFacts =>
  Object.fromEntries(
    Object.entries(other).filter(
      ([name, value]) => canonicalJson(is[name as keyof DeclaredFacts] ?? null) !== canonicalJson(value),
    ),
  );

/**
 * What a contact that becomes one of a person is to be declared, and it does not say itself: what their other contacts say as with one
 * voice. Of several ages the youngest, with what a parent agreed to (LIL, art. 45: a known age), its own included unless it was said just now.
 */
export const inheritedFacts = async (
  ledger: Pick<Ledger, 'readStanding'>,
  access: AdvertiserAccess,
  own: Pick<Standing, 'contactId' | 'declared'>,
  contacts: readonly ContactId[],
  { actor, said = {} }: { readonly actor: Actor; readonly said?: DeclaredFacts | undefined },
): Promise<readonly NewLedgerEvent[]> => {
  const others = await readable(
    ledger,
    access,
    contacts.filter((each) => each !== own.contactId),
  );
  const all = others.map(({ declared }) => ofTheHuman(declared));
  const { ageBand, parentalConsent } = youngestOf(all) ?? {};
  const age = { ...(ageBand && { ageBand }), ...(parentalConsent && { parentalConsent }) };
  const known = declaredThen(knownOfBoth(own.declared, { ...whereAgreed(all), ...age }), said);
  return declaring(difference(own.declared, known), actor);
};

/**
 * Declares at the other contacts of the person, and at all addresses before and after these, what is known of the human at one of them: what was said there just now takes the place of what
 * was declared at them, the rest where they say nothing, and of two ages the younger. It is no basis, and each contact may say otherwise later. Done again it
 * changes nothing; one that cannot be read, or has no room, is passed over.
 */
export const declareAlike = async (
  { ledger, clock, pause }: { readonly ledger: Ledger; readonly clock: Clock; readonly pause: Pause },
  access: AdvertiserAccess,
  { contactId, declared, person: name }: Pick<Standing, 'contactId' | 'declared' | 'person'>,
  { said = {}, actor }: { readonly said?: DeclaredFacts; readonly actor: Actor },
): Promise<void> => {
  const own = ofTheHuman(declared);
  if (Object.keys(own).length === 0) return;
  const person = name === undefined ? undefined : await ledger.readPerson(access, name);
  const linked = [...new Set([contactId, ...(person?.contacts ?? [])])];
  const contacts = [...linked, ...(await addressesBeside(ledger, access, linked))];
  const declareAt = async (other: ContactId): Promise<void> => {
    const [seen] = await readable(ledger, access, [other]);
    if (seen === undefined) return;
    const is = ofTheHuman(seen.declared);
    const events = declaring(difference(is, declaredThen(knownOfBoth(is, own), ofTheHuman(said))), actor);
    if (events.length === 0) return;
    await appendToLedger(ledger, access, [{ contactId: other, seen, events }], { at: clock.now() });
  };
  for (const other of contacts.filter((each) => each !== contactId))
    await retryOnConflict(() => declareAt(other), { pause, seed: `alike/${other}` }).catch((error: unknown) => {
      if (!(error instanceof Failure) || error.code !== 'standing-full') throw error;
    });
};
