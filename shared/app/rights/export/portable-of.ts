import type { ContactId } from '#shared/domain/ids.ts';
import type { HeldRecord } from '#shared/domain/rights/held-record.ts';
import type { PortableData } from '#shared/domain/rights/portable.ts';
import { type Fields, fieldsIn, listIn } from './fields.ts';

type Contact = PortableData['contacts'][number];

/** Facts of one kind, each once, by when they were recorded: what the ledger says, and what the standing alone has any more. */
const facts = (events: readonly Fields[], held: readonly Fields[]): readonly Fields[] => {
  const byId = new Map([...held, ...events].map((each) => [String(each.id), each]));
  return [...byId.values()].toSorted((a, b) => (String(a.recordedAt) < String(b.recordedAt) ? -1 : 1));
};

/** What only the ledger or the standing adds to a fact. */
const bare = (fields: Fields): Fields => {
  const { kind: _k, seq: _s, seal: _l, observed: _o, messageId: _m, coversRelational: _c, ...rest } = fields;
  return rest;
};

const statedNow = ({ id }: Fields, held: readonly Fields[]): Fields => {
  const { state, endedAt } = held.find((each) => each.id === id) ?? {};
  return { ...(state === undefined ? {} : { state }), ...(endedAt === undefined ? {} : { endedAt }) };
};

/** What one contact provided, of what is held of it. */
const contactOf = (
  contactId: ContactId,
  records: readonly HeldRecord[],
  wordingOf: (form: unknown) => string | undefined,
): Contact => {
  const of = (kind: string) => records.filter((each) => each.contactId === contactId && each.kind === kind);
  const standing = of('standing')[0]?.fields ?? {};
  const events = of('event').map(({ fields }) => fieldsIn(fields.event));
  const typed = (type: string) => events.filter((event) => event.type === type);
  const [given, sold] = [listIn(standing.consents), listIn(standing.sales)];
  const consents = typed('consent-given').map(({ id, recordedAt, consent }) => ({
    ...fieldsIn(consent),
    id,
    recordedAt,
  }));
  const sales = typed('sale-recorded').map(({ id, recordedAt, sale }) => ({ ...fieldsIn(sale), id, recordedAt }));
  const opposed = typed('opposition-registered').map(({ id, of: what, via, occurredAt, recordedAt }) => ({
    id,
    of: what,
    via,
    occurredAt,
    recordedAt,
  }));
  const worded = (consent: Fields): Fields => {
    const wording = wordingOf(consent.form);
    return { ...bare(consent), ...statedNow(consent, given), ...(wording === undefined ? {} : { wording }) };
  };
  const undated = ({ recordedAt: _at, ...rest }: Fields): Fields => rest;
  const contact: Readonly<Record<keyof Contact, unknown>> = {
    contactId,
    addressKind: standing.addressKind,
    address: standing.address,
    declared: fieldsIn(standing.declared),
    attributes: fieldsIn(of('profile')[0]?.fields.attributes),
    consents: facts(consents, given).map(worded),
    sales: facts(sales, sold).map(bare),
    oppositions: facts(opposed, listIn(standing.oppositions)).map(bare).map(undated),
    acts: typed('activity-recorded').map(({ id, act, occurredAt }) => ({ id, act, occurredAt })),
  };
  // What is stored was checked when it was recorded; the schema of the file is held against it by tests.
  return contact as Contact;
};

/** What the person provided (GDPR art. 20): addresses, what was declared, attributes, consents with their words, sales, oppositions, acts. */
export const portableOf = (
  contactIds: readonly ContactId[],
  records: readonly HeldRecord[],
  wordingOf: (form: unknown) => string | undefined,
): PortableData => ({
  article: 'GDPR art. 20',
  contacts: contactIds.map((contactId) => contactOf(contactId, records, wordingOf)),
});
