import type { HandOff, Provider } from '#shared/app/send/providers.port.ts';
import type { OutgoingMms } from '#shared/channels/mms/rendering.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import { handOver, type Reading, TOO_LATE, WITHOUT_KEY } from '../https/hand-over.ts';
import { credentialIn } from '../providers/provider-secret.ts';
import { type PictureRoute, picturesOf } from './pictures.ts';
import { refusalIn } from './refusals.ts';

/**
 * MMS by Spot-Hit. Sources, read on 2026-11-29: "Documentation API" (www.spot-hit.es/documentacion-api, a stored copy of its beginning), and
 * public clients that repeat the French one: `POST /api/mms/upload` with `key` and `fichier`, answered `{"success":true,"file":"…"}`, and
 * `POST /api/envoyer/mms` with `key`, `fichier`, `destinataires`, `message` and `nom`, answered `{"resultat":1,"id":…}` or `{"resultat":0,"erreurs":…}`.
 */

/** An account of Spot-Hit. */
interface SpotHitRoute extends PictureRoute {
  /** The largest picture that it takes, in bytes. */
  readonly mediaBytes: number;
}

/** Reads `{ "spotHit": { "apiKey": "…" } }`. Throws for any other form. */
export const spotHitKeyIn = (secret: string): string => credentialIn(secret, 'spotHit', 'apiKey', 16);

const READING: Reading = {
  idIn: ({ id }) => (typeof id === 'number' ? String(id) : id),
  refusalIn,
  unknownAt: [408],
};

const TOO_LARGE = { answer: 'not-taken', retryable: false, cause: 'rejected:media-refused' } as const satisfies HandOff;
const NOT_GIVEN = { answer: 'not-taken', retryable: true, cause: 'unreachable:media' } as const satisfies HandOff;

/**
 * Hands an MMS over, once. Its picture is given before, once for all MMS that name it. Spot-Hit has no idempotent send and takes no instant after
 * which nothing is delivered; it repeats our reference in its states, which nobody signs, so that none is asked for. A STOP comes to one URL of
 * the account.
 */
export const mmsBySpotHit = (route: SpotHitRoute): Provider<OutgoingMms> => {
  const pictures = picturesOf(route);
  const isTooLarge = ({ media }: OutgoingMms): boolean => media.bytes > route.mediaBytes;
  const send: Provider<OutgoingMms> = async (mms, { messageId }, { timeoutMs, validForSeconds }) => {
    if (isTooLarge(mms)) return TOO_LARGE;
    if (validForSeconds < 1) return TOO_LATE;
    const key = await route.apiKey().catch(() => undefined);
    if (key === undefined) return WITHOUT_KEY;
    const given = pictures.givenOf(mms.media);
    if (given === undefined) return NOT_GIVEN;
    if ('refused' in given) return given.refused;
    const body = new URLSearchParams({
      key,
      destinataires: mms.to,
      message: mms.text,
      fichier: given.file,
      nom: providerReferenceOf(messageId),
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    return handOver(READING, new URL('/api/envoyer/mms', route.url), body.toString(), { headers, timeoutMs });
  };
  const prepare = async (mms: OutgoingMms): Promise<void> => {
    if (!isTooLarge(mms)) await pictures.prepare(mms.media);
  };
  return Object.assign(send, { prepare });
};
