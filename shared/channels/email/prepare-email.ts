import { contentRefused, lineAt } from '../content/content-fault.ts';
import { findFields } from '../content/merge-fields.ts';
import type { TrackingPixels } from '../content/rendering.ts';
import { externalMeansInText, withExternalMeans } from '../content/stopping/external-means.ts';
import { plainHole, type Template, templateOf } from '../content/template.ts';
import type { TrackingPixel } from '../content/tracking-pixel.ts';
import type { EmailContent } from './channel.ts';
import { SUBJECT_OF_SEVERAL_LINES } from './content-troubles.ts';
import { findInHtml } from './html/external-links.ts';
import { textOfFields } from './html/text-of-fields.ts';
import { withoutTrackingPixels } from './html/tracking-pixels.ts';
import { type PreparedHtml, prepareHtml } from './prepare-html.ts';

/** Content parsed once: where to fill and where to splice are known. The same for every recipient of it. */
export interface PreparedEmail {
  readonly subject: Template;
  readonly html: PreparedHtml | undefined;
  readonly text: Template;
  /** Images in the author's mail that count who opens it, each with its place. */
  readonly trackingPixels: readonly TrackingPixel[];
}

/** The author's text part with its fields, or one made from the HTML. */
const textOf = ({ html = '', text }: EmailContent): ReturnType<typeof textOfFields> =>
  text === undefined
    ? textOfFields(html, findInHtml(html))
    : { text, fields: withExternalMeans(findFields(text), externalMeansInText(text)) };

const prepareSubject = (subject: string): Template => {
  const lineBreak = /[\r\n]/.exec(subject);
  if (lineBreak)
    throw contentRefused({
      part: 'subject',
      line: lineAt(subject, lineBreak.index),
      trouble: SUBJECT_OF_SEVERAL_LINES,
    });
  return templateOf(subject, findFields(subject), plainHole);
};

/**
 * Parses an e-mail once for all its recipients. Throws `invalid-request` naming part and line when no footer could be
 * seen in it. A text part is made from the HTML when the author gave none.
 */
export const prepareEmail = (content: EmailContent, pixels: TrackingPixels = 'taken-out'): PreparedEmail => {
  const subject = prepareSubject(content.subject);
  const stripped = content.html === undefined ? undefined : withoutTrackingPixels(content.html);
  const source = pixels === 'kept' ? content.html : stripped?.html;
  const html = source === undefined ? undefined : prepareHtml(source);
  const { text, fields } = textOf(content);
  return { subject, html, text: templateOf(text, fields, plainHole), trackingPixels: stripped?.pixels ?? [] };
};
