import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Approver } from '../advertiser/approver.ts';
import { AdvertiserId, Instant, TemplateId, VersionLabel } from '../ids.ts';
import { type MessageClass, needsNoBasis } from './template.ts';

/**
 * That a named human approved a template version, brought by another key than the one that put it (D5). Evidence: put
 * once, never changed.
 */
export const TemplateApproval = z.strictObject({
  advertiserId: about('The advertiser whose messages are made from it.', AdvertiserId),
  templateId: about('The id of the template.', TemplateId),
  version: about('The label of the version that was approved.', VersionLabel),
  approver: about(
    'The named human who approved it, and who answers that all of it is what its reason calls for: no sign finds every offer.',
    z.strictObject({ name: about('The name, 1 to 120 characters.', Approver.shape.name) }),
  ),
  approvedAt: about('When it was approved, in UTC.', Instant),
  /** The API key that brought it. */
  apiKeyId: z.string(),
});
export type TemplateApproval = z.infer<typeof TemplateApproval>;

/** Messages of this class are made from an approved version alone: all but prospecting, which claims nothing. */
export const asksForApproval = (one: MessageClass): boolean => needsNoBasis(one) || one === 'renewal-request';
