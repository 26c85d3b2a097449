import { createHash, createHmac } from 'node:crypto';
import type { AdvertiserId, AudienceListId, ContactId, FactId, JobId, MessageId, UploadId } from '../ids.ts';
import { derivedKey } from './derived-key.ts';

/** Version of `normaliseAddress` that ids are made with; a change of it is a new number, never an edit. */
const NORMALISATION_VERSION = 1;

const keyedBy = (material: Uint8Array, info: string, text: string): string =>
  createHmac('sha256', derivedKey(material, info)).update(text, 'utf8').digest('base64url');

/**
 * The id of one address at one advertiser: an HMAC under a key that only this advertiser has, so that two advertisers
 * cannot compare their contacts. `fingerprinted` is the normalised form; `material` the secret of `keyVersion`.
 */
export const contactIdFrom = (
  key: { readonly version: number; readonly material: Uint8Array },
  advertiserId: AdvertiserId,
  fingerprinted: string,
): ContactId =>
  `v${key.version}n${NORMALISATION_VERSION}.${keyedBy(key.material, `aval/contact/${advertiserId}`, fingerprinted)}` as ContactId;

/** The keyed fingerprint of an advertiser's own reference of a person (D1). */
export const personFrom = (
  key: { readonly version: number; readonly material: Uint8Array },
  advertiserId: AdvertiserId,
  personRef: string,
): string => `v${key.version}.${keyedBy(key.material, `aval/person/${advertiserId}`, personRef.normalize('NFC'))}`;

const hashOf = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('base64url');

/** The name of a creating request: the same advertiser, Idempotency-Key and index are the same request. */
export const requestIdOf = (advertiserId: AdvertiserId, idempotencyKey: string, index: number): string =>
  hashOf('request', advertiserId, idempotencyKey, index);

/** The id of the message that a request creates; a repeated request finds the message it created. */
export const messageIdOf = (requestId: string): MessageId =>
  `msg_${hashOf('message', requestId).slice(0, 22)}` as MessageId;

/** The id of the file that a request offers to upload. */
export const uploadIdOf = (requestId: string): UploadId =>
  `upl_${hashOf('upload', requestId).slice(0, 22)}` as UploadId;

/** The id of the job that a request begins, and of the list that the job makes: they find each other. */
export const jobIdOf = (requestId: string): JobId => `job_${hashOf('job', requestId).slice(0, 22)}` as JobId;
export const listIdOfJob = (jobId: JobId): AudienceListId => `lst_${jobId.slice('job_'.length)}` as AudienceListId;
export const jobIdOfList = (listId: AudienceListId): JobId => `job_${listId.slice('lst_'.length)}` as JobId;

/** The id of the consent, sale or opposition that a request creates on a contact. */
export const factIdOf = (contactId: ContactId, requestId: string): FactId =>
  `${contactId}.${hashOf('fact', contactId, requestId).slice(0, 16)}` as FactId;
