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

/**
 * Names of fields that are not given. Of other people: who recorded, approved, decided or answered (GDPR art. 15, § 4). Of the store: what
 * finds, orders or compares items, and says nothing of anybody.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...['apiKeyId', 'createdBy', 'decider', 'approver', 'approvers', 'approval'],
  ...['pk', 'sk', 'entity', 'v', 'revision', 'lock', 'chainStart', 'requestId', 'requests', 'bodySha256', 'reserved'],
  ...['ofContact', 'ofDay', 'ofReference', 'ofProviderId', 'position', 'by', 'claimMonth', 'wrappedKey', 'keySha256'],
]);
/** Here `by` says who acted: the kind of actor, or the person themselves; elsewhere it is the mark of a worker. */
const BY_IS_SAID: ReadonlySet<string> = new Set(['actor', 'rights-request']);

/** An id of a contact, or of a fact of one. */
const OF_CONTACT = /^(v\d{1,9}n\d{1,9}\.[A-Za-z0-9_-]{43})(?:\.[A-Za-z0-9_-]{16})?$/;

/** In place of the id of a contact that is not in the files. */
const ANOTHER_CONTACT = 'another-contact';

const shownValue = (value: unknown, within: string, contactIds: readonly string[]): unknown => {
  if (typeof value === 'string') {
    const [, contactId] = OF_CONTACT.exec(value) ?? [];
    return contactId === undefined || contactIds.includes(contactId) ? value : ANOTHER_CONTACT;
  }
  if (Array.isArray(value)) return value.map((each) => shownValue(each, within, contactIds));
  if (typeof value !== 'object' || value === null || OWN_WORDS.has(within)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !LEFT_OUT.has(name) || (name === 'by' && BY_IS_SAID.has(within)))
      .map(([name, each]) => [name, name === 'person' ? 'linked' : shownValue(each, name, contactIds)]),
  );
};

/**
 * A record as its person is given it: without what names other people, without what only the store needs, and without the id of a contact
 * that is not in the files, since it may be of somebody else.
 */
export const asGiven = ({ contactId, kind, fields }: HeldRecord, contactIds: readonly ContactId[]): HeldRecord => ({
  contactId,
  kind,
  fields: shownValue(fields, kind, contactIds) as Record<string, unknown>,
});
