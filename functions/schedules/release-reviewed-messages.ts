import { manifest } from '#functions/manifest.ts';
import { sendQueue, waitingLists } from '#functions/wiring/workers.ts';
import { clock, reviews } from '#functions/wiring.ts';
import { releaseReviewedMessages } from '#shared/app/send/release-reviewed-messages.ts';
import { log } from '#shared/edge/log/log.ts';
import { scheduled } from '#shared/edge/started.ts';

/** What is kept of the run's time to finish the pages in hand. */
const TIME_FOR_A_PAGE_MS = 5_000;

/** Each minute, puts the messages whose cause was decided back on the send queue. */
export const handler = scheduled(manifest['release-reviewed-messages'], {
  run: async ({ env, remainingMs }) => {
    const count = await releaseReviewedMessages(
      { clock, reviews: reviews(env), waitingLists: waitingLists(env), sendQueue: sendQueue(env) },
      () => remainingMs() > TIME_FOR_A_PAGE_MS,
    );
    log('reviewed-messages-released', { count });
  },
});
