import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { ContactId, FactId, Instant } from '#shared/domain/ids.ts';
import { type Erasure, Removed } from '#shared/domain/ledger/erasure.ts';
import { AnyInstant } from '../any-instant.ts';
import { document } from '../document.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { Kept, keptView } from '../rights/kept.ts';
import { route } from '../route.ts';

/** Erases a contact, and says what remains. */
export const eraseContactRoute = route({
  name: 'erase-contact',
  method: 'POST',
  path: '/v1/contacts/{contactId}/erasure',
  scope: 'contacts:erase',
  idempotency: 'required',
  parameters: z.strictObject({
    contactId: about('The id of the contact, as any call about it answered it.', ContactId),
  }),
  query: AdvertiserQuery,
  body: z.strictObject({
    occurredAt: about('When the person asked for it. Absent: when this call is recorded.', z.optional(AnyInstant)),
  }),
});

const ErasureAnswer = z.strictObject({
  id: about('The id of the erasure.', FactId),
  contactId: about('The contact. What it names is a keyed fingerprint, and remains.', ContactId),
  state: about(
    'done: all is removed, and the key of the contact is destroyed. under-way: no use is made of it any more, and the rest is removed within two hours.',
    z.enum(['done', 'under-way']),
  ),
  erasedAt: about('When all use of it ended, in UTC.', Instant),
  doneAt: about('When its key was destroyed, in UTC. Absent: it is under way.', z.optional(Instant)),
  removed: about('What was removed. Absent: it is under way.', z.optional(Removed)),
  otherContacts: about(
    'The other contacts of the same person, as they were when the erasure was recorded: linked with it, or of an address that came before or after. They oppose everything as well. Each keeps its data: where the person asks for all, erase each by a call of its own. Empty: none is known.',
    z.array(ContactId),
  ),
  kept: about(
    'What remains, where, until when and why: what you inform the person of. Where nothing kept shows whether it was an e-mail address or a telephone number, what may remain of either.',
    z.array(Kept),
  ),
});

/** An erasure as the API answers it. */
export const erasureView = (erasure: Erasure): z.infer<typeof ErasureAnswer> => {
  const { id, contactId, otherContacts = [], erasedAt, doneAt, removed } = erasure;
  return {
    id,
    contactId,
    state: doneAt === undefined ? 'under-way' : 'done',
    erasedAt,
    ...(doneAt === undefined ? {} : { doneAt }),
    ...(removed === undefined ? {} : { removed }),
    otherContacts,
    kept: keptView(erasure),
  };
};

document(eraseContactRoute, () => ({
  summary: 'Erases a contact: all use ends at once, and what remains is answered',
  answers: [{ status: 200, means: 'All use has ended; state says whether the rest is removed', body: ErasureAnswer }],
  problems: [
    'advertiser-not-found',
    'contact-not-found',
    'contact-restricted',
    'idempotency-key-missing',
    'idempotency-key-reused',
    'concurrent-change',
  ],
  request: { occurredAt: '2026-11-24T10:40:00+01:00' },
}));
