import type { Provider } from '#shared/app/send/providers.port.ts';
import type { OutgoingSms } from '#shared/channels/sms/rendering.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import { handOver, type Reading, TOO_LATE, WITHOUT_KEY } from '../https/hand-over.ts';
import { credentialIn } from '../providers/provider-secret.ts';

/**
 * SMS by smsmode. Sources, read on 2026-11-28: its "SMS API" v1 (dev.smsmode.com/sms/v1), as Symfony Notifier (Bridge/Smsmode) and the public
 * catalogues of its 39 documented calls repeat it. What a call back holds was found in none of them: it is read by whatever names its parts
 * may have, and believed in nothing but a person's STOP.
 */

/** A channel of smsmode, and its key. */
export interface SmsmodeRoute {
  /** `https://rest.smsmode.com`. */
  readonly url: string;
  readonly apiKey: () => Promise<string>;
}

/** Reads `{ "smsmode": { "apiKey": "…" } }`. Throws for any other form. */
export const smsmodeKeyIn = (secret: string): string => credentialIn(secret, 'smsmode', 'apiKey', 16);

const textIn = (value: unknown, longest: number): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= longest ? value : undefined;

/** A refusal has words of theirs, which may quote a number, and a code that means nothing to us: its status alone is read. */
const READING: Reading = {
  idIn: (json) => textIn((Object(json) as { readonly messageId?: unknown }).messageId, 128),
  refusalIn: () => undefined,
  unknownAt: [408],
};

/**
 * Hands an SMS over, once. smsmode has no idempotent send and takes no instant after which nothing is delivered; it repeats our reference.
 * States are not asked for: nobody signs them, so that none would be believed. Replies are, at the URL of the message.
 */
export const smsBySmsmode =
  ({ url, apiKey }: SmsmodeRoute): Provider<OutgoingSms> =>
  async ({ to, senderId, text }, { messageId }, { timeoutMs, validForSeconds, callbackUrl }) => {
    if (validForSeconds < 1) return TOO_LATE;
    const key = await apiKey().catch(() => undefined);
    if (key === undefined) return WITHOUT_KEY;
    const body = JSON.stringify({
      recipient: { to: to.replace(/^\+/, '') },
      body: { text },
      from: senderId,
      refClient: providerReferenceOf(messageId),
      ...(callbackUrl === undefined ? {} : { callbackUrlMo: callbackUrl }),
    });
    const headers = { 'content-type': 'application/json', accept: 'application/json', 'x-api-key': key };
    return handOver(READING, new URL('/sms/v1/messages', url), body, { headers, timeoutMs });
  };
