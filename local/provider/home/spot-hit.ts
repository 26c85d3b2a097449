import { textOf } from '../../template/json.ts';
import { hashOfPicture, typeOfPicture } from '../media.ts';
import type { SpotHitAccount } from '../spot-hit-answers.ts';
import { createSpotHitServer } from '../spot-hit-server.ts';
import { asNumber, type HomeAccount, neverReported } from './account.ts';

/** The short code that all its customers share, which is what a phone shows as the sender. */
const SHORT_CODE = '36200';
/** The one word that it looks for itself, and puts on the list of the account. What else people write it passes on. */
const STOP = /^\s*stop\b/i;

/**
 * MMS by Spot-Hit, as a phone shows them, with the picture that was given. What people answer comes to the one URL of the account; states go nowhere, since
 * an operator names no URL for them.
 */
export const spotHitAtHome = (account: SpotHitAccount, now: () => string): HomeAccount => {
  const { spotHit, listener } = createSpotHitServer(() => account, now);
  const mediaOf = (file: string) => {
    const picture = spotHit.pictures().get(file);
    if (picture === undefined) return [];
    return [{ sha256: hashOfPicture(picture), type: typeOfPicture(picture) ?? '?', bytes: picture.byteLength }];
  };
  return {
    listener,
    takes: (path) => path.startsWith('/api/'),
    all: () =>
      spotHit.messages().map(({ id, at, request }) => ({
        id,
        channel: 'mms',
        to: asNumber((request.destinataires ?? '').replace('+', '')),
        sender: SHORT_CODE,
        message: { ...request, text: textOf(request.message), media: mediaOf(request.fichier ?? '') },
        at,
      })),
    happens: ({ id }, { kind, text = '' }) => {
      if (kind !== 'reply') return neverReported('Spot-Hit', kind);
      return STOP.test(text) ? spotHit.stop(id) : spotHit.reply(id, text);
    },
  };
};
