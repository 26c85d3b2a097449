import { textFromHtml } from '#shared/channels/email/html/text-from-html.ts';
import type { ReaderAnswer } from '#shared/domain/message/template-assessment.ts';
import type { TemplateToAssess } from './template-reader.port.ts';

const folded = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const TAG = /<[^<>]*>/g;

/** A template as its author wrote it, and as people read it: without markup, with the characters that HTML writes as `&eacute;`. */
const readings = ({ subject = '', content }: TemplateToAssess): readonly string[] => [
  subject,
  content,
  // A tag parts two words, or is within one.
  ...[' ', ''].flatMap((between) => {
    const text = content.replaceAll(TAG, between);
    return [text, textFromHtml(text)];
  }),
];

/** The answer of a template reader; a part that it named and that is not in the template is none. */
export const withNamedPart = (answer: ReaderAnswer, template: TemplateToAssess): ReaderAnswer => {
  if (answer.answer !== 'promotes') return answer;
  const part = folded(answer.part ?? '');
  const isThere = part !== '' && readings(template).some((text) => folded(text).includes(part));
  return { answer: 'promotes', part: isThere ? part : undefined };
};
