import type { Clock } from '#shared/app/clock.port.ts';
import type { HandOff, HandOffTags, HandOffTerms, Provider } from '#shared/app/send/providers.port.ts';
import type { OutgoingCall } from '#shared/channels/automated-call/rendering.ts';
import type { OutgoingMms } from '#shared/channels/mms/rendering.ts';
import type { OutgoingSms } from '#shared/channels/sms/rendering.ts';
import { type Handover, NotTakenAnswer, RING_SECONDS, TakenAnswer } from '#shared/domain/sending/handover.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import { addSeconds, epochSeconds } from '#shared/domain/time/instant.ts';
import { handOver as handOverBy, type Post, type Reading, TOO_LATE, WITHOUT_KEY } from './hand-over.ts';
import { type SharedKeys, signedHeaders } from './signature.ts';

/** Where a provider that speaks our contract is, and by what we sign. */
export interface SignedRoute {
  readonly url: string;
  readonly keys: () => Promise<SharedKeys>;
  readonly clock: Clock;
  /** The largest picture that it takes, in bytes. */
  readonly mediaBytes: number;
  /** What posts. Absent: HTTPS, on a connection of its own each time. */
  readonly post?: Post | undefined;
}

/** The answers of docs/provider-route.md. */
const READING: Reading = {
  idIn: (fields) => TakenAnswer.safeParse(fields).data?.providerId,
  refusalIn: (fields, status) => (status >= 400 ? NotTakenAnswer.safeParse(fields).data : undefined),
};

type Common = Pick<Handover, 'version' | 'kind' | 'reference' | 'notAfter' | 'callbackUrl'>;

const commonOf = (
  { clock }: SignedRoute,
  { isService }: { readonly isService?: true },
  { messageId }: HandOffTags,
  terms: HandOffTerms,
): Common => ({
  version: 1,
  kind: isService ? 'service' : 'promotional',
  reference: providerReferenceOf(messageId),
  notAfter: addSeconds(clock.now(), Math.floor(terms.validForSeconds)),
  ...(terms.callbackUrl === undefined ? {} : { callbackUrl: terms.callbackUrl }),
});

const handOver = async (route: SignedRoute, message: Handover, { timeoutMs }: HandOffTerms): Promise<HandOff> => {
  if (message.notAfter <= route.clock.now()) return TOO_LATE;
  const keys = await route.keys().catch(() => undefined);
  if (keys === undefined) return WITHOUT_KEY;
  const body = JSON.stringify(message);
  const headers = { 'content-type': 'application/json', ...signedHeaders(keys, epochSeconds(route.clock.now()), body) };
  return handOverBy(READING, new URL(route.url), body, { headers, timeoutMs, post: route.post });
};

/** SMS by a provider that speaks our contract: no more parts than were vetted, since what takes more is another text. */
export const smsBySignedHttps =
  (route: SignedRoute): Provider<OutgoingSms> =>
  (sms, tags, terms) => {
    const { to, senderId: sender, text } = sms;
    return handOver(
      route,
      { ...commonOf(route, sms, tags, terms), channel: 'sms', to, sender, text, maxParts: terms.segments ?? 1 },
      terms,
    );
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
      { ...commonOf(route, mms, tags, terms), channel: 'mms', to, sender, text, media: [media] },
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
      { ...commonOf(route, call, tags, terms), channel: 'automated-call', to, sender, ...spoken },
      terms,
    );
  };
