import { type Content, partsOf } from '#shared/domain/message/content.ts';
import { type FoundField, findFields } from './merge-fields.ts';

/** A position of the author that the personal link takes: of a tag, or of a link that leads elsewhere. */
export interface FoundLink {
  readonly part: string;
  readonly start: number;
  readonly replaces: 'tag' | 'link';
}

/** Of all that is filled in a part, the positions of the link; `tags` are those that are written as tags. */
export const linksAmong = (
  part: string,
  all: readonly FoundField[],
  tags: readonly FoundField[],
): readonly FoundLink[] => {
  const written = new Set(tags.map(({ start }) => start));
  return all
    .filter(({ field }) => field.kind === 'opposition-link')
    .map(({ start }) => ({ part, start, replaces: written.has(start) ? 'tag' : 'link' }));
};

/** In a text in which tags alone are replaced. */
export const linksOfText = (part: string, text: string): readonly FoundLink[] => {
  const found = findFields(text);
  return linksAmong(part, found, found);
};

/** In content in which tags alone are replaced. */
export const linksOfTags = (content: Content): readonly FoundLink[] =>
  Object.entries(partsOf(content)).flatMap(([part, text = '']) => linksOfText(part, text));
