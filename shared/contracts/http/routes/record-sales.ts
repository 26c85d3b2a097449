import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { batchAnswers, ItemProblem, Items } from '../batch.ts';
import { ofContact } from '../contact-address.ts';
import { document, documentOf } from '../document.ts';
import { EXAMPLE_OF_CONTACT } from '../examples.ts';
import { Problem } from '../problem.ts';
import { BATCH_PROBLEMS } from '../recorded.ts';
import { route } from '../route.ts';
import { RecordedSaleAnswer, recordSaleRoute } from './record-sale.ts';

/**
 * Records several sales: each is stored even when it can support nothing (D23). Items of one contact are taken in
 * their order.
 */
export const recordSalesRoute = route({
  name: 'record-sales',
  method: 'POST',
  path: '/v1/sales/batch',
  scope: 'consents:write',
  idempotency: 'required',
  body: z.strictObject({
    advertiserId: ofContact.advertiserId,
    sales: about('The sales, 1 to 100, each as POST /v1/sales takes it; each is answered at the same position.', Items),
  }),
  list: 'sales',
  item: z.omit(recordSaleRoute.body, { advertiserId: true }),
});

document(recordSalesRoute, () => {
  const single = documentOf(recordSaleRoute);
  const { advertiserId, ...item } = { ...EXAMPLE_OF_CONTACT, ...(single.request as object) };
  const outcomes = about(
    'One outcome for each item, at the same position: what it answers by itself, or its problem.',
    z.array(z.union([RecordedSaleAnswer, ItemProblem])),
  );
  return {
    summary: 'Records up to 100 sales',
    answers: batchAnswers(
      { status: 201, means: 'Every sale is stored, usable or not, with a receipt' },
      z.strictObject({ sales: outcomes }),
    ),
    refused: z.extend(Problem, { sales: z.optional(outcomes) }),
    problems: BATCH_PROBLEMS,
    request: { advertiserId, sales: [item] },
  };
});
