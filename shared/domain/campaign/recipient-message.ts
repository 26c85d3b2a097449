import type { ContactId } from '../ids.ts';
import type { Message } from '../message/message.ts';
import { stated } from '../stated.ts';
import type { Campaign, Occurrence } from './campaign.ts';
import { recipientMessageIdOf } from './names.ts';

/** A recipient as the send path knows messages. Nothing of it is stored: its claim is, and what came of it. */
export const recipientMessageOf = (campaign: Campaign, occurrence: Occurrence, contactId: ContactId): Message => ({
  advertiserId: campaign.advertiserId,
  messageId: recipientMessageIdOf(occurrence, contactId),
  contactId,
  channel: campaign.channel,
  purpose: campaign.purpose,
  offerCategory: campaign.offerCategory,
  ...stated({ partner: campaign.partner, sender: campaign.sender }),
  contentSha256: campaign.contentSha256,
  template: campaign.template,
  acceptedAt: occurrence.startedAt,
  validUntil: occurrence.validUntil,
  status: 'accepted',
  claimMonth: occurrence.claimMonth,
});
