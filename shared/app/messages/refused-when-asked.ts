import { ROOM } from '#shared/channels/room.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { faultOfMissing, invalidRequest } from '#shared/domain/failure.ts';
import { type Channel, isSent } from '#shared/domain/message/channel.ts';
import { type Content, inlineContent, subjectOf } from '#shared/domain/message/content.ts';
import { type Missing, missingUnder } from '#shared/domain/missing.ts';
import { messageFaults, subjectFaults } from '#shared/law/readings/message-faults.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';

/** A message that is asked for, with its content. */
interface AskedMessage {
  readonly channel: Channel;
  readonly sender?: string | undefined;
  readonly content: Content;
  readonly mergeValues: Readonly<Record<string, string>>;
  /** Its template says that it is no prospecting. */
  readonly isService: boolean;
  /** It may be sent shorter than its content: its length says nothing then. */
  readonly mayLoseBlocks: boolean;
  /** Its template was tried when it was put: only what the message adds is tried here. */
  readonly isFromTemplate: boolean;
}

const tooLong = (asked: AskedMessage, settings: Advertiser): readonly Missing[] => {
  const { channel, content, mergeValues, isService, isFromTemplate, mayLoseBlocks } = asked;
  const room = isSent(channel) ? ROOM[channel] : undefined;
  if (room === undefined || !isSent(channel) || mayLoseBlocks) return [];
  const { key } = inlineContent(channel, content);
  const ofContent = isFromTemplate ? [] : room.content(settings, isService)(content);
  if (ofContent.length > 0) return ofContent.map((each) => missingUnder(`/content/${key}`, each));
  return room.values(settings, { isService, values: mergeValues })(content);
};

const faultsOf = (asked: AskedMessage, advertiser: Advertiser): readonly Missing[] => {
  const { content, isService, isFromTemplate } = asked;
  const faults = messageFaults({ ...asked, isProspecting: !isService }, advertiser);
  if (faults.length > 0) return faults;
  const ofSubject = isFromTemplate ? [] : subjectFaults(subjectOf(content), '/content/email/subject');
  return [...ofSubject, ...tooLong(asked, advertiser)];
};

/**
 * Of the messages of one call: throws `invalid-request` for one that the verdict would refuse whoever it goes to: an unknown
 * sender, a channel on which nothing is sent, a subject that poses as a reply, a text that takes too many segments. Settings
 * are kept for seconds, so that what they refuse is held against those stored now before it is refused; these are read at
 * most once.
 */
export const refuseHopeless = (advertisers: Pick<Advertisers, 'get' | 'current'>, access: AdvertiserAccess) => {
  let current: Promise<Advertiser | undefined> | undefined;
  return async (asked: AskedMessage): Promise<void> => {
    if (faultsOf(asked, await knownAdvertiser(advertisers, access)).length === 0) return;
    current ??= advertisers.current(access);
    const stored = await current;
    const faults = stored === undefined ? [] : faultsOf(asked, stored);
    if (faults.length > 0) throw invalidRequest(faults.map(faultOfMissing));
  };
};
