import { createHash } from 'node:crypto';
import { at, type Json, listOf, textOf } from '../template/json.ts';
import type { HeldMedia } from './handover.ts';

/** First bytes of the pictures that phones of all makes show. */
const BEGINNINGS: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
];

/** The media type of a picture by its first bytes; `undefined`: it is no JPEG, PNG or GIF. */
export const typeOfPicture = (content: Uint8Array): string | undefined =>
  BEGINNINGS.find(([, bytes]) => bytes.every((byte, index) => content[index] === byte))?.[0];

/** How a picture is named: by the hash of its bytes. */
export const hashOfPicture = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The pictures that a provider has. */
export interface MediaShelf {
  hold(content: Uint8Array): HeldMedia;
  held(sha256: string): HeldMedia | undefined;
  /** True when a message says something else of a picture that is here. */
  contradicts(media: Json | undefined): boolean;
}

/** No picture yet. `hold` throws `RangeError` for what is no JPEG, PNG or GIF. */
export const createMediaShelf = (): MediaShelf => {
  const all = new Map<string, HeldMedia>();
  return {
    held: (sha256) => all.get(sha256),
    hold: (content) => {
      const type = typeOfPicture(content);
      if (type === undefined) throw new RangeError('This is no JPEG, PNG or GIF.');
      const media = { sha256: hashOfPicture(content), type, content };
      all.set(media.sha256, media);
      return media;
    },
    contradicts: (media) =>
      listOf(media).some((each) => {
        const here = all.get(textOf(at(each, 'sha256')));
        return (
          here !== undefined && (here.type !== textOf(at(each, 'type')) || here.content.length !== at(each, 'bytes'))
        );
      }),
  };
};
