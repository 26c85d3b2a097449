/** Where a parked thing comes from, and goes back to: a queue, or the changes of the table that the outbox carries. */
export const PARKED_FROM = ['send', 'sms-replies', 'email-feedback', 'inbound-events', 'outbox'] as const;
export type ParkedFrom = (typeof PARKED_FROM)[number];

/** The id of a parked thing: the beginning of a hash. */
export const PARKED_ID = /^[0-9a-f]{32}$/;
