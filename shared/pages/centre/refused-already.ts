import type { ShownCentre } from '#shared/app/centre/show-held.ts';
import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import { heldFamilyOf } from '#shared/domain/centre/held.ts';
import { familyOf } from '#shared/domain/message/channel.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { type Html, html } from '../html.ts';
import { familyWords } from './words.ts';

/** Which of the two buttons that stop have nothing left to stop. */
interface Refused {
  /** All that comes by the channel of the link. */
  readonly channel: boolean;
  readonly everything: boolean;
}

/** What is refused by oppositions of which nothing was agreed to since. The button of a channel stops its whole family (OPP-3). */
export const refusedIn = ({ held, notice }: Pick<ShownCentre, 'held' | 'notice'>): Refused => {
  const whole = (held?.oppositions ?? []).filter(({ isLiftedInPart }) => !isLiftedInPart).map(({ of }) => of);
  const everything = whole.some(({ scope }) => scope === 'global');
  const refused = new Set(whole.flatMap((of) => (of.scope === 'channel' ? of.channels : [])));
  return { everything, channel: everything || familyOf(notice.channel).every((channel) => refused.has(channel)) };
};

/** That there is nothing left to stop, where a stop of before is not what is said right under the heading. */
export const alreadyPart = (
  { publicName, channel }: OppositionNotice,
  refused: Refused,
  language: ReaderLanguage,
): Html | undefined => {
  const { refusedAll, refusedBy } = CENTRE_WORDS[language].errands;
  if (refused.everything) return html`<p>${refusedAll(publicName)}</p>`;
  return refused.channel
    ? html`<p>${refusedBy(familyWords(language, [heldFamilyOf(channel)]), publicName)}</p>`
    : undefined;
};
