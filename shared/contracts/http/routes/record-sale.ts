import * as z from 'zod/mini';
import type { JudgedFact } from '#shared/app/records/record-consent.ts';
import { about } from '#shared/domain/about.ts';
import { AdvertiserId, Sha256 } from '#shared/domain/ids.ts';
import { Relation, SaleFacts } from '#shared/domain/sale/sale.ts';
import { AnyInstant } from '../any-instant.ts';
import { ofContact } from '../contact-address.ts';
import { document } from '../document.ts';
import { EXAMPLE_OF_CONTACT } from '../examples.ts';
import { FACT_PROBLEMS, recorded } from '../recorded.ts';
import { route } from '../route.ts';
import { judgedView, usability } from '../usability.ts';

const { soldAt, cancelledAt, relation } = SaleFacts.shape;
/** Only an import says where a sale was before. */
const { imported: _ofImports, ...asked } = SaleFacts.shape;
const [Running, Ended] = Relation.def.options;

/** Records a sale: stored even when it can support nothing (D23). */
export const recordSaleRoute = route({
  name: 'record-sale',
  method: 'POST',
  path: '/v1/sales',
  scope: 'consents:write',
  idempotency: 'required',
  body: z.strictObject({
    ...ofContact,
    ...asked,
    soldAt: about(soldAt, AnyInstant),
    cancelledAt: about(cancelledAt, z.optional(AnyInstant)),
    relation: about(
      relation,
      z.optional(
        z.discriminatedUnion('state', [
          Running,
          z.strictObject({ ...Ended.shape, endedAt: about(Ended.shape.endedAt, AnyInstant) }),
        ]),
      ),
    ),
  }),
});

/** What is answered of each. */
export const RecordedSaleAnswer = z.strictObject({
  ...recorded,
  ...usability,
  receipt: about(
    'What you can keep as proof that the sale was recorded.',
    z.strictObject({
      id: recorded.id,
      advertiserId: about('The advertiser that sold.', AdvertiserId),
      recordedAt: recorded.recordedAt,
      requestSha256: about('SHA-256 of the canonical JSON (RFC 8785) of the body of this request.', Sha256),
    }),
  ),
});

/** A recorded sale with its receipt. */
export const recordedSaleView = (fact: JudgedFact, requestSha256: string): z.infer<typeof RecordedSaleAnswer> => ({
  ...judgedView(fact),
  receipt: { id: fact.id, advertiserId: fact.standing.advertiserId, recordedAt: fact.recordedAt, requestSha256 },
});

document(recordSaleRoute, () => ({
  summary: 'Records a sale that may support the existing-customer exception',
  answers: [{ status: 201, means: 'Stored, usable or not, with a receipt', body: RecordedSaleAnswer }],
  problems: FACT_PROBLEMS,
  request: {
    ...EXAMPLE_OF_CONTACT,
    reference: 'CMD-2026-1042',
    type: 'order',
    soldAt: '2026-11-02T10:15:00+01:00',
    lines: [{ category: 'wine' }],
    form: { formId: 'checkout', version: '7' },
  },
}));
