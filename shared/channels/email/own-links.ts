import { externalMeansInText, withExternalMeans } from '../content/external-means.ts';
import { type FoundField, findFields } from '../content/merge-fields.ts';
import { type FoundLink, linksAmong, linksOfText } from '../content/own-links.ts';
import type { EmailContent } from './channel.ts';
import { findInHtml } from './html/external-links.ts';

/** A part of a mail, every position of it that is filled, and those among them that are written as tags. */
interface PartToFill {
  readonly part: 'html' | 'text';
  readonly source: string;
  readonly all: readonly FoundField[];
  readonly tags: readonly FoundField[];
}

/** The parts of a mail in which links that lead elsewhere are found, besides tags. */
export const partsToFill = ({ html, text }: Pick<EmailContent, 'html' | 'text'>): readonly PartToFill[] => {
  const parts: PartToFill[] = [];
  if (html !== undefined)
    parts.push({ part: 'html', source: html, all: findInHtml(html), tags: findFields(html, 'html') });
  if (text !== undefined) {
    const tags = findFields(text);
    parts.push({ part: 'text', source: text, all: withExternalMeans(tags, externalMeansInText(text)), tags });
  }
  return parts;
};

/** Where the personal link goes in a mail, besides the footer. */
export const linksOfEmail = (mail: EmailContent): readonly FoundLink[] => [
  ...linksOfText('subject', mail.subject),
  ...partsToFill(mail).flatMap(({ part, all, tags }) => linksAmong(part, all, tags)),
];
