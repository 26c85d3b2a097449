import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { batchAnswers, ItemProblem, Items } from '../batch.ts';
import { ofContact } from '../contact-address.ts';
import { document, documentOf } from '../document.ts';
import { EXAMPLE_OF_CONTACT } from '../examples.ts';
import { Problem } from '../problem.ts';
import { BATCH_PROBLEMS } from '../recorded.ts';
import { route } from '../route.ts';
import { DeclaredContactAnswer, declareContactRoute } from './declare-contact.ts';

/** Declares facts about several contacts. Items of one contact are taken in their order. */
export const declareContactsRoute = route({
  name: 'declare-contacts',
  method: 'POST',
  path: '/v1/contacts/batch',
  scope: 'consents:write',
  idempotency: 'required',
  body: z.strictObject({
    advertiserId: ofContact.advertiserId,
    contacts: about(
      'The contacts, 1 to 100, each as PUT /v1/contacts takes it; each is answered at the same position.',
      Items,
    ),
  }),
  list: 'contacts',
  item: z.omit(declareContactRoute.body, { advertiserId: true }),
});

document(declareContactsRoute, () => {
  const single = documentOf(declareContactRoute);
  const { advertiserId, ...item } = { ...EXAMPLE_OF_CONTACT, ...(single.request as object) };
  const outcomes = about(
    'One outcome for each item, at the same position: what it answers by itself, or its problem.',
    z.array(z.union([DeclaredContactAnswer, ItemProblem])),
  );
  return {
    summary: 'Declares facts about up to 100 contacts',
    answers: batchAnswers(
      { status: 200, means: 'Every contact is stored, with all that is declared of it' },
      z.strictObject({ contacts: outcomes }),
    ),
    refused: z.extend(Problem, { contacts: z.optional(outcomes) }),
    problems: BATCH_PROBLEMS,
    request: { advertiserId, contacts: [item] },
  };
});
