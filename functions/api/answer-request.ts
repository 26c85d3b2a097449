import { acting } from '#functions/wiring/acting.ts';
import { answering } from '#functions/wiring/answers.ts';
import { answerRequest } from '#shared/app/rights/answer-request.ts';
import { actorOf } from '#shared/contracts/http/contact-address.ts';
import { answeredRequestView } from '#shared/contracts/http/rights/answered-view.ts';
import { answerRequestRoute } from '#shared/contracts/http/routes/answer-request.ts';
import { mayAlso } from '#shared/edge/caller.ts';
import { ok } from '#shared/edge/respond.ts';

/** Does one thing about a request of a person. */
export const handler = acting(
  answerRequestRoute,
  async ({ env, path, query, body, caller, accessTo, requestHashFor }) => {
    const access = accessTo(query.advertiserId);
    const answered = await answerRequest(answering(env), {
      access,
      id: path.requestId,
      ...body,
      actor: actorOf(caller),
      apiKeyId: caller.apiKeyId,
      request: requestHashFor(access),
      mayErase: mayAlso(caller, 'contacts:erase'),
    });
    return ok(answeredRequestView(answered));
  },
);
