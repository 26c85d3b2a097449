import { findFields } from '../content/merge-fields.ts';
import { type FoundLink, linksAmong, linksOfText } from '../content/own-links.ts';
import { externalMeansInText, withExternalMeans } from '../content/stopping/external-means.ts';
import type { EmailContent } from './channel.ts';
import { findInHtml } from './html/external-links.ts';

/** Where the personal link goes in a mail, besides the footer. */
export const linksOfEmail = ({ subject, html, text }: EmailContent): readonly FoundLink[] => {
  const tags = text === undefined ? [] : findFields(text);
  return [
    ...linksOfText('subject', subject),
    ...(html === undefined ? [] : linksAmong('html', findInHtml(html), findFields(html, 'html'))),
    ...(text === undefined ? [] : linksAmong('text', withExternalMeans(tags, externalMeansInText(text)), tags)),
  ];
};
