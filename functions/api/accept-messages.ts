import { manifest } from '#functions/manifest.ts';
import { advertisers, clock, contents, fingerprints, messages, templates } from '#functions/wiring.ts';
import { acceptMessages } from '#shared/app/messages/accept-messages.ts';
import { requestedMessages } from '#shared/contracts/http/mappers.ts';
import { acceptedView } from '#shared/contracts/http/message-views.ts';
import { AcceptedMessageRequest, Batch } from '#shared/contracts/http/requests.ts';
import { endpoint } from '#shared/edge/api.ts';
import { accepted } from '#shared/edge/respond.ts';
import { parseEach } from '#shared/edge/validate.ts';

/** Accepts up to 100 messages: stored first, vetted just before each is sent. */
export const handler = endpoint(manifest['accept-messages'], {
  body: Batch,
  idempotency: 'required',
  run: async ({ env, body, caller, scopeOf, requestHashFor, problem }) => {
    const scope = scopeOf(body.advertiserId);
    const parsed = parseEach(AcceptedMessageRequest, body.messages);
    const items = requestedMessages(parsed, (index) => requestHashFor(scope, body.messages[index], index));
    const outcomes = await acceptMessages(
      {
        advertisers: advertisers(env),
        fingerprints: await fingerprints(env),
        contents: contents(env),
        messages: messages(env),
        templates: templates(env),
        clock,
      },
      { scope, items, maySendTransactional: caller.scopes.includes('messages:transactional') },
    );
    return accepted({ messages: outcomes.map(acceptedView(problem)) });
  },
});
