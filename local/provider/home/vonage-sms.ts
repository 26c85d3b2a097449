import type { NumberIn } from '../../aws/sms/sms-replies.ts';
import { textOf } from '../../template/json.ts';
import type { ProviderReport } from '../handover.ts';
import { createVonageMessagesServer, type MessagesAccount } from '../vonage-messages-server.ts';
import { asNumber, type HomeAccount, neverReported } from './account.ts';

/** "Messages API errors": a number that is none, a text that ran out of time, a reader who said stop. */
const [NO_NUMBER, TOO_LATE, STOPPED] = [1170, 1360, 1240];

/** The state that Vonage has for this, with the code of its error where there is one; `undefined`: it has none. */
const stateOf = ({ kind, reason }: ProviderReport): readonly [state: string, code?: number] | undefined => {
  if (kind === 'delivered') return ['delivered'];
  if (kind === 'failed') return reason === 'number-invalid' ? ['undeliverable', NO_NUMBER] : ['undeliverable'];
  if (kind === 'expired') return ['undeliverable', TOO_LATE];
  return kind === 'blacklisted' ? ['rejected', STOPPED] : undefined;
};

/**
 * SMS by Vonage, as a phone shows them. Each is reported on by itself as submitted and delivered, signed, at its own URL; what a person writes comes to the
 * URL of the application, signed.
 */
export const vonageTextsAtHome = (account: MessagesAccount, now: () => string, numberIn: NumberIn): HomeAccount => {
  const { vonage, listener } = createVonageMessagesServer(() => account, now);
  return {
    listener,
    takes: (path) => path === '/v1/messages',
    all: () =>
      vonage.messages().map(({ id, at, request }) => ({
        id,
        channel: 'sms',
        to: asNumber(textOf(request.to)),
        sender: asNumber(textOf(request.from)),
        message: request,
        at,
      })),
    happens: ({ id, sender, message }, report) => {
      if (report.kind === 'reply')
        return vonage.reply(id, report.text ?? '', { to: numberIn(textOf(message.text)) ?? sender.replace('+', '') });
      const state = stateOf(report);
      return state === undefined ? neverReported('Vonage', report.kind) : vonage.report(id, ...state);
    },
    byItself: async ({ id }) => {
      await vonage.report(id, 'submitted');
      return [{ kind: 'delivered', at: now(), status: await vonage.report(id, 'delivered') }];
    },
  };
};
