import type { Provider } from '#shared/app/send/providers.port.ts';
import type { OutgoingSms } from '#shared/channels/sms/rendering.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { type AnswerFields, handOver, type Reading, type Refusal, TOO_LATE, WITHOUT_KEY } from '../https/hand-over.ts';
import { digitsOf, signedAs, type VonageRoute } from './application.ts';
import { codeOf, refusalOf } from './message-codes.ts';

/** What one text may hold. */
const MOST_CHARACTERS = 1000;
/** Seconds below which no text is handed over: none is delivered as fast for sure. */
const SHORTEST_TRY_SECONDS = 20;

/** Of its number, or of a person who asked it to stop, by the code of its type; `undefined`: its status says the rest. */
const refusalIn = (fields: AnswerFields, status: number): Refusal | undefined =>
  status < 400 ? undefined : refusalOf(codeOf(fields));

const READING: Reading = { idIn: ({ message_uuid: id }) => id, refusalIn, unknownAt: [408] };

/**
 * SMS by the Messages API of Vonage. It has no idempotent send, repeats our reference in its signed states, and gives a text up after the seconds that it
 * is given (`ttl`), counted from when it takes it. Sources, read on 2026-11-29: "Messages API" 1 (developer.vonage.com/en/api/messages, and the types of
 * `@vonage/messages` 1.20), "Messages API errors".
 */
export const smsByVonage =
  (route: VonageRoute): Provider<OutgoingSms> =>
  async ({ to, senderId, text }, { messageId }, { timeoutMs, validForSeconds, callbackUrl }) => {
    const lastSecond = epochSeconds(route.clock.now()) + validForSeconds;
    if (text.length > MOST_CHARACTERS) return { answer: 'not-taken', retryable: false, cause: 'rejected:too-long' };
    const signed = await signedAs(route);
    if (signed === undefined) return WITHOUT_KEY;
    // It may take the text as late as our patience ends.
    const ttl = Math.floor(lastSecond - signed.now - timeoutMs / 1000);
    if (ttl < SHORTEST_TRY_SECONDS) return TOO_LATE;
    const body = JSON.stringify({
      message_type: 'text',
      channel: 'sms',
      to: digitsOf(to),
      from: digitsOf(senderId),
      text,
      ttl,
      client_ref: providerReferenceOf(messageId),
      ...(callbackUrl === undefined ? {} : { webhook_url: callbackUrl, webhook_version: 'v1' }),
    });
    return handOver(READING, new URL('/v1/messages', route.url), body, { headers: signed.headers, timeoutMs });
  };
