import { acting } from '#functions/wiring/acting.ts';
import { audiencePages } from '#functions/wiring/audience.ts';
import { advertisers } from '#functions/wiring.ts';
import { countAudience } from '#shared/app/audience/count-audience.ts';
import { countAudienceRoute, countedAudienceView } from '#shared/contracts/http/routes/count-audience.ts';
import { ok } from '#shared/edge/respond.ts';

/** How many contacts are in a segment. */
export const handler = acting(countAudienceRoute, async ({ env, body: { advertiserId, ...segment }, accessTo }) =>
  ok(
    countedAudienceView(
      await countAudience(
        { audiencePages: audiencePages(env), advertisers: advertisers(env) },
        { access: accessTo(advertiserId), segment },
      ),
    ),
  ),
);
