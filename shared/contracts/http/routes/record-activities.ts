import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { batchAnswers, ItemProblem, Items } from '../batch.ts';
import { ofContact } from '../contact-address.ts';
import { document, documentOf } from '../document.ts';
import { EXAMPLE_OF_CONTACT } from '../examples.ts';
import { Problem } from '../problem.ts';
import { BATCH_PROBLEMS, recorded } from '../recorded.ts';
import { route } from '../route.ts';
import { recordActivityRoute } from './record-activity.ts';

/** Records several acts of persons; an open is none (RET-2). Items of one contact are taken in their order. */
export const recordActivitiesRoute = route({
  name: 'record-activities',
  method: 'POST',
  path: '/v1/activities/batch',
  scope: 'consents:write',
  idempotency: 'required',
  body: z.strictObject({
    advertiserId: ofContact.advertiserId,
    activities: about(
      'The acts, 1 to 100, each as POST /v1/activities takes it; each is answered at the same position.',
      Items,
    ),
  }),
  list: 'activities',
  item: z.omit(recordActivityRoute.body, { advertiserId: true }),
});

document(recordActivitiesRoute, () => {
  const single = documentOf(recordActivityRoute);
  const { advertiserId, ...item } = { ...EXAMPLE_OF_CONTACT, ...(single.request as object) };
  const outcomes = about(
    'One outcome for each item, at the same position: what it answers by itself, or its problem.',
    z.array(z.union([z.strictObject(recorded), ItemProblem])),
  );
  return {
    summary: 'Records up to 100 acts of persons',
    answers: batchAnswers({ status: 201, means: 'Every act is stored' }, z.strictObject({ activities: outcomes })),
    refused: z.extend(Problem, { activities: z.optional(outcomes) }),
    problems: BATCH_PROBLEMS,
    request: { advertiserId, activities: [item] },
  };
});
