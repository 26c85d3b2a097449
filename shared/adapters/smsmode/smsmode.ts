import type { Provider } from '#shared/app/send/providers.port.ts';
import type { OutgoingSms } from '#shared/channels/sms/rendering.ts';
import { OPTED_OUT } from '#shared/domain/opposition/opted-out.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import { type AnswerFields, handOver, type Reading, type Refusal, TOO_LATE, WITHOUT_KEY } from '../https/hand-over.ts';
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

/** Words of a refusal that speak of the number of the reader, that it is none, and of anything else: then the message may be wrong for everybody. */
const OF_NUMBER = /recipient|destinataire|msisdn|num[eé]ro|\bnumber\b(?! of)/i;
const IS_NONE =
  /invalid|not (?:a )?valid|incorrect|malformed|unknown|wrong|not exist|cannot be reached|unreachable|erron[eé]|inconnu|inexistant/i;
const OF_OTHERS =
  /\bfrom\b|sender|[eé]metteur|exp[eé]diteur|\bbody\b|\btext\b|content|channel|cr[eé]dit|quota|limit|character|country|pays|account|compte|\broute|allow|autoris|enabled|hour|heure|reference|callback|\burl\b/i;
/** Words of one who asked them for no more, which is an opposition (docs/decisions/0079). */
const OPTED =
  /black-?\s?list|liste noire|opt(?:ed)?[- ]?out|unsubscri|d[eé]sabonn|d[eé]sinscri|stop[- ]?list|\(stop\)/i;
/** Digits by which a number is known, with or without its country. */
const SIGNIFICANT_DIGITS = 9;

/**
 * A refusal has words of theirs, which may quote a number and are kept nowhere, and a code that means nothing to us. In a 400 they are read for
 * whether they say of the number alone that it is none, or that its reader asked for no more: it is refused then, and nobody else waits for it.
 */
const refusalIn = (fields: AnswerFields, status: number, to: string): Refusal | undefined => {
  if (status !== 400) return undefined;
  const words = JSON.stringify(fields).slice(0, 4000);
  const isOfNumber = OF_NUMBER.test(words) || words.includes(to.slice(-SIGNIFICANT_DIGITS));
  if (!isOfNumber || OF_OTHERS.test(words)) return undefined;
  if (OPTED.test(words)) return { code: OPTED_OUT };
  return IS_NONE.test(words) ? { code: 'number-invalid' } : undefined;
};

const readingFor = (to: string): Reading => ({
  idIn: ({ messageId }) => messageId,
  refusalIn: (fields, status) => refusalIn(fields, status, to),
  unknownAt: [408],
});

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
    return handOver(readingFor(to), new URL('/sms/v1/messages', url), body, { headers, timeoutMs });
  };
