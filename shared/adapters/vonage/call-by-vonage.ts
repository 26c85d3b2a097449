import type { Provider } from '#shared/app/send/providers.port.ts';
import type { OutgoingCall } from '#shared/channels/automated-call/rendering.ts';
import { RING_SECONDS } from '#shared/domain/sending/handover.ts';
import { type SpokenAs, spokenAs, withoutAttributes } from '#shared/domain/sending/spoken-as.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { type AnswerFields, handOver, type Reading, type Refusal, TOO_LATE, WITHOUT_KEY } from '../https/hand-over.ts';
import { digitsOf, signedAs, type VonageRoute } from './application.ts';

/** Seconds after which an answered call ends, whatever is still spoken: 1,500 characters are spoken in less than two minutes. */
const LONGEST_CALL_SECONDS = 300;
/** What one `talk` speaks, without its tags. */
const MOST_CHARACTERS = 1500;
/** Seconds for which a key is listened to after the last word. */
const LISTENS_SECONDS = 5;

const namesOf = (parameters: unknown): readonly string[] => {
  if (Array.isArray(parameters)) return parameters.map((each) => String((each as { name?: unknown } | null)?.name));
  return parameters !== null && typeof parameters === 'object' ? Object.keys(parameters) : [];
};

/** What a problem of theirs says of the message. Of its number, where that alone is wrong. */
const refusalIn = ({ invalid_parameters: parameters }: AnswerFields, status: number): Refusal | undefined => {
  if (status < 400) return undefined;
  const names = namesOf(parameters);
  const isOfNumber = status === 400 && names.length > 0 && names.every((name) => /^to(?:\W|$)/.test(name));
  return isOfNumber ? { code: 'number-invalid' } : undefined;
};

const READING: Reading = { idIn: ({ uuid }) => uuid, refusalIn, unknownAt: [408] };

/** What is spoken and listened to (NCCO). A key may be pressed at any time: it ends what is spoken, and the call. */
const controlOf = (
  { ssml, keys }: OutgoingCall,
  language: SpokenAs,
  callbackUrl: string | undefined,
): readonly object[] => {
  // Their element bears no attributes; not a word that is spoken changes. Its first style is used, which speaks SSML in each of our languages.
  const talk = { action: 'talk', text: withoutAttributes(ssml), language };
  if (Object.keys(keys).length === 0) return [talk];
  const dtmf = { maxDigits: 1, timeOut: LISTENS_SECONDS };
  const received = callbackUrl === undefined ? {} : { eventUrl: [callbackUrl], eventMethod: 'POST' };
  return [
    { ...talk, bargeIn: true },
    { action: 'input', type: ['dtmf'], dtmf, ...received },
  ];
};

/**
 * Automated calls by the Voice API of Vonage: one try each, on which a machine is hung up. They have no idempotent send, and do not repeat
 * a reference of ours: what has no answer stays unknown until the URL of its message is called. Sources, read on 2026-11-28: Voice API 1.3,
 * `POST /v1/calls` (github.com/Nexmo/api-specification, definitions/voice.yml); "NCCO reference", `talk` and `input`; "Text to speech", languages and styles; "API errors"
 * (developer.vonage.com).
 */
export const callByVonage =
  (route: VonageRoute): Provider<OutgoingCall> =>
  async (call, _tags, { timeoutMs, validForSeconds, callbackUrl }) => {
    const lastSecond = epochSeconds(route.clock.now()) + validForSeconds;
    if (call.ssml.replaceAll(/<[^<>]*>/g, '').length > MOST_CHARACTERS)
      return { answer: 'not-taken', retryable: false, cause: 'rejected:too-long' };
    const language = spokenAs(call.ssml);
    if (language === undefined) return { answer: 'not-taken', retryable: false, cause: 'rejected:no-voice' };
    const signed = await signedAs(route);
    if (signed === undefined) return WITHOUT_KEY;
    // It rings once it is taken, which may be as late as our patience ends: even then nothing rings after the last lawful second.
    const ringSeconds = Math.min(RING_SECONDS, Math.floor(lastSecond - signed.now - timeoutMs / 1000));
    if (ringSeconds < 1) return TOO_LATE;
    const body = JSON.stringify({
      to: [{ type: 'phone', number: digitsOf(call.to) }],
      from: { type: 'phone', number: digitsOf(call.callerId) },
      ncco: controlOf(call, language, callbackUrl),
      ...(callbackUrl === undefined ? {} : { event_url: [callbackUrl], event_method: 'POST' }),
      machine_detection: 'hangup',
      ringing_timer: ringSeconds,
      length_timer: LONGEST_CALL_SECONDS,
    });
    return handOver(READING, new URL('/v1/calls', route.url), body, { headers: signed.headers, timeoutMs });
  };
