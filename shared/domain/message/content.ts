import * as z from 'zod/mini';
import * as records from '#shared/channels/channels.ts';
import type { JudgedChannel, SentChannel } from './channel.ts';

const RECORDS = Object.values(records).toSorted((a, b) => a.number - b.number);
const WITH_CONTENT = RECORDS.flatMap((record) => ('content' in record ? [record] : []));
const WITH_BYTES = RECORDS.flatMap((record) => ('bytes' in record ? [record] : []));

/** Content as a caller gives it, under the name of its channel: `{ sms: { text } }`. */
export const InlineContent = z.union(WITH_CONTENT.map(({ content }) => content));
export type InlineContent = z.infer<typeof InlineContent>;

/** The most bytes of a content, as JSON. */
export const CONTENT_BYTES = 256 * 1024;

/** Content as its author wrote it, before merge and injection. */
export const Content = z.union(WITH_CONTENT.flatMap(({ content }) => Object.values(content.shape)));
export type Content = z.infer<typeof Content>;

/** The final bytes of a message that another system sends, under the name of its channel; of an MMS its text part. */
export const FinalBytes = z.union(WITH_BYTES.map(({ bytes }) => bytes));
export type FinalBytes = z.infer<typeof FinalBytes>;

/** Channels with content of their own: those that messages are sent on. */
export const ContentChannel = z.enum(WITH_CONTENT.map(({ name }) => name));

/** What was given, the channel that it was given for, and its name in a request. */
export const namedContent = (
  given: InlineContent,
): { readonly channel: SentChannel; readonly key: string; readonly content: Content } => {
  for (const { name, content: schema } of WITH_CONTENT)
    for (const [key, content] of Object.entries(given)) if (key in schema.shape) return { channel: name, key, content };
  throw new RangeError('no channel has such content');
};

/** Stored content of this channel as a caller gives it, and its name in a request. */
export const inlineContent = (
  channel: SentChannel,
  content: Content,
): { readonly key: string; readonly content: InlineContent } => {
  const found = WITH_CONTENT.find(({ name }) => name === channel);
  const [key = channel] = Object.keys(found?.content.shape ?? {});
  return { key, content: InlineContent.parse({ [key]: content }) };
};

/** The channel that stored content was written for. Contents of two channels never have the same parts. */
export const channelOfContent = (content: Content): SentChannel => {
  const found = WITH_CONTENT.find(({ content: schema }) =>
    Object.values(schema.shape).some((each) => each.safeParse(content).success),
  );
  if (found === undefined) throw new RangeError('no channel has such content');
  return found.name;
};

/** The channel that these bytes were made for: the one under whose name they were given. */
export const channelOfBytes = (bytes: FinalBytes): JudgedChannel => {
  const found = WITH_BYTES.find(({ bytes: schema }) => Object.keys(bytes).some((key) => key in schema.shape));
  if (found === undefined) throw new RangeError('no channel has such bytes');
  return found.name;
};

/** The parts of content that its reader gets as words, in no order that means anything: subject, HTML, text. */
export const partsOf = (content: Content): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(content).filter((part): part is [string, string | undefined] => typeof part[1] !== 'object'),
  );

/** Its subject, where content of its channel has one. */
export const subjectOf = (content: Content): string | undefined => partsOf(content).subject;
