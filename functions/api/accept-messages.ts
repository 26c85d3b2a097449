import { acting } from '#functions/wiring/acting.ts';
import { namedTexts } from '#functions/wiring/keys/texts.ts';
import { advertisers, clock, contents, fingerprints, messages, templates } from '#functions/wiring.ts';
import { acceptMessages } from '#shared/app/messages/accept-messages.ts';
import { acceptedView, acceptMessagesRoute, requestedMessages } from '#shared/contracts/http/routes/accept-messages.ts';
import { parseEach } from '#shared/edge/validate.ts';

/** Accepts up to 100 messages: stored first, vetted just before each is sent. */
export const handler = acting(
  acceptMessagesRoute,
  async ({ env, body, caller, accessTo, requestHashFor, outcomes: answer }) => {
    const access = accessTo(body.advertiserId);
    const parsed = parseEach(acceptMessagesRoute.item, body.messages);
    const items = requestedMessages(parsed, (index) => requestHashFor(access, body.messages[index], index));
    const outcomes = await acceptMessages(
      {
        advertisers: advertisers(env),
        fingerprints: await fingerprints(env),
        contents: contents(env),
        namedTexts: namedTexts(env),
        messages: messages(env),
        templates: templates(env),
        clock,
      },
      { access, items, maySendTransactional: caller.scopes.includes('messages:transactional') },
    );
    return answer({ all: 202 }, outcomes.map(acceptedView));
  },
);
