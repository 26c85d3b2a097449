import * as z from 'zod/mini';
import { ContactId } from '../ids.ts';

/** One thing that is held of a contact, decrypted, as it is stored. */
export const HeldRecord = z.strictObject({
  contactId: ContactId,
  /** What kind of item it is, as the register of retention names it. */
  kind: z.string(),
  fields: z.record(z.string(), z.unknown()),
});
export type HeldRecord = z.infer<typeof HeldRecord>;

/** Names of fields that hold words of the advertiser's own, under any name: nothing in them is left out. */
const OWN_WORDS: ReadonlySet<string> = new Set(['attributes', 'mergeValues']);

/** A field of each kind of item, as a path; of a list it is one of each of its values, of a map (`*`) too. */
type Paths = Readonly<Record<string, readonly string[]>>;

/** What names other people: who recorded, approved, decided or answered (GDPR art. 15, § 4). */
const OF_OTHERS: Paths = {
  event: [
    ...['event.actor.apiKeyId', 'event.approvers'],
    ...['event.consent.imported.approver', 'event.sale.imported.approver'],
  ],
  standing: ['consents.imported.approver', 'givenBefore.imported.approver', 'sales.imported.approver'],
  'rights-request': ['steps.apiKeyId', 'steps.decider'],
  'partner-notification': ['givings.apiKeyId', 'givings.to'],
};

/** What finds, orders or compares items, and says nothing of anybody. */
const OF_THE_STORE: Paths = {
  standing: ['wrappedKey', 'chainStart'],
  profile: ['revision', 'chainStart', 'requests'],
  person: ['lock'],
  request: ['bodySha256'],
  sends: ['revision', 'ofDay', 'position', 'entries.*.by'],
  message: ['bodySha256', 'claimMonth', 'ofContact', 'ofDay', 'ofReference', 'ofProviderId', 'position', 'text'],
  'rights-request': ['bodySha256', 'revision', 'reserved', 'steps.bodySha256', 'steps.requestId'],
  disclosure: ['bodySha256'],
  'partner-notification': ['revision'],
  'audience-row': ['revision'],
  'test-recipients': ['revision'],
  erasure: ['keySha256', 'secrets.wrappedKey'],
};

/** Maps: their keys are no names of fields. */
const MAPS: ReadonlySet<string> = new Set(['sends.entries']);
/** Said in place of the keyed fingerprint of what the advertiser calls the person. */
const PERSON: ReadonlySet<string> = new Set(['standing.person', 'event.event.person', 'person.person']);

const pathsOf = (of: Paths): readonly string[] =>
  Object.entries(of).flatMap(([kind, paths]) => paths.map((path) => `${kind}.${path}`));

/** Where the names of other people are, and what only the store needs: the same name elsewhere is somebody's own, and is given. */
export const LEFT_OUT = { others: pathsOf(OF_OTHERS), store: pathsOf(OF_THE_STORE) } as const;
const isLeftOut: ReadonlySet<string> = new Set([...LEFT_OUT.others, ...LEFT_OUT.store]);
/** Of each item: its keys, which are given as the kind and the contact, and the version of its shape. */
const OF_EACH_ITEM: ReadonlySet<string> = new Set(['pk', 'sk', 'entity', 'v']);

/** An id of a contact, or of a fact of one. */
const OF_CONTACT = /^(v\d{1,9}n\d{1,9}\.[A-Za-z0-9_-]{43})(?:\.[A-Za-z0-9_-]{16})?$/;

/** In place of the id of a contact that is not in the files. */
const ANOTHER_CONTACT = 'another-contact';

const shownValue = (value: unknown, path: string, contactIds: readonly string[]): unknown => {
  if (typeof value === 'string') {
    const [, contactId] = OF_CONTACT.exec(value) ?? [];
    return contactId === undefined || contactIds.includes(contactId) ? value : ANOTHER_CONTACT;
  }
  if (Array.isArray(value)) return value.map((each) => shownValue(each, path, contactIds));
  if (typeof value !== 'object' || value === null || OWN_WORDS.has(path.slice(path.lastIndexOf('.') + 1))) return value;
  const at = (name: string) => `${path}.${MAPS.has(path) ? '*' : name}`;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isLeftOut.has(at(name)))
      .map(([name, each]) => [name, PERSON.has(at(name)) ? 'linked' : shownValue(each, at(name), contactIds)]),
  );
};

const ownFields = (fields: HeldRecord['fields']): HeldRecord['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !OF_EACH_ITEM.has(name)));

/**
 * A record as its person is given it: without what names other people, without what only the store needs, and without the id of a contact
 * that is not in the files, since it may be of somebody else.
 */
export const asGiven = ({ contactId, kind, fields }: HeldRecord, contactIds: readonly ContactId[]): HeldRecord => ({
  contactId,
  kind,
  fields: shownValue(ownFields(fields), kind, contactIds) as Record<string, unknown>,
});
