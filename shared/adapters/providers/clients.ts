import { ConnectClient } from '@aws-sdk/client-connect';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { STORE_TIMEOUTS_MS } from '../timeouts.ts';

/** A connection that is not made within this many milliseconds carried nothing. */
const CONNECTION_TIMEOUT_MS = 3_000;

/**
 * The only file where clients that hand messages to a provider are made. One attempt: the SDK's own retries send twice
 * when a provider accepts and drops the answer. Each call adds its own time-out (`within`).
 */
const ONE_ATTEMPT = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: CONNECTION_TIMEOUT_MS, throwOnRequestTimeout: true },
} as const;

/** The SES client that sends. */
export const sendingSesClient = (): SESv2Client => new SESv2Client(ONE_ATTEMPT);

/** The SNS client that sends SMS. */
export const sendingSnsClient = (): SNSClient => new SNSClient(ONE_ATTEMPT);

/** The SNS client that publishes what people said: it may be published twice. A request that hangs is given up while there is time for another. */
export const publishingSnsClient = (): SNSClient =>
  new SNSClient({
    maxAttempts: 3,
    requestHandler: STORE_TIMEOUTS_MS,
  });

/** The client of End User Messaging that sends SMS. */
export const sendingTextClient = (): PinpointSMSVoiceV2Client => new PinpointSMSVoiceV2Client(ONE_ATTEMPT);

/** The client of Amazon Connect that begins calls. */
export const sendingCallClient = (): ConnectClient => new ConnectClient(ONE_ATTEMPT);

/** Per-call options: the whole exchange, connection included, ends within `timeoutMs`. */
export const within = (timeoutMs: number) => ({
  abortSignal: AbortSignal.timeout(timeoutMs),
  requestTimeout: timeoutMs,
});
