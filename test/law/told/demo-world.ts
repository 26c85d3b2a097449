import { createHash } from 'node:crypto';
import { ADVERTISER, ADVERTISER_ID, FORMS } from '#demo/campaign/advertiser.ts';
import type { Asked } from '#demo/campaign/campaign.ts';
import { DEMO_LETTERS } from '#demo/campaign/letters.ts';
import { type Call, type InvalidCell, invalidCell, phasesOf, takenOver } from '#demo/campaign/plan.ts';
import { messageOf, recipientsOf } from '#demo/campaign/recipients.ts';
import type { Row } from '#demo/export/rows.ts';
import { refuseFuture } from '#shared/app/contacts/contact-of.ts';
import { copyTo, isOfThePerson } from '#shared/app/oppositions/person-oppositions.ts';
import { declareContactRoute } from '#shared/contracts/http/routes/declare-contact.ts';
import { giveVerdictsRoute } from '#shared/contracts/http/routes/give-verdicts.ts';
import { putFormVersionRoute } from '#shared/contracts/http/routes/put-form-version.ts';
import { recordConsentRoute } from '#shared/contracts/http/routes/record-consent.ts';
import { recordSaleRoute } from '#shared/contracts/http/routes/record-sale.ts';
import { registerOppositionRoute } from '#shared/contracts/http/routes/register-opposition.ts';
import { type Advertiser, AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { FormReference, FormVersion } from '#shared/domain/consent/form-version.ts';
import { normaliseAddress } from '#shared/domain/contact/address.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { Failure } from '#shared/domain/failure.ts';
import type { AdvertiserId, ContactId, FactId, Instant } from '#shared/domain/ids.ts';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { applyEvent, emptyStanding, type Standing } from '#shared/domain/ledger/standing.ts';
import { DEFAULT_VALIDITY_HOURS } from '#shared/domain/message/message.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { parseOrRefuse } from '#shared/edge/validate.ts';
import { NOW } from '../../support/builders.ts';

/** The demo's file, folded in memory: the same requests as over HTTP, the same events, no store and no stack. */
export interface DemoWorld {
  /** Every message that the demo asks for, ready to be vetted; `undefined` for what could not be taken over. */
  readonly questions: readonly { readonly asked: Omit<Asked, 'outcome'>; readonly request: VetRequest | undefined }[];
  readonly invalid: readonly InvalidCell[];
}

const advertiserId = ADVERTISER_ID as AdvertiserId;
const ACTOR = { by: 'api-key', apiKeyId: 'demo' } as const;
const RECORDED_BEFORE = '2023-01-01T00:00:00.000Z' as Instant;

const advertiser: Advertiser = {
  ...parseOrRefuse(AdvertiserSettings, ADVERTISER),
  advertiserId,
  settingsVersion: 1,
  recordedAt: NOW,
};
const forms = new Map<string, FormVersion>(
  FORMS.map(({ formId, version, content }) => {
    const stored = { formId, version, advertiserId, recordedAt: RECORDED_BEFORE, sha256: '0'.repeat(64) };
    return [`${formId}@${version}`, { ...parseOrRefuse(putFormVersionRoute.body, content), ...stored } as FormVersion];
  }),
);
const formOf = ({ formId, version }: FormReference): FormVersion | undefined => forms.get(`${formId}@${version}`);

type Contact = Call['contact'];
const addressOf = ({ kind, contact }: Contact): string =>
  normaliseAddress({ kind, value: 'email' in contact ? contact.email : contact.phone }).deliverable;
const contactIdOf = (address: string): ContactId =>
  `v1n1.${createHash('sha256').update(address.toLowerCase()).digest('base64url')}` as ContactId;

/** Standings by contact, and the contacts of each person. */
interface Memory {
  readonly standings: Map<ContactId, Standing>;
  readonly persons: Map<string, Set<ContactId>>;
}

const apply = ({ standings }: Memory, contactId: ContactId, kind: Contact['kind'], event: NewLedgerEvent): void => {
  const before = standings.get(contactId) ?? emptyStanding({ advertiserId, contactId, addressKind: kind }, NOW);
  standings.set(contactId, applyEvent(before, { ...event, v: 1, seq: before.seq + 1, recordedAt: NOW }));
};

const declare = (memory: Memory, call: Call, body: unknown, contactId: ContactId): void => {
  const { advertiserId: _a, contact: _c, personRef, ...declared } = parseOrRefuse(declareContactRoute.body, body);
  apply(memory, contactId, call.contact.kind, { type: 'contact-declared', declared, actor: ACTOR });
  if (personRef === undefined) return;
  const linked = memory.persons.get(personRef) ?? new Set();
  memory.persons.set(personRef, linked.add(contactId));
  apply(memory, contactId, call.contact.kind, { type: 'person-linked', person: personRef, actor: ACTOR });
};

const oppose = (memory: Memory, call: Call, body: unknown, contactId: ContactId, id: FactId): void => {
  const { of, road, occurredAt = NOW } = parseOrRefuse(registerOppositionRoute.body, body);
  refuseFuture(NOW, { '/occurredAt': occurredAt });
  const { kind } = call.contact;
  apply(memory, contactId, kind, { type: 'opposition-registered', id, of, road, occurredAt, actor: ACTOR });
  const person = memory.standings.get(contactId)?.person;
  if (person === undefined || !isOfThePerson({ of, road })) return;
  for (const other of memory.persons.get(person) ?? []) {
    if (other !== contactId) apply(memory, other, kind, copyTo(other, contactId, { id, of, road, occurredAt }, ACTOR));
  }
};

const sell = (memory: Memory, call: Call, body: unknown, contactId: ContactId, id: FactId): void => {
  const { advertiserId: _a, contact: _c, ...sale } = parseOrRefuse(recordSaleRoute.body, body);
  refuseFuture(NOW, { '/soldAt': sale.soldAt });
  apply(memory, contactId, call.contact.kind, { type: 'sale-recorded', id, sale, actor: ACTOR });
};

const consent = (memory: Memory, call: Call, body: unknown, contactId: ContactId, id: FactId): void => {
  const { advertiserId: _a, contact: _c, ...facts } = parseOrRefuse(recordConsentRoute.body, body);
  refuseFuture(NOW, { '/givenAt': facts.givenAt });
  const { kind } = call.contact;
  apply(memory, contactId, kind, { type: 'consent-given', id, consent: facts, observed: false, actor: ACTOR });
  if (call.fact.withdrawnAt === undefined) return;
  const occurredAt = new Date(call.fact.withdrawnAt).toISOString() as Instant;
  const withdrawal = { consentId: id, id: factIdOf(contactId, `${call.key}-withdrawal`), occurredAt };
  apply(memory, contactId, kind, { type: 'consent-withdrawn', ...withdrawal, actor: ACTOR });
};

const FOLDS = {
  '/v1/contacts': declare,
  '/v1/oppositions': oppose,
  '/v1/sales': sell,
  '/v1/consents': consent,
} as const;

const record = (memory: Memory, call: Call): InvalidCell[] => {
  const body = { advertiserId, contact: call.contact.contact, ...call.fact.body };
  try {
    const contactId = contactIdOf(addressOf(call.contact));
    FOLDS[call.fact.path](memory, call, body, contactId, factIdOf(contactId, call.key));
    return [];
  } catch (error) {
    const [fault] = error instanceof Failure ? error.errors : [];
    if (fault === undefined) throw error;
    return [invalidCell(call, fault)];
  }
};

const questionOf = (
  memory: Memory,
  recipient: { row: Row; contact: Contact },
  letter: (typeof DEMO_LETTERS)[number],
): VetRequest => {
  const { content: _content, mergeValues: _values, ...item } = messageOf(recipient, letter, undefined);
  const { offerCategory } = item;
  const { channel, purpose, basis, sender, subject } = parseOrRefuse(giveVerdictsRoute.item, item);
  const message = { channel, purpose, basis, sender, subject, offerCategory };
  const address = addressOf(recipient.contact);
  const validUntil = addSeconds(NOW, DEFAULT_VALIDITY_HOURS[letter.channel] * 3600);
  const standing = memory.standings.get(contactIdOf(address));
  return { at: NOW, message: { ...message, validUntil }, address, standing, sends: [], advertiser, formOf };
};

/** Folds every line of the file, on the demo's day, and asks each of the four messages of everyone. */
export const demoWorld = (rows: readonly Row[]): DemoWorld => {
  const memory: Memory = { standings: new Map(), persons: new Map() };
  const faults = phasesOf(rows).flatMap((calls) => calls.flatMap((call) => record(memory, call)));
  const taken = takenOver(rows, faults);
  const questions = DEMO_LETTERS.flatMap((letter) => {
    const { recipients, invalid } = recipientsOf(taken, letter);
    const common = { letter: letter.letter, round: 1 };
    const good = recipients.map((recipient) => ({
      asked: { ...common, ...recipient },
      request: questionOf(memory, recipient, letter),
    }));
    return [...good, ...invalid.map((row) => ({ asked: { ...common, row }, request: undefined }))];
  });
  return { questions, invalid: taken.invalid };
};
