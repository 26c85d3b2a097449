/** Kinds that say something of a person, or of what was sent to one: where one goes, by TTL or by the sweep, evidence of it is left. */
export const NOTED_WHEN_GONE = [
  ...(['event', 'person', 'request', 'confirmation', 'sends', 'message'] as const),
  ...(['test-recipients', 'listed-contact', 'chunk-result', 'reported', 'sent-proof', 'former-event'] as const),
  ...(['rights-request', 'listed-rights-request', 'code', 'review'] as const),
  ...(['disclosure', 'partner-notification', 'listed-partner-notification'] as const),
];
