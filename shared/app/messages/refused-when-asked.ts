import { unfitKinds } from '#shared/channels/content/kinds-of-fields.ts';
import { ROOM } from '#shared/channels/room.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { hostsOf } from '#shared/domain/advertiser/own-hosts.ts';
import { type Fault, faultOfMissing, invalidRequest } from '#shared/domain/failure.ts';
import { type Channel, isSent } from '#shared/domain/message/channel.ts';
import { type Content, inlineContent, subjectOf } from '#shared/domain/message/content.ts';
import type { Cost } from '#shared/domain/message/cost.ts';
import type { FieldKinds } from '#shared/domain/message/fields/kinds.ts';
import type { Missing } from '#shared/domain/missing.ts';
import { messageFaults, subjectFaults } from '#shared/law/readings/message-faults.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';

/** A message that is asked for, with its content. */
export interface AskedMessage {
  readonly channel: Channel;
  readonly sender?: string | undefined;
  readonly content: Content;
  readonly mergeValues: Readonly<Record<string, string>>;
  readonly fieldKinds?: FieldKinds | undefined;
  /** Its template says that it is no prospecting. */
  readonly isService: boolean;
  /** It says how to stop. */
  readonly carriesStop: boolean;
  /** It may be sent shorter than its content: its length says nothing then. */
  readonly mayLoseBlocks: boolean;
  /** Its template was tried when it was put: only what the message adds is tried here. */
  readonly isFromTemplate: boolean;
}

/** Its channel has a largest size, and what is asked of it there. */
const sized = (asked: AskedMessage) => {
  const { channel, content, carriesStop, mergeValues, sender, isFromTemplate } = asked;
  const room = isSent(channel) ? ROOM[channel] : undefined;
  if (room === undefined || !isSent(channel)) return undefined;
  const textAt = isFromTemplate ? '/template' : `/content/${inlineContent(channel, content).key}/text`;
  return { room, message: { carriesStop, values: mergeValues, sender, textAt } };
};

/** What a message costs, as far as its settings, content and values say; `undefined`: its channel is not billed by length. */
export const costWhenAsked = (asked: AskedMessage, settings: Advertiser): Cost | undefined => {
  const found = sized(asked);
  return found?.room.cost(settings, found.message)(asked.content);
};

const tooLong = (asked: AskedMessage, settings: Advertiser): readonly Missing[] => {
  const found = asked.mayLoseBlocks ? undefined : sized(asked);
  return found?.room.values(settings, found.message)(asked.content) ?? [];
};

const missingIn = (asked: AskedMessage, advertiser: Advertiser): readonly Missing[] => {
  const { content, isService, isFromTemplate } = asked;
  const faults = messageFaults({ ...asked, isProspecting: !isService }, advertiser);
  if (faults.length > 0) return faults;
  const ofSubject = isFromTemplate ? [] : subjectFaults(subjectOf(content), '/content/email/subject');
  return [...ofSubject, ...tooLong(asked, advertiser)];
};

const faultsOf = (asked: AskedMessage, advertiser: Advertiser): readonly Fault[] => [
  ...unfitKinds(asked.fieldKinds, asked.mergeValues, hostsOf(advertiser)),
  ...missingIn(asked, advertiser).map(faultOfMissing),
];

/**
 * Of the messages of one call: throws `invalid-request` for one that the verdict would refuse whoever it goes to: an unknown
 * sender, a channel on which nothing is sent, a subject that poses as a reply, a text that takes too many segments; and for a value that is
 * not what its template says that its field holds. Settings
 * are kept for seconds, so that what they refuse is held against those stored now before it is refused; these are read at
 * most once. Answers the settings that let it pass.
 */
export const refuseHopeless = (advertisers: Pick<Advertisers, 'get' | 'current'>, access: AdvertiserAccess) => {
  let current: Promise<Advertiser | undefined> | undefined;
  return async (asked: AskedMessage): Promise<Advertiser> => {
    const known = await knownAdvertiser(advertisers, access);
    if (faultsOf(asked, known).length === 0) return known;
    current ??= advertisers.current(access);
    const stored = await current;
    const faults = stored === undefined ? [] : faultsOf(asked, stored);
    if (faults.length > 0) throw invalidRequest(faults);
    return stored ?? known;
  };
};

/** Would it be refused under these settings, whoever it goes to? */
export const isHopelessUnder = (advertiser: Advertiser, asked: AskedMessage): boolean =>
  faultsOf(asked, advertiser).length > 0;

/** The same of a message whose settings were just read. Throws `invalid-request`. */
export const refuseHopelessUnder = (advertiser: Advertiser, asked: AskedMessage): void => {
  const faults = faultsOf(asked, advertiser);
  if (faults.length > 0) throw invalidRequest(faults);
};
