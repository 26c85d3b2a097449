import { contentRefused } from '../content/content-fault.ts';
import { isService, type Mentions } from '../content/mentions.ts';
import type { MergeValues } from '../content/merge-fields.ts';
import { type Filling, fillTemplate } from '../content/template.ts';
import { SUBJECT_BROKEN_BY_VALUE } from './content-troubles.ts';
import { footerHtml, footerText, oppositionAnchor } from './footer.ts';
import { type Header, oppositionHeaders, referenceHeader, testHeader } from './opposition-headers.ts';
import type { PreparedEmail } from './prepare-email.ts';

/** The e-mail as it will be handed over. */
export interface RenderedEmail {
  readonly subject: string;
  readonly html?: string | undefined;
  readonly text: string;
  readonly headers: readonly Header[];
}

/** How the holes of the HTML part are filled for one reader. */
export const htmlFilling = (values: MergeValues, mentions: Mentions): Filling => ({
  values,
  mentions,
  link: oppositionAnchor,
  footer: footerHtml,
});

const plainFilling = (values: MergeValues, mentions: Mentions): Filling => ({
  values,
  mentions,
  link: () => mentions.oppositionUrl,
  footer: footerText,
});

/** First in the subject of a test, as Mailchimp and Mautic have it. */
export const TEST_MARK = '[TEST] ';
const testMark = ({ isTest }: Mentions): string => (isTest ? TEST_MARK : '');

const subjectOf = (prepared: PreparedEmail, filling: Filling): string => {
  const subject = testMark(filling.mentions) + fillTemplate(prepared.subject, filling);
  if (/[\r\n]/.test(subject)) throw contentRefused({ part: 'subject', line: 1, trouble: SUBJECT_BROKEN_BY_VALUE });
  return subject;
};

/** What comes between the author's text and the footer. */
const TEXT_GAP = '\n\n';

/**
 * The mail of one reader: fields filled, footer spliced, headers made. Throws `invalid-request` for a field without a
 * value and for a value that would break the subject.
 */
export const renderEmail = (prepared: PreparedEmail, values: MergeValues, mentions: Mentions): RenderedEmail => {
  const plain = plainFilling(values, mentions);
  const html = prepared.html && fillTemplate(prepared.html.template, htmlFilling(values, mentions));
  const text = fillTemplate(prepared.text, plain) + TEXT_GAP + footerText(mentions);
  return {
    subject: subjectOf(prepared, plain),
    ...(html === undefined ? {} : { html }),
    text,
    headers: [
      ...testHeader(mentions),
      ...referenceHeader(mentions),
      ...(isService(mentions) ? [] : oppositionHeaders(mentions)),
    ],
  };
};
