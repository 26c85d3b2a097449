import { advertiserList } from '#functions/wiring/facts.ts';
import { once } from '#functions/wiring/once.ts';
import { sameAddress, sentMessages } from '#functions/wiring/recipients.ts';
import { answeredLinks, answeringTexts } from '#functions/wiring/routes/texts.ts';
import { claims } from '#functions/wiring/workers.ts';
import {
  advertisers,
  clock,
  fingerprints,
  ledgerWithoutAddresses,
  newId,
  pause,
  sendReads,
  table,
  tokenSecret,
} from '#functions/wiring.ts';
import { readingCallClient, saidWithCallOf } from '#shared/adapters/connect/said-with-call.ts';
import { keyRingOf } from '#shared/adapters/crypto/key-ring.ts';
import { mailboxesOf } from '#shared/adapters/crypto/mailboxes.ts';
import { readUntilOf, roundsOf } from '#shared/adapters/dynamodb/feedback/rounds.ts';
import { confirmationsOf, contactAnswersOf } from '#shared/adapters/dynamodb/messages/confirmations.ts';
import { listingSesClient, suppressionsOf } from '#shared/adapters/ses/suppressions.ts';
import { tenantNameOf } from '#shared/adapters/ses/tenants.ts';
import { logsClient, optedOutLogOf } from '#shared/adapters/sns/opted-out-log.ts';
import type { ReportPorts } from '#shared/app/feedback/apply-provider-report.ts';
import type { ReconcilePorts } from '#shared/app/feedback/reconcile-suppressions.ts';
import type { OptedOutPorts } from '#shared/app/feedback/register-opted-out.ts';
import type { Mailboxes } from '#shared/app/oppositions/tokens.port.ts';
import type { ConfirmPorts } from '#shared/app/replies/confirm-stop.ts';
import { manifest } from '../manifest.ts';

/** The composition root of what answers a reply by SMS, of what reads mails that oppose, and of what reads the lists of SES and the log of SNS. */
type Needs<V extends string> = Readonly<Record<V, string>>;

/** What notifies a person that their STOP is recorded; the messages are those of whoever found whom it answers. */
export const confirming = async (
  env: Needs<'TABLE_NAME' | 'FINGERPRINT_SECRET_ID'> &
    Parameters<typeof answeringTexts>[0] &
    Parameters<typeof answeredLinks>[0],
): Promise<Omit<ConfirmPorts, 'messages'>> => ({
  clock,
  newId,
  fingerprints: await fingerprints(env),
  ledger: ledgerWithoutAddresses(env),
  advertisers: advertisers(env),
  confirmations: confirmationsOf(table(env)),
  provider: answeringTexts(env),
  answeredAt: answeredLinks(env),
});

/** What answers a person who asks who writes. */
export const answering = async (env: Parameters<typeof confirming>[0]): Promise<Omit<ConfirmPorts, 'messages'>> => ({
  ...(await confirming(env)),
  confirmations: contactAnswersOf(table(env)),
});

/** Mailboxes in messages, whatever their domain: one that was named once is read for ever. */
export const mailboxes = async (env: Needs<'TOKEN_SECRET_ID'>): Promise<Mailboxes> =>
  mailboxesOf(keyRingOf(await tokenSecret(env)()), 'unused.invalid');

export const suppressions = /* @__PURE__ */ once(({ STAGE }: Needs<'STAGE'>) =>
  suppressionsOf(listingSesClient(), (advertiserId) => tenantNameOf(STAGE, advertiserId)),
);

/** What makes the lists of SES and the ledger say the same. */
export const reconciling = async (
  env: Needs<'STAGE' | 'TABLE_NAME' | 'FINGERPRINT_SECRET_ID'>,
): Promise<ReconcilePorts> => ({
  clock,
  pause,
  fingerprints: await fingerprints(env),
  ledger: ledgerWithoutAddresses(env),
  advertiserList: advertiserList(env),
  rounds: roundsOf(table(env)),
  suppressions: suppressions(env),
});

/** What registers the oppositions that are in the log of SNS alone. */
export const readingOptedOut = async (
  env: Needs<'STAGE' | 'TABLE_NAME' | 'FINGERPRINT_SECRET_ID' | 'DATA_SECRET_ID' | 'SMS_STATUS_LOG'>,
): Promise<OptedOutPorts> => ({
  clock,
  pause,
  fingerprints: await fingerprints(env),
  ledger: ledgerWithoutAddresses(env),
  advertisers: advertisers(env),
  sameAddress: sameAddress(env),
  vetReads: sendReads(env),
  advertiserList: advertiserList(env),
  optedOutLog: optedOutLogOf(logsClient(), env.SMS_STATUS_LOG),
  readUntil: readUntilOf(table(env)),
});

/** What was said with a call that leaves by Amazon Connect. */
export const saidWithCall = /* @__PURE__ */ once((_env: object) => saidWithCallOf(readingCallClient()));

/** What applies whatever a provider reports of a message. */
export const reporting = /* @__PURE__ */ once(
  (env: Parameters<typeof sameAddress>[0] & Parameters<typeof sentMessages>[0]): ReportPorts => ({
    clock,
    pause,
    ledger: ledgerWithoutAddresses(env),
    advertisers: advertisers(env),
    messages: sentMessages(env),
    sameAddress: sameAddress(env),
    claims: claims(env),
    senderSeconds: manifest['send-message'].timeoutSeconds,
  }),
);
