import type { SendingRoute } from './routes/sending-route.ts';

/** Every route that this version has. */
export const SENDING_ROUTES: readonly SendingRoute[] = [
  {
    name: 'ses',
    service: 'Amazon SES v2',
    carries: [
      {
        channel: 'email',
        countries: 'all',
        senders: 'an address of a verified identity',
        answered: 'by the link and the one click of the mail itself; complaints by tag',
        ceiling: 'the quota of the account, read each minute',
        settled: 'taken, not taken, unknown; reports by tag',
      },
    ],
    changes: 'nothing',
    ownList: 'one for each advertiser, read back each night',
    source: 'Amazon SES API v2, `SendEmail`, `ListSuppressedDestinations`',
    asOf: '2026-11-24',
  },
  {
    name: 'sns',
    service: 'Amazon SNS, which sends through AWS End User Messaging',
    carries: [
      {
        channel: 'sms',
        countries:
          'those of End User Messaging; in overseas departments AWS sells a name alone, without an answer, so that a text that promotes is refused',
        senders: 'a name of 3 to 11 letters and digits, or a short code',
        answered: 'a STOP to the short code: by the message answered, else by the code, else by the last sender',
        ceiling: '1 request a second, 10 parts a second by a name, unless AWS agreed to more',
        settled: 'taken, not taken, unknown; an unknown is final',
      },
    ],
    changes: 'nothing, where opt-outs are self-managed',
    ownList: 'a number on it is refused when it is sent to, which is an opposition',
    source: 'AWS End User Messaging SMS, "Supported countries and regions", section France, and "Quotas"',
    asOf: '2026-11-24',
  },
  {
    name: 'end-user-messaging',
    service: 'AWS End User Messaging itself: see [providers.md](providers.md)',
    carries: [
      {
        channel: 'sms',
        countries:
          'those of `endUserMessaging.countries`, of the ones where AWS sells two-way SMS; every other is kept closed',
        senders: 'a name of 3 to 11 letters and digits of the account, or its short code or pool',
        answered: 'a STOP to the short code: by the message answered, else by the code, else by the last sender',
        ceiling: '1 request a second, 10 parts a second by a name, unless AWS agreed to more',
        settled: 'taken, not taken, unknown; events by our ids in each text',
      },
    ],
    changes: 'nothing, where opt-outs are self-managed; it gives a text up when the lawful hours end',
    ownList: 'a number on it is refused when it is sent to, which is an opposition',
    source:
      'AWS End User Messaging SMS, "Supported countries and regions", "Event types for SMS, MMS, and voice" and "Quotas"; API reference, `SendTextMessage`',
    asOf: '2026-11-28',
  },
  {
    name: 'https',
    service: 'A provider of yours that speaks the contract of [provider-route.md](provider-route.md)',
    carries: [
      {
        channel: 'sms',
        countries: 'as your provider says',
        senders: 'as your provider says: a name, a short code or a number',
        answered: 'a STOP that the provider reports: by the URL of the message',
        ceiling: '`provider.requestsPerSecond`',
        settled: 'taken, not taken, unknown; reports by the URL of the message',
      },
      {
        channel: 'mms',
        countries: 'as your provider says',
        senders: 'those of SMS',
        answered: 'a STOP that the provider reports: by the URL of the message',
        ceiling: '`provider.requestsPerSecond`',
        settled: 'taken, not taken, unknown; reports by the URL of the message',
      },
      {
        channel: 'automated-call',
        countries: 'as your provider says',
        senders: 'a number of the ranges that automated systems may show',
        answered:
          'a key pressed, where `provider.answers` has `key-press`: by the URL of the message; else a number to call',
        ceiling: '`provider.requestsPerSecond`',
        settled: 'taken, not taken, unknown; reports by the URL of the message',
      },
    ],
    changes: 'nothing: the contract forbids to add, cut or rewrite, and to deliver after `notAfter`',
    ownList: 'who is on it is reported, which is an opposition',
    source: 'the contract itself',
    asOf: '2026-11-28',
  },
  {
    name: 'vonage',
    service: 'The Messages API and the Voice API of Vonage: see [providers.md](providers.md)',
    carries: [
      {
        channel: 'sms',
        countries: 'those of its price list',
        senders:
          'a name of up to 11 letters and digits, a short code or a number of the account; its French numbers are for texts between persons',
        answered:
          'a STOP to a code or number of the account, at one URL of the application: by the code, of several by the last sender',
        ceiling: '`vonage.requestsPerSecond`',
        settled: 'taken, not taken, unknown; signed reports by the URL of the message, which repeat our reference',
      },
      {
        channel: 'automated-call',
        countries: 'those of its price list',
        senders:
          'a number of the account at Vonage, of the ranges that automated systems may show; that Vonage sells those in France is not established',
        answered: 'a key pressed: by the URL of the message; or a number to call',
        ceiling: '`vonage.requestsPerSecond`',
        settled: 'taken, not taken, unknown; signed reports by the URL of the message, which name the call',
      },
    ],
    changes: 'nothing; it gives an SMS up when the lawful hours end',
    ownList:
      'of those who answered STOP to a number of the account, where that is turned on; a text to one is refused, which is an opposition',
    source:
      'Vonage, "Messages API" 1, "Messages API status callbacks", "Messaging opted-out numbers"; "Voice API" 1.3, "NCCO reference", "Voice API webhooks reference", "Decoding signed webhooks"',
    asOf: '2026-11-29',
  },
  {
    name: 'smsmode',
    service: 'The SMS API of smsmode: see [providers.md](providers.md)',
    carries: [
      {
        channel: 'sms',
        countries: 'those of the account',
        senders: 'a name of up to 11 letters and digits, or the short code of the channel at smsmode',
        answered:
          'a STOP to the code of the channel, by the URL of the message; unsigned, so that it can only add an opposition',
        ceiling: '`smsmode.requestsPerSecond`; its own limit is not published, and answered with 429',
        settled: 'taken, not taken, unknown; an unknown is final, since nobody signs its states',
      },
    ],
    changes:
      'that it adds a STOP of its own to a text that has one is not established; every text ends with `STOP` and the code, and is counted with it',
    ownList: 'one that no documented call reads; a refusal whose words say that the reader is on it is an opposition',
    source: 'smsmode, "SMS API" v1, as public clients of it repeat it',
    asOf: '2026-11-28',
  },
  {
    name: 'spot-hit',
    service: 'The MMS API of Spot-Hit: see [providers.md](providers.md)',
    carries: [
      {
        channel: 'mms',
        countries: 'France; of others nothing is documented',
        senders: 'a number of Spot-Hit: its MMS API takes no sender',
        answered:
          'a STOP to 36200, at one URL of the account: by the message answered, else by the code, else by the last sender; unsigned, so that it can only add an opposition',
        ceiling: '`spotHit.requestsPerSecond`; its own limit is not published, and answered with refusal 63',
        settled: 'taken, not taken, unknown; an unknown is final, since nobody signs its states',
      },
    ],
    changes:
      'that it adds a STOP of its own to a text that has one is not established; a text without `STOP au 36200` may be refused',
    ownList: 'one of its account, from which each STOP is also brought to the URL of the account',
    source: 'Spot-Hit, "Documentation API", as a stored copy and public clients and servers of it repeat it',
    asOf: '2026-11-29',
  },
  {
    name: 'connect',
    service: 'Amazon Connect, in Frankfurt or London: see [providers.md](providers.md)',
    carries: [
      {
        channel: 'automated-call',
        countries: 'of those that AWS opened for the instance; France is open from the start',
        senders:
          'a number of the instance, of the ranges that automated systems may show; that AWS sells those is not established',
        answered: 'a key pressed: by our ids in each call, at once; or a number to call',
        ceiling: '`connect.requestsPerSecond`; calls at once as AWS agreed to: of this type none from the start',
        settled: 'taken, not taken, unknown; the end of each call by our ids in it',
      },
    ],
    changes: 'nothing; it hangs up on machines',
    ownList: 'none',
    source:
      'Amazon Connect, API reference, `StartOutboundVoiceContact`; "Contact events"; "Service quotas"; "Countries that call centers can call by default"',
    asOf: '2026-11-29',
  },
];

/** The routes that carry a channel, by name. */
export const routesFor = (channel: string): readonly string[] =>
  SENDING_ROUTES.filter(({ carries }) => carries.some((each) => each.channel === channel)).map(({ name }) => name);
