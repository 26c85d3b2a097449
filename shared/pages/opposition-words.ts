import { type Channel, recordOf } from '#shared/domain/message/channel.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import type { FamilyWords } from '#shared/words/shape/pages.ts';

/** How a page names the channel that a link came by. */
export const channelWords = (language: ReaderLanguage, channel: Channel): FamilyWords =>
  PAGE_WORDS[language].family[recordOf(channel).family ?? 'other'];
