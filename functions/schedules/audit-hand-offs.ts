import { manifest } from '#functions/manifest.ts';
import { handOffs } from '#functions/wiring/halts.ts';
import { sentMessages } from '#functions/wiring/recipients.ts';
import { clock, templates } from '#functions/wiring.ts';
import { auditHandOffs } from '#shared/app/audit/audit-hand-offs.ts';
import { log } from '#shared/edge/log/log.ts';
import { scheduled } from '#shared/edge/started.ts';

/** What is kept of the run's time to finish what is in hand and to say what was found. */
const TIME_TO_END_MS = 60_000;

/** Each hour, compares what was handed off with what those who got it had opposed. */
export const handler = scheduled(manifest['audit-hand-offs'], {
  run: async ({ env, remainingMs }) => {
    const ports = { clock, handOffs: handOffs(env), messages: sentMessages(env), templates: templates(env) };
    const { count, ignored, isWhole } = await auditHandOffs(ports, () => remainingMs() > TIME_TO_END_MS);
    for (const found of ignored) log('opposition-ignored', { ...found });
    log('hand-offs-audited', { count });
    if (!isWhole) log('audit-unfinished');
  },
});
