import * as z from 'zod/mini';

/** Why a transactional message is sent. */
export const TransactionalReason = z.enum([
  'order',
  'delivery',
  'invoice',
  'appointment',
  'account',
  'security',
  'contract',
  'legal-notice',
  'request',
]);
export type TransactionalReason = z.infer<typeof TransactionalReason>;
