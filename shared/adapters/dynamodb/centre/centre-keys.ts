import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Key } from '../keys.ts';

/**
 * Keys of the preference centre:
 *
 * | question | pk | sk | read |
 * |---|---|---|---|
 * | Which code was sent to this contact, and how often was it tried? | `CODE#<advertiser>#<contact>` | `CODE` | strong Get, conditional Put and Update |
 */
export const codeKey = (access: AdvertiserAccess, contactId: ContactId): Key => ({
  pk: `CODE#${access.advertiserId}#${contactId}`,
  sk: 'CODE',
});
