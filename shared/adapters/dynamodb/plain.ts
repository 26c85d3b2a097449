import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { ApiKey } from '#shared/domain/advertiser/api-key.ts';
import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import type { MessageId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Message, Sends } from '#shared/domain/message/message.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';
import type { TemplateApproval } from '#shared/domain/message/template-approval.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { stated } from '#shared/domain/stated.ts';
import {
  ApiKeyItem,
  FormVersionItem,
  MessageItem,
  ReviewItem,
  SendsItem,
  SettingsItem,
  StandingItem,
  TemplateApprovalItem,
  TemplateVersionItem,
} from './items.ts';
import type { Item } from './table.ts';

/** Items to domain values: each is parsed whole (an unknown version is an error), then what only the store needs goes. */
export const standingOf = (item: Item): Standing => {
  const { pk, sk, entity, v, address, wrappedKey, prefix, chainStart, expiresAt, ...standing } = readStored(
    StandingItem,
    item,
  );
  return standing;
};

export const messageOf = (item: Item): Message => {
  const { pk, sk, entity, v, bodySha256, secrets, encryptedHoles, expiresAt, ...indexed } = readStored(
    MessageItem,
    item,
  );
  const { ofContact, ofDay, ofReference, ofProviderId, position, ...message } = indexed;
  return message;
};

export const advertiserOf = (item: Item): Advertiser => {
  const { pk, sk, entity, v, ...advertiser } = readStored(SettingsItem, item);
  return advertiser;
};

export const formVersionOf = (item: Item): FormVersion => {
  const { pk, sk, entity, v, ...version } = readStored(FormVersionItem, item);
  return version;
};

export const templateVersionOf = (item: Item): TemplateVersion => {
  const { pk, sk, entity, v, ...version } = readStored(TemplateVersionItem, item);
  return version;
};

export const templateApprovalOf = (item: Item): TemplateApproval => {
  const { pk, sk, entity, v, ...approval } = readStored(TemplateApprovalItem, item);
  return approval;
};

export const reviewOf = (item: Item): Review => {
  const { pk, sk, entity, v, expiresAt, ...review } = readStored(ReviewItem, item);
  return review;
};

export const apiKeyOf = (item: Item): ApiKey => {
  const { pk, sk, entity, v, ...key } = readStored(ApiKeyItem, item);
  return key;
};

/** A SENDS item as the domain's list of entries, oldest claim first. */
export const sendsOf = (item: Item): Sends => {
  const { month, channel, revision, entries } = readStored(SendsItem, item);
  const list = Object.entries(entries).map(([messageId, { at, by, as, renews, test, class: noted }]) => ({
    messageId: messageId as MessageId,
    claimedAt: at,
    claimToken: by,
    ...stated({ result: as, asksToRenew: renews, test, class: noted }),
  }));
  return { month, channel, revision, entries: list.sort((a, b) => (a.claimedAt < b.claimedAt ? -1 : 1)) };
};
