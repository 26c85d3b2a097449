import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { batchAnswers, ItemProblem, Items } from '../batch.ts';
import { ofContact } from '../contact-address.ts';
import { document, documentOf } from '../document.ts';
import { EXAMPLE_OF_CONTACT } from '../examples.ts';
import { Problem } from '../problem.ts';
import { BATCH_PROBLEMS } from '../recorded.ts';
import { route } from '../route.ts';
import { AskedConsent, RecordedConsentAnswer, recordConsentRoute, withChannels } from './record-consent.ts';

/**
 * Records several consents: each is stored even when it can support nothing (D23). Items of one contact are taken in
 * their order.
 */
export const recordConsentsRoute = route({
  name: 'record-consents',
  method: 'POST',
  path: '/v1/consents/batch',
  scope: 'consents:write',
  idempotency: 'required',
  body: z.strictObject({
    advertiserId: ofContact.advertiserId,
    consents: about(
      'The consents, 1 to 100, each as POST /v1/consents takes it; each is answered at the same position.',
      Items,
    ),
  }),
  list: 'consents',
  item: withChannels(z.omit(AskedConsent, { advertiserId: true })),
});

document(recordConsentsRoute, () => {
  const single = documentOf(recordConsentRoute);
  const { advertiserId, ...item } = { ...EXAMPLE_OF_CONTACT, ...(single.request as object) };
  const outcomes = about(
    'One outcome for each item, at the same position: what it answers by itself, or its problem.',
    z.array(z.union([RecordedConsentAnswer, ItemProblem])),
  );
  return {
    summary: 'Records up to 100 consents with their evidence',
    answers: batchAnswers(
      { status: 201, means: 'Every consent is stored, usable or not, with a receipt' },
      z.strictObject({ consents: outcomes }),
    ),
    refused: z.extend(Problem, { consents: z.optional(outcomes) }),
    problems: BATCH_PROBLEMS,
    request: { advertiserId, consents: [item] },
  };
});
