import { proofReader } from '#functions/wiring/keys/archive.ts';
import { once } from '#functions/wiring/once.ts';
import {
  acceptedMessages,
  advertisers,
  clock,
  contentStore,
  keyedNames,
  messageStates,
  opener,
  sendReads,
  table,
} from '#functions/wiring.ts';
import { answeredRecipientsOf } from '#shared/adapters/dynamodb/campaigns/recipients/recipient-named.ts';
import { withRecipients } from '#shared/adapters/dynamodb/campaigns/recipients/recipients.ts';
import { sentToRecipientsOf } from '#shared/adapters/dynamodb/campaigns/recipients/sent-to-recipients.ts';
import { runFeedbackOf } from '#shared/adapters/dynamodb/campaigns/runs/run-feedback.ts';
import { storedNamesOf } from '#shared/adapters/dynamodb/ledger/stored-names.ts';
import { answeredMessagesOf } from '#shared/adapters/dynamodb/messages/answered-messages.ts';
import { sameAddressOf } from '#shared/adapters/dynamodb/messages/same-address.ts';
import { sentValuesOf } from '#shared/adapters/s3/sent-values.ts';
import type { RunFeedback } from '#shared/app/campaigns/run-feedback.port.ts';
import type { Messages } from '#shared/app/messages/messages.port.ts';
import type { SentToRecipients } from '#shared/app/messages/sent/sent-to-recipients.port.ts';
import type { SentValues } from '#shared/app/messages/sent/sent-values.port.ts';
import type { SameAddress } from '#shared/app/oppositions/same-address.port.ts';
import type { AnsweredMessages } from '#shared/app/replies/answered-messages.port.ts';
import { monthsOfValues } from '#shared/law/readings/proof.ts';

/** The same as `messageStates`, and recipients of campaigns: for those who know the contact. */
export const sentMessages = /* @__PURE__ */ once(
  (env: Parameters<typeof messageStates>[0]): Pick<Messages, 'get' | 'move'> =>
    withRecipients(table(env), messageStates(env)),
);

/** The message that a reply answers: a single one, or a recipient of a campaign. */
export const answeredMessages = /* @__PURE__ */ once(
  (env: Parameters<typeof messageStates>[0]): AnsweredMessages => ({
    ...answeredMessagesOf(table(env)),
    ...answeredRecipientsOf({ ...table(env), clock }),
  }),
);

export const runFeedback = /* @__PURE__ */ once(
  (env: Parameters<typeof messageStates>[0]): RunFeedback => runFeedbackOf({ ...table(env), clock }),
);

/** What chunks said of each of their recipients alone. */
export const sentValues = /* @__PURE__ */ once(
  (env: Parameters<typeof messageStates>[0] & Readonly<Record<'CONTENT_BUCKET', string>>): SentValues =>
    sentValuesOf({
      ...contentStore(env),
      clock,
      monthsOf: async (access) => monthsOfValues((await advertisers(env).get(access))?.retention),
    }),
);

/** Recipients of campaigns as they were written to, for those who know the contact. */
export const sentToRecipients = /* @__PURE__ */ once(
  (env: Parameters<typeof acceptedMessages>[0] & Parameters<typeof sentValues>[0]): SentToRecipients =>
    sentToRecipientsOf({ ...table(env), clock, vault: opener(env), values: sentValues(env), proofs: proofReader(env) }),
);

/** Other contacts of the address that a message went to: it decrypts the address of that message while two keys are known, or where it is a telephone number. */
export const sameAddress = /* @__PURE__ */ once(
  (env: Parameters<typeof acceptedMessages>[0] & Parameters<typeof keyedNames>[0]): SameAddress =>
    sameAddressOf({
      names: () => keyedNames(env),
      stored: storedNamesOf(table(env)),
      messages: acceptedMessages(env),
      vetReads: sendReads(env),
      clock,
    }),
);
