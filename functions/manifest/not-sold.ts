/** What AWS sells none of to France, and where it says so: no route carries it there by AWS. */
export const NOT_SOLD = [
  {
    channel: 'mms',
    service: 'AWS End User Messaging',
    source: 'AWS End User Messaging SMS, "MMS country capabilities and limitations": Canada and the United States',
    asOf: '2026-11-24',
  },
  {
    channel: 'automated-call',
    service: 'AWS End User Messaging (voice)',
    source: 'AWS End User Messaging SMS, "Supported countries and regions", section France: "Voice: Not supported"',
    asOf: '2026-11-24',
  },
] as const;

/** Channels that a provider has, and not for France: settings that name them are refused with the reason. */
export const NO_ROUTES = [
  {
    name: 'vonage',
    channel: 'mms',
    why: 'its MMS go to the United States and to Canada alone',
    source: 'Vonage, "Messages API", "Understanding MMS", "Availability"',
    asOf: '2026-11-29',
  },
] as const;
