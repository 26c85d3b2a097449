import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { isRetryable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import type { MessageOpposed } from './message-opposed.ts';

/**
 * A complaint at `at` has a human look again at a template that says it is no prospecting; its messages go on meanwhile. Throws
 * what can be tried again, where the message could not be read: the opposition is not recorded twice.
 */
export const complainOfTemplate = async (
  reviews: Pick<Reviews, 'complain'>,
  access: AdvertiserAccess,
  opposed: MessageOpposed,
  at: Instant,
): Promise<void> => {
  if (isRetryable(opposed.unread)) throw opposed.unread;
  if (opposed.templateCause === undefined || opposed.class === 'prospecting') return;
  await reviews.complain(access, opposed.templateCause, at);
};
