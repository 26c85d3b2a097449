import { once } from '#functions/wiring/once.ts';
import { clock, messageStates, table } from '#functions/wiring.ts';
import { withRecipients } from '#shared/adapters/dynamodb/campaigns/recipients.ts';
import { runFeedbackOf } from '#shared/adapters/dynamodb/campaigns/run-feedback.ts';
import type { RunFeedback } from '#shared/app/campaigns/run-feedback.port.ts';
import type { Messages } from '#shared/app/messages/messages.port.ts';

/** The same as `messageStates`, and recipients of campaigns: for those who know the contact. */
export const sentMessages = /* @__PURE__ */ once(
  (env: Parameters<typeof messageStates>[0]): Pick<Messages, 'get' | 'move'> =>
    withRecipients(table(env), messageStates(env)),
);

export const runFeedback = /* @__PURE__ */ once(
  (env: Parameters<typeof messageStates>[0]): RunFeedback => runFeedbackOf({ ...table(env), clock }),
);
