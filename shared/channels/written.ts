import type { SentChannel } from '#shared/domain/message/channel.ts';
import { CallContent } from './automated-call/channel.ts';
import { findFields, type MergeValues, valueOfField } from './content/merge-fields.ts';
import { taking } from './content/taking.ts';
import { plainHole, type Template, templateOf } from './content/template.ts';
import { EmailContent } from './email/channel.ts';
import { prepareEmail } from './email/prepare-email.ts';
import { MmsContent } from './mms/channel.ts';
import { SmsContent } from './sms/channel.ts';

/** What an author wrote to one reader, as plain text. */
export interface WrittenText {
  /** Absent: messages of the channel have none. */
  readonly subject?: string;
  readonly text: string;
}

/** In place of a value that is not known any more, and of the personal link of the reader. */
const UNKNOWN = '[…]';
const LINK = '[…opposition…]';

const filled = ({ fixed, holes }: Template, values: MergeValues): string =>
  fixed.reduce((text, segment, index) => {
    const hole = holes[index - 1];
    const value = hole?.kind === 'value' ? (valueOfField(hole.field, values) ?? UNKNOWN) : LINK;
    return `${text}${value}${segment}`;
  });

const plain = (text: string, values: MergeValues): string =>
  filled(templateOf(text, findFields(text), plainHole), values);

/**
 * The author's text with the values of one reader, by channel: without what was injected, and never refused, since it is shown and not
 * sent. A value that is not known is a hole.
 */
export const WRITTEN: { readonly [Name in SentChannel]: (content: unknown, values: MergeValues) => WrittenText } = {
  email: (content, values) =>
    taking(EmailContent, (written) => {
      const { subject, text } = prepareEmail(written);
      return { subject: filled(subject, values), text: filled(text, values) };
    })(content),
  sms: (content, values) => taking(SmsContent, ({ text }) => ({ text: plain(text, values) }))(content),
  mms: (content, values) => taking(MmsContent, ({ text }) => ({ text: plain(text, values) }))(content),
  'automated-call': (content, values) =>
    taking(CallContent, ({ script }) => ({ text: plain(script, values) }))(content),
};
