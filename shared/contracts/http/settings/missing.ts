import * as z from 'zod/mini';
import { about, named } from '#shared/domain/about.ts';
import { Channel } from '#shared/domain/message/channel.ts';
import type { Missing as MissingPiece, Usable } from '#shared/domain/missing.ts';
import { Sentence } from '../sentence.ts';

/** What something that was put lacks, and what to do about it. */
export const Missing = named(
  'Missing',
  z.strictObject({
    pointer: about('Where: a JSON Pointer (RFC 6901) into what was put.', z.string()),
    sentence: about('What is missing or wrong there.', Sentence),
    remedy: about(
      'What to do about it.',
      z.strictObject({
        sentence: about('What to do.', Sentence),
        pointer: about('The part of what was put to change, a JSON Pointer. Absent: none.', z.optional(z.string())),
        route: about(
          'The call that mends it: PUT /v1/advertisers/{advertiserId}. Absent: none.',
          z.optional(z.string()),
        ),
      }),
    ),
  }),
);

const NotUsable = z.strictObject({ missing: about('What is missing, at least one piece.', z.array(Missing)) });

/** Channels on which something can carry a message now. */
export const UsableByChannel = named(
  'UsableByChannel',
  z.partialRecord(Channel, z.union([z.literal(true), NotUsable])),
);

/** A piece that is missing, as it is answered. */
export const missingView = ({ pointer, sentence, remedy }: MissingPiece): z.infer<typeof Missing> => ({
  pointer,
  sentence: { ...sentence },
  remedy: { ...remedy, sentence: { ...remedy.sentence } },
});

/** Pieces that are missing, as they are answered. */
export const missingViews = (missing: readonly MissingPiece[]) => missing.map(missingView);

/** What can be used on which channel, as it is answered. */
export const usableView = (usable: Usable): z.infer<typeof UsableByChannel> =>
  Object.fromEntries(
    Object.entries(usable).map(([channel, found]) => [
      channel,
      found === true ? true : { missing: missingViews(found.missing) },
    ]),
  );
