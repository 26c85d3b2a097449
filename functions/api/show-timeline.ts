import { begunErasures } from '#functions/wiring/routes/begun-erasures.ts';
import { handOffsTo } from '#functions/wiring/routes/hand-offs-to.ts';
import { advertisers, clock, contactEvents, messageLists } from '#functions/wiring.ts';
import { showTimeline } from '#shared/app/contacts/show-timeline.ts';
import { nextCursorOf, pageOf } from '#shared/contracts/http/page.ts';
import { showTimelineRoute, timelineView } from '#shared/contracts/http/routes/show-timeline.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** What happened to a contact, latest first: its events, its messages with their verdicts, and what campaigns handed over for it. */
export const handler = endpoint(showTimelineRoute, async ({ env, path, query, accessTo }) => {
  const found = await showTimeline(
    {
      advertisers: advertisers(env),
      events: contactEvents(env),
      messageLists: messageLists(env),
      erasures: begunErasures(env),
      clock,
      handOffs: handOffsTo(env),
    },
    { access: accessTo(query.advertiserId), contactId: path.contactId, only: query.only, page: pageOf(query) },
  );
  return ok({ timeline: found.items.map(timelineView), ...nextCursorOf(found) });
});
