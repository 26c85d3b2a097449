import { once } from '#functions/wiring/once.ts';
import { acceptedMessages, clock, keyedNames, messageStates, table } from '#functions/wiring.ts';
import { withRecipients } from '#shared/adapters/dynamodb/campaigns/recipients.ts';
import { runFeedbackOf } from '#shared/adapters/dynamodb/campaigns/run-feedback.ts';
import { storedNamesOf } from '#shared/adapters/dynamodb/ledger/stored-names.ts';
import { sameAddressOf } from '#shared/adapters/dynamodb/messages/same-address.ts';
import type { RunFeedback } from '#shared/app/campaigns/run-feedback.port.ts';
import type { Messages } from '#shared/app/messages/messages.port.ts';
import type { SameAddress } from '#shared/app/oppositions/same-address.port.ts';

/** The same as `messageStates`, and recipients of campaigns: for those who know the contact. */
export const sentMessages = /* @__PURE__ */ once(
  (env: Parameters<typeof messageStates>[0]): Pick<Messages, 'get' | 'move'> =>
    withRecipients(table(env), messageStates(env)),
);

export const runFeedback = /* @__PURE__ */ once(
  (env: Parameters<typeof messageStates>[0]): RunFeedback => runFeedbackOf({ ...table(env), clock }),
);

/** Other contacts of the address that a message went to: it decrypts the address of that message while two keys are known. */
export const sameAddress = /* @__PURE__ */ once(
  (env: Parameters<typeof acceptedMessages>[0] & Parameters<typeof keyedNames>[0]): SameAddress =>
    sameAddressOf({ names: () => keyedNames(env), stored: storedNamesOf(table(env)), messages: acceptedMessages(env) }),
);
