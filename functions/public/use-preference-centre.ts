import { manifest } from '#functions/manifest.ts';
import { centre, stopping } from '#functions/wiring/centre.ts';
import { tokens } from '#functions/wiring.ts';
import { actInCentre, type CentreAnswer, type NotSaid } from '#shared/app/centre/act-in-centre.ts';
import { failureFields, log } from '#shared/edge/log/log.ts';
import { page } from '#shared/edge/public/by-link.ts';
import { CENTRE_AGAIN, centrePage } from '#shared/pages/centre/centre-page.ts';

/** Stops, sends a code, opens by it, shows what is held, records what is asked and agreed to, and counts why people stop. */
export const handler = page(manifest['use-preference-centre'], (env) => ({
  tokens: () => tokens(env),
  show: async (visit) => {
    const onRecorded = (answer: CentreAnswer) => visit.recordedAs(centrePage(answer, visit));
    const ports = { stopping: stopping(env), centre: () => centre(env) };
    const countReason = (reason: string) => log('reason-given', { advertiserId: visit.link.advertiserId, reason });
    const onNotSaid = (why: NotSaid) => {
      const { advertiserId } = visit.link;
      if ('cause' in why) log('acknowledgement-not-taken', { advertiserId, code: why.cause });
      else log('acknowledgement-failed', { advertiserId, ...failureFields(why.thrown) });
    };
    return centrePage(await actInCentre(ports, { ...visit, onRecorded, countReason, onNotSaid }), visit);
  },
  again: CENTRE_AGAIN,
}));
