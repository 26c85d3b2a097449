import type * as z from 'zod/mini';
import type { DeclaredContact } from '#shared/app/contacts/declare-contact.ts';
import type { ContactStory } from '#shared/app/contacts/get-contact.ts';
import type { CreatedApiKey } from '#shared/app/keys/create-api-key.ts';
import type { RegisteredOpposition } from '#shared/app/oppositions/register-opposition.ts';
import type { RecordedFact } from '#shared/app/records/record-fact.ts';
import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import { contactIdOf, type FactId } from '../../domain/ids.ts';
import { worthView } from './recorded-views.ts';
import type {
  ActivityResponse,
  ApiKeyResponse,
  ContactResponse,
  DeclaredContactResponse,
  FormVersionResponse,
  OppositionResponse,
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

export const oppositionView = ({ id, recordedAt }: RegisteredOpposition): z.infer<typeof OppositionResponse> => ({
  id,
  contactId: contactIdOf(id),
  recordedAt,
});

export const activityView = ({ id, recordedAt }: RecordedFact): z.infer<typeof ActivityResponse> => ({
  id,
  contactId: contactIdOf(id),
  recordedAt,
});

export const contactView = ({ standing, timeline, judged }: ContactStory): z.infer<typeof ContactResponse> => {
  const { person, ...shown } = standing;
  const withWorth = <F extends { id: FactId }>(fact: F) => ({ ...fact, ...worthView(judged.get(fact.id) ?? NOTHING) });
  return {
    ...shown,
    isLinkedToPerson: person !== undefined,
    consents: standing.consents.map(withWorth),
    sales: standing.sales.map(withWorth),
    timeline: timeline.map((event) => (event.type === 'person-linked' ? { ...event, person: 'linked' } : event)),
  };
};

const NOTHING = { usable: false, missing: [], reasons: [] };

export const apiKeyView = ({ key, token }: CreatedApiKey): z.infer<typeof ApiKeyResponse> => ({
  id: key.apiKeyId,
  name: key.name,
  scopes: key.scopes,
  advertisers: key.advertisers,
  createdAt: key.createdAt,
  ...(token === undefined ? {} : { key: token }),
});
