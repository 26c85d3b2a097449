import type * as z from 'zod/mini';
import type { CreatedApiKey } from '../../app/create-api-key.ts';
import type { DeclaredContact } from '../../app/declare-contact.ts';
import type { ContactStory } from '../../app/get-contact.ts';
import type { JudgedFact } from '../../app/record-consent.ts';
import type { RegisteredOpposition } from '../../app/register-opposition.ts';
import type { FormVersion } from '../../domain/form-version.ts';
import { contactIdOf, type FactId } from '../../domain/ids.ts';
import type {
  ApiKeyResponse,
  ContactResponse,
  DeclaredContactResponse,
  FormVersionResponse,
  OppositionResponse,
  RecordedFactResponse,
} from './responses.ts';

/** What callers see of what the use cases answer: never an address, a secret, or the fingerprint of a person. */

export const formVersionView = (stored: FormVersion): z.infer<typeof FormVersionResponse> => ({
  advertiserId: stored.advertiserId,
  formId: stored.formId,
  version: stored.version,
  sha256: stored.sha256,
  recordedAt: stored.recordedAt,
});

export const declaredContactView = (contact: DeclaredContact): z.infer<typeof DeclaredContactResponse> => ({
  contactId: contact.contactId,
  seq: contact.standing.seq,
  recordedAt: contact.recordedAt,
  declared: contact.standing.declared,
  isLinkedToPerson: contact.standing.person !== undefined,
});

export const recordedFactView = (fact: JudgedFact, requestSha256: string): z.infer<typeof RecordedFactResponse> => ({
  id: fact.id,
  contactId: contactIdOf(fact.id),
  usable: fact.missing.length === 0,
  missing: [...fact.missing],
  recordedAt: fact.recordedAt,
  receipt: {
    id: fact.id,
    advertiserId: fact.standing.advertiserId,
    recordedAt: fact.recordedAt,
    requestSha256,
  },
});

export const oppositionView = ({ id, recordedAt }: RegisteredOpposition): z.infer<typeof OppositionResponse> => ({
  id,
  contactId: contactIdOf(id),
  recordedAt,
});

export const contactView = ({ standing, timeline, missing }: ContactStory): z.infer<typeof ContactResponse> => {
  const { person, ...shown } = standing;
  const judged = <F extends { id: FactId }>(fact: F) => {
    const lacks = [...(missing.get(fact.id) ?? [])];
    return { ...fact, usable: lacks.length === 0, missing: lacks };
  };
  return {
    ...shown,
    isLinkedToPerson: person !== undefined,
    consents: standing.consents.map(judged),
    sales: standing.sales.map(judged),
    timeline: timeline.map((event) => (event.type === 'person-linked' ? { ...event, person: 'linked' } : event)),
  };
};

export const apiKeyView = ({ key, token }: CreatedApiKey): z.infer<typeof ApiKeyResponse> => ({
  id: key.apiKeyId,
  name: key.name,
  scopes: key.scopes,
  advertisers: key.advertisers,
  createdAt: key.createdAt,
  ...(token === undefined ? {} : { key: token }),
});
