import { textFromHtml } from '#shared/channels/email/html/text-from-html.ts';
import type { ReaderAnswer } from '#shared/domain/message/template-assessment.ts';
import type { TemplateToAssess } from './template-reader.port.ts';

/** A hyphen that is shown at the end of a line alone. */
const SOFT_HYPHEN = /\u00AD/g;
const folded = (text: string): string => text.replaceAll(SOFT_HYPHEN, '').replaceAll(/\s+/g, ' ').trim();
const TAG = /<[^<>]*>/g;

/**
 * A template as its author wrote it, with the addresses, the alternatives of pictures and the comments that are in it; and as people read
 * it: without markup, with the characters that HTML writes as `&eacute;`.
 */
const readings = ({ subject = '', content }: TemplateToAssess): readonly string[] => {
  const markupAsText = content.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  // A tag parts two words, or is within one: either in all of it, or each by what it is.
  const untagged = [' ', ''].map((between) => content.replaceAll(TAG, between));
  return [subject, content, ...untagged, ...[markupAsText, content, ...untagged].map(textFromHtml)];
};

/** The answer of a template reader; a part that it named and that is not in the template is none. */
export const withNamedPart = (answer: ReaderAnswer, template: TemplateToAssess): ReaderAnswer => {
  if (answer.answer !== 'promotes') return answer;
  const part = folded(answer.part ?? '');
  const isThere = part !== '' && readings(template).some((text) => folded(text).includes(part));
  return { answer: 'promotes', part: isThere ? part : undefined };
};
