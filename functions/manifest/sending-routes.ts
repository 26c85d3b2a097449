import type { SendingRoute } from './routes/sending-route.ts';

/** Every route that this version has: who takes messages by it, and where that is written. */
export const SENDING_ROUTES: readonly SendingRoute[] = [
  {
    name: 'ses',
    service: 'Amazon SES v2',
    note: 'nothing',
    source: 'Amazon SES API v2, `SendEmail`, `ListSuppressedDestinations`',
    asOf: '2026-11-24',
  },
  {
    name: 'sns',
    service: 'Amazon SNS, which sends through AWS End User Messaging',
    note: 'opt-outs of the code must be self-managed; to an overseas department AWS sells a name alone, without an answer; more a second as AWS agreed to',
    source: 'AWS End User Messaging SMS, "Supported countries and regions", section France, and "Quotas"',
    asOf: '2026-11-24',
  },
  {
    name: 'end-user-messaging',
    service: 'AWS End User Messaging itself: see [providers.md](providers.md)',
    note: 'opt-outs of the code must be self-managed; more a second as AWS agreed to',
    source:
      'AWS End User Messaging SMS, "Supported countries and regions", "Event types for SMS, MMS, and voice" and "Quotas"; API reference, `SendTextMessage`',
    asOf: '2026-11-28',
  },
  {
    name: 'https',
    service: 'A provider of yours that speaks the contract of [provider-route.md](provider-route.md)',
    note: 'the contract forbids to add, cut or rewrite, and to deliver after `notAfter`; the codes are those of your provider',
    source: 'the contract itself',
    asOf: '2026-11-28',
  },
  {
    name: 'vonage',
    service: 'The Messages API and the Voice API of Vonage: see [providers.md](providers.md)',
    note: 'its French numbers are for texts between persons; that it sells those that automated calls may show in France is not established; its list is one of the account, where that is turned on',
    source:
      'Vonage, "Messages API" 1, "Messages API status callbacks", "Messaging opted-out numbers"; "Voice API" 1.3, "NCCO reference", "Voice API webhooks reference", "Decoding signed webhooks"',
    asOf: '2026-11-29',
  },
  {
    name: 'smsmode',
    service: 'The SMS API of smsmode: see [providers.md](providers.md)',
    note: 'its own limit is not published, and answered with 429; its list is read by no documented call, and known by the words of a refusal',
    source: 'smsmode, "SMS API" v1, as public clients of it repeat it',
    asOf: '2026-11-28',
  },
  {
    name: 'spot-hit',
    service: 'The MMS API of Spot-Hit: see [providers.md](providers.md)',
    note: 'its MMS API takes no sender; its own limit is not published, and answered with refusal 63; a text without `STOP au 36200` may be refused',
    source: 'Spot-Hit, "Documentation API", as a stored copy and public clients and servers of it repeat it',
    asOf: '2026-11-29',
  },
  {
    name: 'connect',
    service: 'Amazon Connect, in Frankfurt or London: see [providers.md](providers.md)',
    note: 'calls at once as AWS agreed to, of this type none from the start; numbers of the ranges that automated systems may show: that AWS sells them is not established; it hangs up on machines; France is open from the start',
    source:
      'Amazon Connect, API reference, `StartOutboundVoiceContact`; "Contact events"; "Service quotas"; "Countries that call centers can call by default"',
    asOf: '2026-11-29',
  },
];
