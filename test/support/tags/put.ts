import { deadTags, unfit } from '#shared/app/messages/draft-checks.ts';
import type { MergeValues } from '#shared/channels/content/merge-fields.ts';
import type { EmailContent } from '#shared/channels/email/channel.ts';
import { viewHtml } from '#shared/channels/email/html/browser-view.ts';
import { prepareEmail } from '#shared/channels/email/prepare-email.ts';
import { type RenderedEmail, renderEmail } from '#shared/channels/email/render-email.ts';
import { mentionsOf } from '../mentions.ts';

/** What a reader is asked to look at. */
export const MENTIONS = mentionsOf({});

/** What the door says to a mail: its faults in English, each with its pointer. */
export const faultsOf = (email: EmailContent): readonly { readonly pointer: string; readonly detail: string }[] =>
  [...deadTags('email', email, 'refused'), ...unfit('email', 'email', email)].map(({ pointer, sentence }) => ({
    pointer,
    detail: sentence.en,
  }));

/** A mail of one reader. */
export const sent = (email: EmailContent, values: MergeValues = {}): RenderedEmail =>
  renderEmail(prepareEmail(email), values, MENTIONS);

/** All that a reader reads or may follow in it: words, targets of links, text part, subject. */
export const shownOf = ({ subject, html, text }: RenderedEmail): string => {
  const seen = html === undefined ? [] : viewHtml(html).seen;
  return [subject, text, ...seen.map(({ text: words }) => words), ...seen.map(({ href = '' }) => href)].join('\n');
};

/** A newsletter around a piece of HTML. */
export const newsletter = (html: string): EmailContent => ({
  subject: 'Vins de novembre',
  html: `<!DOCTYPE html>\n<html><body>\n<h1>Novembre</h1>\n${html}\n</body></html>`,
});
