import { WRITTEN, type WrittenText } from '#shared/channels/written.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { type Content, channelOfContent } from '#shared/domain/message/content.ts';
import type { HeldRecord } from '#shared/domain/rights/held-record.ts';
import type { Contents, OwnText } from '../../messages/contents.port.ts';

/** Why the text of a message cannot be shown any more. */
type NotShown = 'values-gone' | 'content-gone';

/** What is said of the text of a message beside its record. */
export type TextOf = { readonly written: WrittenText } | { readonly notWritten: NotShown };

const isOfText = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string');

const isOwnText = (value: unknown): value is OwnText =>
  [Object(value).object, Object(value).key].every((each) => typeof each === 'string');

/**
 * The text of a message or of what a campaign sent, as long as the values are kept that were put into it: made again from the content as its
 * author wrote it. `undefined`: the record is of no message.
 */
export const writtenText = async (
  contents: Pick<Contents, 'get' | 'getOwn'>,
  access: AdvertiserAccess,
  { kind, fields }: HeldRecord,
): Promise<TextOf | undefined> => {
  const { contentSha256, mergeValues, text } = fields;
  if (typeof contentSha256 !== 'string') return undefined;
  if (kind === 'sent-proof' || !isOfText(mergeValues)) return { notWritten: 'values-gone' };
  const content = await (isOwnText(text) ? contents.getOwn(access, text) : contents.get(access, contentSha256));
  return content === undefined ? { notWritten: 'content-gone' } : asWritten(content, mergeValues);
};

/** Content of a form that no version reads any more is gone as well, for its reader. */
const asWritten = (content: Content, values: Readonly<Record<string, string>>): TextOf => {
  try {
    return { written: WRITTEN[channelOfContent(content)](content, values) };
  } catch {
    return { notWritten: 'content-gone' };
  }
};
