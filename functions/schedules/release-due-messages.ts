import { manifest } from '#functions/manifest.ts';
import { dueList, sendQueue } from '#functions/wiring/workers.ts';
import { clock } from '#functions/wiring.ts';
import { releaseDueMessages } from '#shared/app/send/release-due-messages.ts';
import { log } from '#shared/edge/log/log.ts';
import { scheduled } from '#shared/edge/started.ts';

/** Each minute, puts the messages that are due back on the send queue. */
export const handler = scheduled(manifest['release-due-messages'], {
  run: async ({ env }) => {
    const count = await releaseDueMessages({ clock, dueList: dueList(env), sendQueue: sendQueue(env) });
    log('messages-released', { count });
  },
});
