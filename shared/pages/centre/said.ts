import type { Before, StoppedNow } from '#shared/app/centre/act-in-centre.ts';
import type { AgreedNow } from '#shared/app/centre/agree-in-centre.ts';
import type { AcknowledgedNow } from '#shared/app/centre/once-open.ts';
import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import { type HeldUse, heldFamilyOf } from '#shared/domain/centre/held.ts';
import { addressKindOf } from '#shared/domain/message/channel.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { acknowledgedNextIn, acknowledgedNowIn, acknowledgementIn } from '#shared/domain/rights/acknowledgement.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { dayOf } from '#shared/words/day-of.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { momentOf } from '#shared/words/time-of.ts';
import { channelsWords, familyWords } from './words.ts';

/** What is done, first by itself, since it comes above the buttons that stop; then what follows from it. */
export type Sentences = readonly [done: string, more?: string];

/** Which request is recorded, and by when it is answered; then what is in force meanwhile. Of one that the advertiser had received, its days come after. */
export const acknowledgedIn = (
  { kind, acknowledged, isConfirmed }: AcknowledgedNow,
  language: ReaderLanguage,
): Sentences => {
  const { acknowledgement, open, said } = CENTRE_WORDS[language];
  const day = (at: typeof acknowledged.receivedAt) => dayOf(language, at);
  const recorded = said.recorded(open.asked[kind]);
  // What the advertiser had received before has a day of its own; what is asked here is received now.
  if (isConfirmed) return [recorded, `${said.confirmed} ${acknowledgementIn(acknowledgement, day, acknowledged)}`];
  const meanwhile = acknowledgedNowIn(acknowledgement, acknowledged);
  const first = `${recorded} ${acknowledgedNextIn(acknowledgement, day, acknowledged)}`;
  return meanwhile === undefined ? [first] : [first, meanwhile];
};

/** What is stopped now. */
export const stoppedIn = ({ stopped: of }: StoppedNow, publicName: string, language: ReaderLanguage): string => {
  const { said, purposes } = CENTRE_WORDS[language];
  if (of.scope === 'global') return said.stopped.everything(publicName);
  const by = familyWords(language, [...new Set(of.channels.map(heldFamilyOf))]);
  if (of.scope === 'channel') return said.stopped.means(by, publicName);
  return said.stopped.purpose(purposes[of.purpose](publicName), by);
};

/** What is agreed to now, since the page may have offered several, and that it comes: the agreement counts, and nothing that was said before still stops it. */
export const agreedIn = ({ agreed, isAgain }: AgreedNow, publicName: string, language: ReaderLanguage): Sentences => {
  const { said, purposes, errands } = CENTRE_WORDS[language];
  const by = channelsWords(language, agreed.channels);
  // Tracking is nothing that one receives.
  const comes = agreed.purpose === 'tracking' ? errands.agreedTo : errands.comes[isAgain ? 'again' : 'now'];
  return [`${said.agreed} ${comes(purposes[agreed.purpose](publicName), by)}`, said.withdraw];
};

/** What still comes after a stop of something else, a sentence for each purpose. */
export const stillIn = (comes: readonly HeldUse[], publicName: string, language: ReaderLanguage): readonly string[] => {
  const { purposes, errands } = CENTRE_WORDS[language];
  return (['own-offers', 'partner-offers'] as const).flatMap((purpose) => {
    const channels = comes.filter((use) => use.purpose === purpose).flatMap((use) => use.channels);
    if (channels.length === 0) return [];
    return [errands.comes.still(purposes[purpose](publicName), channelsWords(language, channels))];
  });
};

/** The link is of a request that the advertiser received: no message carried it. */
export const isForRequest = ({ shortReference }: OppositionNotice): boolean => shortReference === undefined;

/** Where a code goes. */
export const whereOf = (notice: OppositionNotice, language: ReaderLanguage): string =>
  CENTRE_WORDS[language].closed.where[isForRequest(notice) ? 'request' : 'message'][
    addressKindOf(notice.channel) ?? KIND_NOT_KNOWN
  ];

/** What became of it, in the words of a reader. */
export const saidBefore = (before: Before, notice: OppositionNotice, language: ReaderLanguage): string => {
  const words = CENTRE_WORDS[language].said;
  if (before === 'thanked') return PAGE_WORDS[language].reason.thanks;
  if (typeof before === 'string') return words[before];
  if ('stopped' in before) return stoppedIn(before, notice.publicName, language);
  if ('agreed' in before) return agreedIn(before, notice.publicName, language).join(' ');
  if (!('became' in before)) return acknowledgedIn(before, language).join(' ');
  const moment = (at: typeof before.at) => momentOf(language, at, before.at);
  if (before.became === 'too-many')
    return `${words['too-many']} ${CENTRE_WORDS[language].errands.lastCode(moment(before.nextAt))}`;
  if (before.became === 'wrong-code') return CENTRE_WORDS[language].errands.wrongLast;
  if (before.isAnother === true) return CENTRE_WORDS[language].errands.anotherCode(moment(before.at));
  return words.sent(whereOf(notice, language), moment(before.at));
};
