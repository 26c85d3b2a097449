/** Decided examples: what the person asked only to keep (art. 18 GDPR), and addresses that providers report dead. */
import {
  consent,
  contact,
  decide,
  decision,
  opposition,
  type Parts,
  PHONE,
  PROOF,
  sale,
  withdrawal,
} from '../fixtures.ts';
import type { Act, Fields } from '../world.ts';

const JUNE = '2026-06-01T10:00:00Z',
  JULY = '2026-07-01T10:00:00Z',
  AUGUST = '2026-08-01T10:00:00Z',
  NOVEMBER = '2026-11-20T10:00:00Z';
const act = (kind: Act['kind'], recordedAt: string, more: Partial<Act> = {}): Act => ({
  kind,
  address: 0,
  recordedAt,
  body: {},
  ...more,
});
const restriction = (when: string, address = 0) => act('restriction', when, { address });
const lifted = (when: string, ofAct: number) => act('restriction-lifted', when, { ofAct });
const report = (when: string, lasts: string) => act('undeliverable', when, { body: { lasts } });
const proven = (when: string, body: Fields = {}) => consent(when, { proof: PROOF, ...body });
const owed: Parts = {
  templates: { t: { class: 'transactional', category: 'order', reason: 'order' } },
  message: { template: { templateId: 't', version: '1' }, reference: 'r1' },
};
const survey: Parts = {
  templates: { t: { class: 'relational', category: 'survey' } },
  message: { template: { templateId: 't', version: '1' } },
  decisions: [decision('template:t@1', { decision: 'allowed' })],
};
const TWO = { addresses: [{ email: 'claire@gmail.com' }, ...PHONE] };
const linked = (address: number, when = JUNE) => contact(when, { personRef: 'p' }, { address });

decide('restricted: the data are kept, and not used', [
  ['an offer', 'refuse', 'USE_RESTRICTED', { acts: [consent(JUNE), restriction(JULY)] }],
  [
    'not before it was asked for',
    'allow',
    'OK_CONSENT',
    { acts: [consent(JUNE), restriction('2026-11-24T10:00:01Z')] },
  ],
  ['what is owed', 'refuse', 'USE_RESTRICTED', { ...owed, acts: [restriction(JULY)] }],
  ['a survey', 'refuse', 'USE_RESTRICTED', { ...survey, acts: [restriction(JULY)] }],
  ['lifted', 'allow', 'OK_CONSENT', { acts: [consent(JUNE), restriction(JULY), lifted(AUGUST, 1)] }],
  [
    'lifted once, asked for twice',
    'refuse',
    'USE_RESTRICTED',
    { acts: [consent(JUNE), restriction(JULY), restriction(JULY), lifted(AUGUST, 1)] },
  ],
  [
    'beside an opposition, which comes first',
    'refuse',
    'OPPOSED_GLOBAL',
    { acts: [consent(JUNE), opposition(JULY), restriction(JULY)] },
  ],
  [
    'of the same person at another address',
    'refuse',
    'USE_RESTRICTED',
    { ...TWO, acts: [linked(0), linked(1), consent(JUNE), restriction(JULY, 1)] },
  ],
  [
    'of an address linked later',
    'refuse',
    'USE_RESTRICTED',
    { ...TWO, acts: [consent(JUNE), restriction(JULY, 1), linked(0, AUGUST), linked(1, AUGUST)] },
  ],
  ['of another person', 'allow', 'OK_CONSENT', { ...TWO, acts: [consent(JUNE), restriction(JULY, 1)] }],
]);
decide('restricted, and a consent on a form since', [
  ['which ends no restriction', 'refuse', 'USE_RESTRICTED', { acts: [restriction(JULY), proven(AUGUST)] }],
  [
    'which a message of that time asked for: it had a basis',
    'allow',
    'OK_CONSENT',
    {
      acts: [sale(JUNE), restriction(JULY), consent(AUGUST, { drawnBy: 'message' }), lifted(NOVEMBER, 1)],
      message: { basis: 'consent' },
    },
  ],
]);
decide('an address that is reported dead', [
  ['for good', 'refuse', 'ADDRESS_UNDELIVERABLE', { acts: [consent(JUNE), report(JULY, 'permanent')] }],
  [
    'whatever is owed',
    'refuse',
    'ADDRESS_UNDELIVERABLE',
    { ...owed, acts: [consent(JUNE), report(JULY, 'permanent')] },
  ],
  ['a survey', 'refuse', 'ADDRESS_UNDELIVERABLE', { ...survey, acts: [consent(JUNE), report(JULY, 'permanent')] }],
  [
    'until the person gives a consent with it',
    'allow',
    'OK_CONSENT',
    { acts: [consent(JUNE), report(JULY, 'permanent'), consent(AUGUST)] },
  ],
  [
    'a consent that is none shows nothing',
    'refuse',
    'ADDRESS_UNDELIVERABLE',
    { acts: [consent(JUNE), report(JULY, 'permanent'), consent(AUGUST, { confirmation: 'pending' })] },
  ],
  [
    'by the list of a provider, ten days ago',
    'refuse',
    'ADDRESS_UNDELIVERABLE',
    { acts: [consent(JUNE), report('2026-11-14T10:00:00Z', 'listed')] },
  ],
  [
    'by the list of a provider, a fortnight ago',
    'allow',
    'OK_CONSENT',
    { acts: [consent(JUNE), report('2026-11-10T10:00:00Z', 'listed')] },
  ],
  [
    'on two days',
    'allow',
    'OK_CONSENT',
    { acts: [consent(JUNE), report('2026-11-14T10:00:00Z', 'transient'), report('2026-11-15T10:00:00Z', 'transient')] },
  ],
  [
    'on three days',
    'refuse',
    'ADDRESS_UNDELIVERABLE',
    { acts: [consent(JUNE), ...['14', '15', '16'].map((day) => report(`2026-11-${day}T10:00:00Z`, 'transient'))] },
  ],
  [
    'thrice in a day',
    'allow',
    'OK_CONSENT',
    { acts: [consent(JUNE), ...['09', '10', '11'].map((hour) => report(`2026-11-14T${hour}:00:00Z`, 'transient'))] },
  ],
  [
    'on three days of two months',
    'allow',
    'OK_CONSENT',
    { acts: [consent(JUNE), ...['09', '10', '11'].map((month) => report(`2026-${month}-14T10:00:00Z`, 'transient'))] },
  ],
  [
    'another address of the person lives',
    'allow',
    'OK_CONSENT',
    { ...TWO, acts: [linked(0), linked(1), consent(JUNE), { ...report(JULY, 'permanent'), address: 1 }] },
  ],
  [
    'on three days, and the person gave a consent in between',
    'allow',
    'OK_CONSENT',
    {
      acts: [
        sale(JUNE),
        report('2026-11-14T10:00:00Z', 'transient'),
        consent('2026-11-15T10:00:00Z'),
        ...['16', '17'].map((day) => report(`2026-11-${day}T10:00:00Z`, 'transient')),
      ],
    },
  ],
  [
    'on three days within a month that is over',
    'allow',
    'OK_CONSENT',
    { acts: [consent(JUNE), ...['01', '02', '30'].map((day) => report(`2026-09-${day}T10:00:00Z`, 'transient'))] },
  ],
  [
    'by a consent that was withdrawn since: it lived',
    'refuse',
    'OPPOSED_PURPOSE',
    { acts: [sale(JUNE), report(JULY, 'permanent'), consent(AUGUST), withdrawal(NOVEMBER, 2)] },
  ],
  [
    'before anything was on record of it: a report makes no contact',
    'allow',
    'OK_CONSENT',
    { acts: [report('2026-05-01T10:00:00Z', 'permanent'), { ...consent('2026-04-01T10:00:00Z'), recordedAt: JUNE }] },
  ],
]);
