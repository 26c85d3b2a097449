import type { Clock } from '#shared/app/clock.port.ts';
import type { HandOff, HandOffTags, HandOffTerms, Provider } from '#shared/app/send/providers.port.ts';
import type { OutgoingCall } from '#shared/channels/automated-call/rendering.ts';
import type { OutgoingMms } from '#shared/channels/mms/rendering.ts';
import type { OutgoingSms } from '#shared/channels/sms/rendering.ts';
import { OPTED_OUT } from '#shared/domain/opposition/opted-out.ts';
import { type Handover, NotTakenAnswer, TakenAnswer } from '#shared/domain/sending/handover.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import { addSeconds, millisecondsOf } from '#shared/domain/time/instant.ts';
import { ADDRESS_CAUSE, answerOf } from '../providers/answer.ts';
import { type Answer, postOnce } from './post-once.ts';
import { type SharedKeys, signedHeaders } from './signature.ts';

/** Where a provider that speaks our contract is, and by what we sign. */
export interface SignedRoute {
  readonly url: string;
  readonly keys: () => Promise<SharedKeys>;
  readonly clock: Clock;
  /** The largest picture that it takes, in bytes. */
  readonly mediaBytes: number;
}

/** Rings of about five seconds each: five of them. */
const RING_SECONDS = 25;
/** Parts of a text where nothing else is said: as many as an advertiser allows without a setting. */
const MAX_PARTS = 3;

const jsonOf = ({ text }: Answer): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Refusals that speak of the route or of this moment, and not of the message. */
const PASSING = new Set([401, 403, 404, 407, 408, 425]);

const refusal = (answer: Answer): HandOff => {
  const notTaken = { answer: 'not-taken', retryable: false } as const;
  const said = NotTakenAnswer.safeParse(jsonOf(answer));
  const { code, retryable } = said.success ? said.data : { code: String(answer.status), retryable: false };
  if (code === 'number-invalid') return { ...notTaken, cause: ADDRESS_CAUSE };
  if (code === OPTED_OUT) return { ...notTaken, cause: OPTED_OUT };
  if (code === 'too-late') return TOO_LATE;
  if (answer.status === 429) return { ...notTaken, retryable: true, cause: 'throttled' };
  return retryable || PASSING.has(answer.status)
    ? { ...notTaken, retryable: true, cause: `refused:${code}` }
    : { ...notTaken, cause: `rejected:${code}` };
};

/** Taken, not taken (any 4xx), or unknown: any other status, and a 2xx that names no message. */
const sorted = (answer: Answer): HandOff => {
  if (answer.status >= 400 && answer.status < 500) return refusal(answer);
  if (answer.status < 200 || answer.status >= 300) return { answer: 'unknown', cause: `status-${answer.status}` };
  const said = TakenAnswer.safeParse(jsonOf(answer));
  return said.success
    ? { answer: 'taken', providerMessageId: said.data.providerId }
    : { answer: 'unknown', cause: 'no-id' };
};

type Common = Pick<Handover, 'version' | 'kind' | 'reference' | 'notAfter' | 'callbackUrl'>;

const commonOf = ({ clock }: SignedRoute, { messageId }: HandOffTags, terms: HandOffTerms): Common => ({
  version: 1,
  kind: 'promotional',
  reference: providerReferenceOf(messageId),
  notAfter: addSeconds(clock.now(), Math.floor(terms.validForSeconds)),
  ...(terms.callbackUrl === undefined ? {} : { callbackUrl: terms.callbackUrl }),
});

/** The last lawful instant has gone by: whoever reads the message again defers or ends it. */
const TOO_LATE = { answer: 'not-taken', retryable: true, cause: 'too-late' } as const satisfies HandOff;

const handOver = async (route: SignedRoute, message: Handover, { timeoutMs }: HandOffTerms): Promise<HandOff> => {
  if (message.notAfter <= route.clock.now()) return TOO_LATE;
  const keys = await route.keys().catch(() => undefined);
  // Nothing left: without a key nothing can be signed.
  if (keys === undefined) return { answer: 'not-taken', retryable: true, cause: 'unreachable:key' };
  const body = JSON.stringify(message);
  const seconds = Math.floor(millisecondsOf(route.clock.now()) / 1000);
  const headers = { 'content-type': 'application/json', ...signedHeaders(keys, seconds, body) };
  try {
    return sorted(await postOnce(new URL(route.url), body, { headers, timeoutMs }));
  } catch (error) {
    return answerOf(error);
  }
};

/** SMS by a provider that speaks our contract. */
export const smsBySignedHttps =
  (route: SignedRoute): Provider<OutgoingSms> =>
  (sms, tags, terms) => {
    const { to, senderId: sender, text, isService } = sms;
    const common = { ...commonOf(route, tags, terms), ...(isService ? { kind: 'service' as const } : {}) };
    return handOver(route, { ...common, channel: 'sms', to, sender, text, maxParts: MAX_PARTS }, terms);
  };

/** MMS, of which a picture that the route does not take is refused before it leaves. */
export const mmsBySignedHttps =
  (route: SignedRoute): Provider<OutgoingMms> =>
  async (mms, tags, terms) => {
    const { to, senderId: sender, text, media } = mms;
    if (media.bytes > route.mediaBytes)
      return { answer: 'not-taken', retryable: false, cause: 'rejected:media-refused' };
    return handOver(
      route,
      { ...commonOf(route, tags, terms), channel: 'mms', to, sender, text, media: [media] },
      terms,
    );
  };

/** Automated calls: one try each, and nothing is left on a machine. */
export const callBySignedHttps =
  (route: SignedRoute): Provider<OutgoingCall> =>
  (call, tags, terms) => {
    const { to, callerId: sender, ssml, keys } = call;
    const spoken = { ssml, keys: { ...keys }, ringSeconds: RING_SECONDS, attempts: 1, onMachine: 'hang-up' } as const;
    return handOver(
      route,
      { ...commonOf(route, tags, terms), channel: 'automated-call', to, sender, ...spoken },
      terms,
    );
  };
