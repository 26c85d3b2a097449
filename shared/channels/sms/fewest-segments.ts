import type { Mentions } from '../content/mentions.ts';
import { findFields, type MergeValues } from '../content/merge-fields.ts';
import type { SmsContent } from './channel.ts';
import { renderSms } from './render-sms.ts';

/** Who writes, and where STOP is received: what is injected into every text. */
type Injected = Pick<Mentions, 'publicName' | 'advertiserNames' | 'replyCode' | 'why'>;

/** Nothing of these is injected into a text. */
const NOT_IN_A_TEXT = { language: 'fr', legalName: '', contact: '', noticeUrl: '', oppositionUrl: '' } as const;

/** Each field at its shortest. A value may be empty; where there is a fallback, it may stand instead. */
const shortestValues = (text: string) =>
  Object.fromEntries(findFields(text).flatMap(({ field }) => (field.kind === 'value' ? [[field.name, '']] : [])));

/**
 * The fewest segments that the content can take once the name of the advertiser and STOP are in it: with these values, or
 * whatever its values are. No message made from it is shorter.
 */
export const fewestSegments = (
  content: SmsContent,
  injected: Injected,
  values: MergeValues = shortestValues(content.text),
): number => renderSms(content, values, { ...NOT_IN_A_TEXT, ...injected }).segments;
