import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';

/** A batch as it is read first: its items are parsed one by one, so that a bad one does not lose the others. */
export const Batch = z.strictObject({
  advertiserId: about('The advertiser on whose behalf the messages are sent.', AdvertiserId),
  messages: about(
    'The messages, 1 to 100; each is answered at the same position.',
    z.array(z.unknown()).check(z.minLength(1), z.maxLength(100)),
  ),
});
