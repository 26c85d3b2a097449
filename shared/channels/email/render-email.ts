import { contentRefused } from '../content/content-fault.ts';
import { type Draft, joined, type Marked, markedLink, plainOf, textOf } from '../content/marked.ts';
import { isService, type Mentions } from '../content/mentions.ts';
import type { MergeValues } from '../content/merge-fields.ts';
import { type Filling, markedTemplate } from '../content/template.ts';
import { SUBJECT_BROKEN_BY_VALUE } from './content-troubles.ts';
import { markedFooterHtml, markedFooterText, oppositionAnchor } from './footer/footer.ts';
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
  footer: markedFooterHtml,
});

const plainFilling = (values: MergeValues, mentions: Mentions): Filling => ({
  values,
  mentions,
  link: () => markedLink(mentions.oppositionUrl),
  footer: markedFooterText,
});

/** First in the subject of a test, as Mailchimp and Mautic have it. */
export const TEST_MARK = '[TEST] ';
const testMark = ({ isTest }: Mentions): string => (isTest ? TEST_MARK : '');

const subjectOf = (prepared: PreparedEmail, filling: Filling): Marked => {
  const subject = joined(testMark(filling.mentions), markedTemplate(prepared.subject, filling));
  if (/[\r\n]/.test(textOf(subject)))
    throw contentRefused({ part: 'subject', line: 1, trouble: SUBJECT_BROKEN_BY_VALUE });
  return subject;
};

/** What comes between the author's text and the footer. */
const TEXT_GAP = '\n\n';

/**
 * The mail of one reader, with what is of them alone marked: fields filled, footer spliced, headers made. Throws `invalid-request` for a
 * field without a value and for a value that would break the subject.
 */
export const draftEmail = (prepared: PreparedEmail, values: MergeValues, mentions: Mentions): Draft<RenderedEmail> => {
  const plain = plainFilling(values, mentions);
  const html = prepared.html && markedTemplate(prepared.html.template, htmlFilling(values, mentions));
  const text = joined(markedTemplate(prepared.text, plain), TEXT_GAP, markedFooterText(mentions));
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

/** The same as it is handed over. */
export const renderEmail = (prepared: PreparedEmail, values: MergeValues, mentions: Mentions): RenderedEmail =>
  plainOf<RenderedEmail>(draftEmail(prepared, values, mentions));
