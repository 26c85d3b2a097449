import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { Partner } from '#shared/domain/message/message.ts';
import { SharedKey } from '#shared/domain/opposition/shared-fingerprint.ts';
import { disclosed } from '#shared/domain/partner/disclosure.ts';
import { AnyInstant } from '../any-instant.ts';
import { batchAnswers, ItemProblem, Items } from '../batch.ts';
import { ofContact } from '../contact-address.ts';
import { document } from '../document.ts';
import { EXAMPLE_OF_CONTACT } from '../examples.ts';
import { Problem } from '../problem.ts';
import { BATCH_PROBLEMS, recorded } from '../recorded.ts';
import { route } from '../route.ts';

/** Records that data of contacts went to a partner, or came from one. Items of one contact are taken in their order. */
export const recordDisclosuresRoute = route({
  name: 'record-disclosures',
  method: 'POST',
  path: '/v1/disclosures',
  scope: 'consents:write',
  idempotency: 'required',
  body: z.strictObject({
    advertiserId: ofContact.advertiserId,
    partner: about('The partner.', Partner),
    sharedKey: about(
      'A key that you share with this partner, 32 to 64 bytes in hexadecimal: the same that opposition lists of the two of you are under. Each address is named by its fingerprint under it, so that the partner can be notified of a person also once their address is erased. The key is not stored with the disclosure; where a list of oppositions was imported under it, that list keeps it, encrypted.',
      SharedKey,
    ),
    disclosures: about('The disclosures, 1 to 100; each is answered at the same position.', Items),
  }),
  list: 'disclosures',
  item: z.strictObject({
    contact: ofContact.contact,
    ...disclosed,
    disclosedAt: about(disclosed.disclosedAt, AnyInstant),
  }),
});

document(recordDisclosuresRoute, () => {
  const outcomes = about(
    'One outcome for each item, at the same position: what was recorded, or its problem.',
    z.array(z.union([z.strictObject(recorded), ItemProblem])),
  );
  const { advertiserId, contact } = EXAMPLE_OF_CONTACT;
  return {
    summary: 'Records that data of up to 100 contacts went to a partner, or came from one',
    answers: batchAnswers(
      { status: 201, means: 'Every disclosure is stored: the partner is to be notified of what these people do' },
      z.strictObject({ disclosures: outcomes }),
    ),
    refused: z.extend(Problem, { disclosures: z.optional(outcomes) }),
    problems: BATCH_PROBLEMS,
    request: {
      advertiserId,
      partner: { siren: '732829320', name: 'Librairie Partenaire' },
      sharedKey: 'c3'.repeat(32),
      disclosures: [{ contact, disclosedAt: '2026-11-20T09:00:00+01:00', reference: 'Envoi du 20 novembre' }],
    },
  };
});
