/** Where a parked thing comes from, and goes back to: a queue, or a function that follows the changes of the table. */
export const PARKED_FROM = [
  'send',
  'campaign',
  'sms-replies',
  'email-feedback',
  'opposition-mails',
  'inbound-events',
  'outbox',
  'project',
  'jobs',
] as const;
export type ParkedFrom = (typeof PARKED_FROM)[number];

/** The id of a parked thing: the beginning of a hash. */
export const PARKED_ID = /^[0-9a-f]{32}$/;
