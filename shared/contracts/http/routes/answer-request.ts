import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { ExportExtent, ExportLanguage } from '#shared/domain/rights/export-job.ts';
import { Identity, RightsAction, RightsWords } from '#shared/domain/rights/rights-request.ts';
import { line } from '#shared/domain/text/text.ts';
import { document } from '../document.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { AnsweredRequestView } from '../rights/answered-view.ts';
import { route } from '../route.ts';
import { RequestPath } from './get-request.ts';

/** Does one thing about a request. */
export const answerRequestRoute = route({
  name: 'answer-request',
  method: 'POST',
  path: '/v1/requests/{requestId}/answer',
  scope: 'requests:answer',
  idempotency: 'required',
  parameters: RequestPath,
  query: AdvertiserQuery,
  body: z.strictObject({
    action: about(
      'acknowledged: the person was informed that it is dealt with. extended: by two months, once, with the reason. exported: everything held is gathered into two files, a page for the person and JSON for programs; GET /v1/requests/{requestId} shows where they are; of access and portability alone, and as often as it is needed; it answers nobody. answered: done, and the person has it; of an erasure, the contact is erased by this call, which asks for the scope contacts:erase as well, and kept says what remains. refused: with the reason; of a restriction, it ends. lifted: a restriction that was answered ends, with the reason, of which the person was informed before.',
      RightsAction,
    ),
    identity: about(
      'How you know who asks. Expected of exported, and to answer access, portability, rectification and erasure, unless the request says that Aval knows it by a code; of exported with about: person always, since a code shows one address alone.',
      z.optional(Identity),
    ),
    reason: about(
      'Why, as you inform the person, at most 4000 characters; stored encrypted. Expected of extended, refused and lifted.',
      z.optional(RightsWords),
    ),
    doubt: about(
      'Of document-seen, and expected with it: what made it doubtful who asks (GDPR art. 12, § 6), at most 4000 characters; stored encrypted.',
      z.optional(RightsWords),
    ),
    about: about(
      'Of exported: whose contacts are in the files. person: every contact that is certainly of this person, each by itself. contact: the one that the request names. Absent: person, or contact where this step has no identity, since the request has one by a code alone.',
      z.optional(ExportExtent),
    ),
    language: about(
      'Of exported: the language of the page. Absent: that of your settings.',
      z.optional(ExportLanguage),
    ),
    decider: about('The human who does it, by name, 1 to 120 characters; stored encrypted.', line(120)),
  }),
});

document(answerRequestRoute, () => ({
  summary: 'Acknowledges, extends, exports, answers or refuses a request, or lifts a restriction',
  answers: [{ status: 200, means: 'Done, and noted', body: AnsweredRequestView }],
  problems: [
    'advertiser-not-found',
    'request-not-found',
    'request-settled',
    'idempotency-key-missing',
    'idempotency-key-reused',
    'concurrent-change',
  ],
  request: {
    action: 'extended',
    reason: 'Vos données sont réparties entre plusieurs services, que nous devons consulter.',
    decider: 'Jeanne Roy, DPO',
  },
}));
