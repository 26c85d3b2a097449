import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { batchAnswers, ItemProblem, Items } from '../batch.ts';
import { ofContact } from '../contact-address.ts';
import { document, documentOf } from '../document.ts';
import { EXAMPLE_OF_CONTACT } from '../examples.ts';
import { Problem } from '../problem.ts';
import { recorded } from '../recorded.ts';
import { route } from '../route.ts';
import { registerOppositionRoute } from './register-opposition.ts';

/** Registers several oppositions that the advertiser received. Items of one contact are taken in their order. */
export const registerOppositionsRoute = route({
  name: 'register-oppositions',
  method: 'POST',
  path: '/v1/oppositions/batch',
  scope: 'oppositions:write',
  idempotency: 'or-body',
  body: z.strictObject({
    advertiserId: ofContact.advertiserId,
    oppositions: about(
      'The oppositions, 1 to 100, each as POST /v1/oppositions takes it; each is answered at the same position.',
      Items,
    ),
  }),
  list: 'oppositions',
  item: z.omit(registerOppositionRoute.body, { advertiserId: true }),
});

document(registerOppositionsRoute, () => {
  const single = documentOf(registerOppositionRoute);
  const { advertiserId, ...item } = { ...EXAMPLE_OF_CONTACT, ...(single.request as object) };
  const outcomes = about(
    'One outcome for each item, at the same position: what it answers by itself, or its problem.',
    z.array(z.union([z.strictObject(recorded), ItemProblem])),
  );
  return {
    summary: 'Registers up to 100 oppositions that the advertiser received',
    answers: batchAnswers(
      { status: 201, means: 'Every opposition is effective from now on, for all that is queued' },
      z.strictObject({ oppositions: outcomes }),
    ),
    refused: z.extend(Problem, { oppositions: z.optional(outcomes) }),
    problems: ['advertiser-not-found', 'batch-unfinished'],
    request: { advertiserId, oppositions: [item] },
  };
});
