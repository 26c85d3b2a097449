import * as z from 'zod/mini';
import type { ChangedPerson, PersonChange } from '#shared/app/people/person-change.ts';
import type { RequestHash } from '#shared/app/records/ledger.port.ts';
import { about } from '#shared/domain/about.ts';
import { ContactId } from '#shared/domain/ids.ts';
import { Standing } from '#shared/domain/ledger/standing.ts';
import { stated } from '#shared/domain/stated.ts';
import { AnyInstant } from '../any-instant.ts';
import { isLinkedToPerson } from '../contact.ts';
import { addressOf, ContactAddress } from '../contact-address.ts';
import { document } from '../document.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { recorded } from '../recorded.ts';
import { route } from '../route.ts';

const ChangeAddress = z.strictObject({
  action: about(
    'change-address: the person is written to at another address. Oppositions of the former one hold there too.',
    z.literal('change-address'),
  ),
  contact: about('The new address, of the kind of the former one.', ContactAddress),
  madeBy: about(
    'person: they changed it themselves; what they agreed to follows them, and ends at the former address. advertiser: you corrected a wrong address; no consent follows, those at the former one end, unless they were confirmed from there, and no sale or consent of before counts there, also where it is recorded again, since it is of somebody else, or of nobody. A correction that was a mistake is taken back by a change from the new address to the former one: its sales count again; record again, with their proof, the consents that had ended.',
    z.enum(['person', 'advertiser']),
  ),
  occurredAt: about('When it was changed. Absent: when this call is recorded.', z.optional(AnyInstant)),
});

const Unlink = z.strictObject({
  action: about(
    'unlink: the contact is of no person any more. Every opposition stays where it was written.',
    z.literal('unlink'),
  ),
  reason: about(
    'Why, in your own words, 1 to 500 characters; no personal data.',
    z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
  ),
});

const Merge = z.strictObject({
  action: about(
    'merge: the person behind another contact is the one behind this. Oppositions of both hold for all their contacts; no consent does. Use the personRef of this one from then on.',
    z.literal('merge'),
  ),
  with: about('The id of a contact of the other person.', ContactId),
});

/** Says something of the human behind a contact: another address, no link any more, or that two are one. */
export const changePersonRoute = route({
  name: 'change-person',
  method: 'POST',
  path: '/v1/contacts/{contactId}/person',
  scope: 'consents:write',
  idempotency: 'required',
  parameters: z.strictObject({
    contactId: about('The id of the contact, as any call about it answered it.', ContactId),
  }),
  query: AdvertiserQuery,
  body: z.discriminatedUnion('action', [ChangeAddress, Unlink, Merge]),
});

const ChangedPersonAnswer = z.strictObject({
  contactId: about('The contact: that of the new address, where it changed.', ContactId),
  seq: Standing.shape.seq,
  recordedAt: recorded.recordedAt,
  isLinkedToPerson,
  oppositions: about(
    'Of a change of address: how many oppositions followed. Absent: of another change.',
    z.optional(z.int()),
  ),
  consents: about(
    'Of a change of address: how many consents followed. Absent: of another change.',
    z.optional(z.int()),
  ),
  moved: about(
    'Of a merge: how many contacts are of this person since. Absent: of another change.',
    z.optional(z.int()),
  ),
});

/** What is said, as the use case takes it. */
export const personChangeOf = (change: z.infer<typeof changePersonRoute.body>, request: RequestHash): PersonChange => {
  if (change.action !== 'change-address') return change;
  const { contact, ...rest } = change;
  return { ...rest, address: addressOf(contact), request };
};

/** What changed, as the API answers it. */
export const changedPersonView = (changed: ChangedPerson): z.infer<typeof ChangedPersonAnswer> => {
  const { standing, recordedAt, oppositions, consents, moved } = changed;
  return {
    contactId: standing.contactId,
    seq: standing.seq,
    recordedAt,
    isLinkedToPerson: standing.person !== undefined,
    ...stated({ oppositions, consents, moved }),
  };
};

document(changePersonRoute, () => ({
  summary: 'Changes the address of a person, unlinks a contact, or makes two persons one',
  answers: [{ status: 200, means: 'The contact as it is then', body: ChangedPersonAnswer }],
  problems: [
    'advertiser-not-found',
    'contact-not-found',
    'idempotency-key-missing',
    'idempotency-key-reused',
    'contact-erased',
    'person-too-large',
    'concurrent-change',
  ],
  request: { action: 'change-address', contact: { email: 'dominique.roux@example.org' }, madeBy: 'person' },
}));
