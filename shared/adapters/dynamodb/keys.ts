import { createHash } from 'node:crypto';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { STANDING } from '#shared/domain/audience/followed.ts';
import type { FormReference } from '#shared/domain/consent/form-version.ts';
import type { AdvertiserId, ContactId, Instant, MessageId } from '#shared/domain/ids.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import type { Message, TemplateReference } from '#shared/domain/message/message.ts';
import type { ReviewId } from '#shared/domain/review/review.ts';
import { minuteOf } from '#shared/domain/time/instant.ts';
import { hourOf } from './slots.ts';

/**
 * Keys are made here, and in `deployment-keys.ts` for what belongs to the whole deployment, in
 * `campaigns/campaign-keys.ts` for campaigns, and nowhere else. Every
 * question that the store answers of one advertiser, and the read that answers it:
 *
 * | question | pk | sk | read |
 * |---|---|---|---|
 * | May this contact be written to now? | `CONTACT#<advertiser>#<contact>` | `SENDS#<month>#<channel>` … `STANDING` | one strong Query |
 * | What does this contact's standing hold? | same | `STANDING` | strong Get |
 * | What happened to this contact, in order? | same | `EVENT#<seq>` | Query |
 * | What was sent to it this month? | same | `SENDS#<month>#<channel>` | conditional Update |
 * | Was this request stored before, for which contact? | `REQUEST#<advertiser>#<hash>` | `REQUEST` | strong Get |
 * | Which contacts are this human? | `PERSON#<advertiser>#<fingerprint>` | `PERSON` | strong Get |
 * | Was this contact notified that its STOP is recorded? | `CONFIRMATION#<advertiser>#<contact>` | `CONFIRMATION` | conditional Put |
 * | Was this contact answered who writes, of late? | `CONFIRMATION#<advertiser>#<contact>` | `CONTACT` | conditional Put |
 * | Where is this message? | `MESSAGE#<advertiser>#<id>` | `MESSAGE` | Get |
 * | What opens the text of this hash? | `TEXT#<advertiser>#<sha256>` | `TEXT` | strong Get |
 * | Which messages of this contact, newest first? | index `MessagesOfContact`: `CONTACT#<advertiser>#<contact>` | `<acceptedAt>#<message>` | Query backwards, BatchGet |
 * | Which messages of this day? | index `MessagesOfDay`: `MESSAGES#<advertiser>#<day>#<shard>` | same | 8 Queries backwards, BatchGet |
 * | Which message has this short reference? | index `MessagesByReference`: `REFERENCE#<advertiser>#<reference>` | same | Query, BatchGet |
 * | Which messages are due? | `DUE#<hour>#<shard>` | `<minute>#<advertiser>#<message>#<put at>` | Query per hour and shard |
 * | Up to where were they released? | `DUE#CURSOR` | `<shard>` | strong Query |
 * | What are the advertiser's settings? | `ADVERTISER#<advertiser>` | `SETTINGS` | Get |
 * | What were they at version n? | same | `SETTINGS#<n>` | Get |
 * | Which versions of them are there? | same | `SETTINGS#<n>` | strong Query, page by page |
 * | Who got a test lately? | same | `TESTRECIPIENTS` | strong Get, conditional Put |
 * | What did this form show? | `FORMS#<advertiser>` | `VERSION#<form>#<label>` | strong Get |
 * | Which versions of a form, or of all, are there? | same | same | strong Query, page by page |
 * | What does this template say? | `TEMPLATES#<advertiser>` | `VERSION#<template>#<label>` | strong Get |
 * | Which versions of a template, or of all, are there? | same | same | strong Query, page by page |
 * | Who approved it? | same | `APPROVAL#<template>#<label>` | strong Get |
 * | Which causes wait for a human, or were decided? | `REVIEWS#<advertiser>` | `<review>` | strong Query, strong Get |
 * | Who decided what of it, and why? | `REVIEW#<advertiser>#<review>` | `DECISION#<n>` | Query |
 * | Which messages wait on it? | `REVIEW#<advertiser>#<review>#<shard>` | `<message>` | Query, page by page |
 * | Which decisions have messages to release? | `DUE#DECIDED` | `<advertiser>#<review>` | strong Query |
 *
 * `SENDS#` sorts just before `STANDING`, `EVENT#` before both: the vet's range holds nothing else. `AdvertiserAccess`: P9.
 */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Digits of a ledger position in a key: sorts as text up to a million million events. */
const SEQ_DIGITS = 12;
const VERSION_DIGITS = 6;

const contact = (access: AdvertiserAccess, contactId: ContactId) => `CONTACT#${access.advertiserId}#${contactId}`;

export const standingKey = (access: AdvertiserAccess, contactId: ContactId): Key => ({
  pk: contact(access, contactId),
  sk: STANDING,
});
export const eventKey = (access: AdvertiserAccess, contactId: ContactId, seq: number): Key => ({
  pk: contact(access, contactId),
  sk: `EVENT#${String(seq).padStart(SEQ_DIGITS, '0')}`,
});
/** Not under the contact: the same request for another contact must find it. */
export const requestKey = (access: AdvertiserAccess, requestId: string): Key => ({
  pk: `REQUEST#${access.advertiserId}#${requestId}`,
  sk: 'REQUEST',
});
/** `month` as `2026-11`. */
export const sendsKey = (access: AdvertiserAccess, contactId: ContactId, month: string, channel: Channel): Key => ({
  pk: contact(access, contactId),
  sk: `SENDS#${month}#${channel}`,
});
/** Everything a vet needs: the sends of all channels from this month on, and the standing. */
export const vetRange = (access: AdvertiserAccess, contactId: ContactId, month: string) => ({
  pk: contact(access, contactId),
  from: `SENDS#${month}`,
  to: STANDING,
});
export const eventRange = (access: AdvertiserAccess, contactId: ContactId, fromSeq: number) => ({
  pk: contact(access, contactId),
  from: eventKey(access, contactId, fromSeq).sk,
  to: eventKey(access, contactId, 10 ** SEQ_DIGITS - 1).sk,
});
export const personKey = (access: AdvertiserAccess, person: string): Key => ({
  pk: `PERSON#${access.advertiserId}#${person}`,
  sk: 'PERSON',
});
export const confirmationKey = (
  access: AdvertiserAccess,
  contactId: ContactId,
  sk: 'CONFIRMATION' | 'CONTACT',
): Key => ({ pk: `CONFIRMATION#${access.advertiserId}#${contactId}`, sk });
export const messageKey = (access: AdvertiserAccess, messageId: MessageId): Key => ({
  pk: `MESSAGE#${access.advertiserId}#${messageId}`,
  sk: 'MESSAGE',
});
export const namedTextKey = ({ advertiserId }: AdvertiserAccess, sha256: string): Key => ({
  pk: `TEXT#${advertiserId}#${sha256}`,
  sk: 'TEXT',
});
/** The shard of an id, such as of a message or contact, among so many, at most 256: by hash, so that all fill alike. */
export const shardOf = (id: string, shards: number): number =>
  (createHash('sha256').update(id).digest()[0] ?? 0) % shards;

/** The indexes that find messages: each holds keys alone, of messages alone. */
export const MESSAGE_INDEXES = {
  contact: { name: 'MessagesOfContact', attribute: 'ofContact' },
  day: { name: 'MessagesOfDay', attribute: 'ofDay' },
  reference: { name: 'MessagesByReference', attribute: 'ofReference' },
  providerId: { name: 'MessagesByProviderId', attribute: 'ofProviderId' },
} as const;
/** The sort key of all four. */
export const MESSAGE_POSITION = 'position';
/** Partitions of the messages of one day: a partition takes 1,000 writes a second. */
export const DAY_SHARDS = 8;

/** The position of a message in a list: by acceptance, then by id. */
export const positionOf = ({ acceptedAt, messageId }: Pick<Message, 'acceptedAt' | 'messageId'>): string =>
  `${acceptedAt}#${messageId}`;
export const messagesOfContact = (access: AdvertiserAccess, contactId: ContactId): string => contact(access, contactId);
export const messagesOfDay = (access: AdvertiserAccess, day: string, shard: number): string =>
  `MESSAGES#${access.advertiserId}#${day}#${shard}`;
export const messagesByReference = (access: AdvertiserAccess, shortReference: string): string =>
  `REFERENCE#${access.advertiserId}#${shortReference}`;
export const settingsKey = (access: AdvertiserAccess): Key => ({
  pk: `ADVERTISER#${access.advertiserId}`,
  sk: 'SETTINGS',
});
export const settingsVersionKey = (access: AdvertiserAccess, settingsVersion: number): Key => ({
  pk: `ADVERTISER#${access.advertiserId}`,
  sk: `SETTINGS#${String(settingsVersion).padStart(VERSION_DIGITS, '0')}`,
});
/** All versions of the settings, by number. */
export const settingsVersions = (access: AdvertiserAccess) => ({ pk: settingsKey(access).pk, prefix: 'SETTINGS#' });
export const testRecipientsKey = (access: AdvertiserAccess): Key => ({ ...settingsKey(access), sk: 'TESTRECIPIENTS' });
/** Versions of forms, or templates, by id and label; neither holds a `#`. Of one id, or of all. */
const versionsIn = (pk: string, id: string | undefined) => ({
  pk,
  prefix: id === undefined ? 'VERSION#' : `VERSION#${id}#`,
});
export const formVersions = (access: AdvertiserAccess, formId?: string) =>
  versionsIn(`FORMS#${access.advertiserId}`, formId);
export const formVersionKey = (access: AdvertiserAccess, form: FormReference): Key => {
  const { pk, prefix } = formVersions(access, form.formId);
  return { pk, sk: `${prefix}${form.version}` };
};
export const templateVersions = (access: AdvertiserAccess, templateId?: string) =>
  versionsIn(`TEMPLATES#${access.advertiserId}`, templateId);
export const templateVersionKey = (access: AdvertiserAccess, template: TemplateReference): Key => {
  const { pk, prefix } = templateVersions(access, template.templateId);
  return { pk, sk: `${prefix}${template.version}` };
};
export const templateApprovalKey = (access: AdvertiserAccess, template: TemplateReference): Key => ({
  pk: templateVersions(access).pk,
  sk: `APPROVAL#${template.templateId}#${template.version}`,
});

export const reviewsPk = (access: AdvertiserAccess): string => `REVIEWS#${access.advertiserId}`;
export const reviewKey = (access: AdvertiserAccess, reviewId: ReviewId): Key => ({
  pk: reviewsPk(access),
  sk: reviewId,
});
export const reviewDecisionKey = (access: AdvertiserAccess, reviewId: ReviewId, number: number): Key => ({
  pk: `REVIEW#${access.advertiserId}#${reviewId}`,
  sk: `DECISION#${String(number).padStart(VERSION_DIGITS, '0')}`,
});
/** Partitions of the messages that wait on one cause. */
export const WAITING_SHARDS = 16;
export const shardOfWaiting = (messageId: MessageId): number => shardOf(messageId, WAITING_SHARDS);
export const waitingPk = (access: AdvertiserAccess, reviewId: ReviewId, shard: number): string =>
  `REVIEW#${access.advertiserId}#${reviewId}#${shard}`;
export const waitingKey = (access: AdvertiserAccess, reviewId: ReviewId, shard: number, messageId: MessageId): Key => ({
  pk: waitingPk(access, reviewId, shard),
  sk: messageId,
});
export const DECIDED = 'DUE#DECIDED';
export const decidedKey = (of: { readonly advertiserId: AdvertiserId; readonly reviewId: ReviewId }): Key => ({
  pk: DECIDED,
  sk: `${of.advertiserId}#${of.reviewId}`,
});

export const duePk = (hour: string, shard: number): string => `DUE#${hour}#${shard}`;
/** `putAt`: a release removes what it has read, and never what was put for the same minute meanwhile. */
export const dueKey = (
  dueAt: Instant,
  shard: number,
  of: { readonly advertiserId: AdvertiserId; readonly messageId: MessageId },
  putAt: Instant,
): Key => ({
  pk: duePk(hourOf(dueAt), shard),
  sk: `${minuteOf(dueAt)}#${of.advertiserId}#${of.messageId}#${putAt}`,
});
export const DUE_CURSORS = 'DUE#CURSOR';
export const dueCursorKey = (shard: number): Key => ({ pk: DUE_CURSORS, sk: String(shard) });
