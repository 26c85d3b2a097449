/** Decided examples: changes of address (D1; decisions 0071, 0138 and 0179), and consents that we saw on a page of ours (D9, OPP-4). */
import {
  BUYER,
  consent,
  contact,
  decide,
  everything,
  invalidation,
  NEWSLETTER,
  opposition,
  reading,
  SISTER,
  sale,
  withdrawal,
} from '../fixtures.ts';
import type { Act, Fields } from '../world.ts';

const day = (date: string): string => `${date}T10:00:00Z`;
const TWO = { addresses: [{ email: 'old@gmail.com' }, { email: 'new@gmail.com' }] };
const THREE = { addresses: [...TWO.addresses, { email: 'third@gmail.com' }] };
const FOUR = { addresses: [...THREE.addresses, { email: 'fourth@gmail.com' }] };
const at = (address: number, act: Act): Act => ({ ...act, address });
const moved = (date: string, from: number, to: number, madeBy = 'person'): Act => ({
  ...{ kind: 'moved', address: from, recordedAt: day(date), body: { to, madeBy } },
});
const byLink = (date: string): Act => opposition(day(date), undefined, { observed: 'link' });
const restriction = (date: string): Act => ({ kind: 'restriction', address: 0, recordedAt: day(date), body: {} });
const agreed = consent(day('2026-05-01'));
const bought = sale(day('2026-05-01'));
const corrected = moved('2026-06-01', 0, 1, 'advertiser');
const asked = (date: string, body: Fields = {}): Act => consent(day(date), { drawnBy: 'message', ...body });

decide('a consent follows the change that its person makes, and ends where they were', [
  ['at the new address', 'allow', 'OK_CONSENT', { ...TWO, acts: [at(1, agreed), moved('2026-06-01', 1, 0)] }],
  ['at the former one', 'refuse', 'CONSENT_WITHDRAWN', { ...TWO, acts: [agreed, moved('2026-06-01', 0, 1)] }],
  ['asked for a time before', 'allow', 'OK_CONSENT', { ...TWO, acts: [agreed, moved('2026-12-01', 0, 1)] }],
  [
    'two changes on',
    'allow',
    'OK_CONSENT',
    { ...THREE, acts: [at(2, agreed), moved('2026-06-01', 2, 1), moved('2026-06-02', 1, 0)] },
  ],
  ['and back', 'allow', 'OK_CONSENT', { ...TWO, acts: [agreed, moved('2026-06-01', 0, 1), moved('2026-06-02', 1, 0)] }],
  [
    'and what ends it ends it there',
    'refuse',
    'OPPOSED_PURPOSE',
    { ...TWO, acts: [at(1, agreed), moved('2026-06-01', 1, 0), at(1, withdrawal(day('2026-07-01'), 0))] },
  ],
  [
    'also an operator who finds that it was none',
    'refuse',
    'CONSENT_WITHDRAWN',
    { ...TWO, acts: [at(1, agreed), moved('2026-06-01', 1, 0), at(1, invalidation(day('2026-07-01'), 0))] },
  ],
  ['not a sale', 'refuse', 'CONSENT_MISSING', { ...TWO, acts: [at(1, bought), moved('2026-06-01', 1, 0)] }],
  ['which stays', 'allow', 'OK_SOFT_OPT_IN', { ...TWO, acts: [bought, moved('2026-06-01', 0, 1)] }],
  [
    'not one that awaits its confirmation',
    'refuse',
    'CONSENT_MISSING',
    { ...TWO, acts: [at(1, consent(day('2026-05-01'), { confirmation: 'pending' })), moved('2026-06-01', 1, 0)] },
  ],
  [
    'not to an address that opposed it',
    'refuse',
    'OPPOSED_CHANNEL',
    { ...TWO, acts: [at(1, agreed), byLink('2026-05-02'), moved('2026-06-01', 1, 0)] },
  ],
  [
    'and then stays where it was',
    'allow',
    'OK_CONSENT',
    { ...TWO, acts: [agreed, at(1, byLink('2026-05-02')), moved('2026-06-01', 0, 1)] },
  ],
  [
    'asked for by a message that a sale there allowed',
    'allow',
    'OK_CONSENT',
    { ...TWO, acts: [at(1, sale(day('2026-04-01'))), at(1, asked('2026-05-01')), moved('2026-06-01', 1, 0)] },
  ],
  [
    'asked for by a message that a sale at the new address would have allowed',
    'refuse',
    'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    {
      ...TWO,
      message: { basis: 'consent' },
      acts: [sale(day('2026-04-01')), at(1, asked('2026-05-01')), moved('2026-06-01', 1, 0)],
    },
  ],
  [
    'what a message asked for before the change rested on it',
    'allow',
    'OK_CONSENT',
    {
      ...TWO,
      forms: { more: NEWSLETTER },
      acts: [
        agreed,
        moved('2026-06-01', 0, 1),
        { ...asked('2026-05-15', { form: { formId: 'more', version: '1' } }), recordedAt: day('2026-06-05') },
      ],
    },
  ],
  [
    'its term begins again with the change',
    'allow',
    'OK_CONSENT',
    { ...TWO, acts: [at(1, consent(day('2022-12-01'))), moved('2025-06-01', 1, 0)] },
  ],
  [
    'an old one, and nothing since the change',
    'refuse',
    'RETENTION_EXPIRED',
    { ...TWO, acts: [at(1, consent(day('2022-05-01'))), moved('2023-06-01', 1, 0)] },
  ],
]);

decide('what a person says against prospecting goes with them', [
  [
    'from the former address, as narrow as it was',
    'refuse',
    'OPPOSED_CHANNEL',
    { ...TWO, acts: [at(1, byLink('2026-05-02')), moved('2026-06-01', 1, 0), bought] },
  ],
  [
    'also what comes there later',
    'refuse',
    'OPPOSED_CHANNEL',
    { ...TWO, acts: [at(1, agreed), moved('2026-06-01', 1, 0), at(1, byLink('2026-07-01'))] },
  ],
  [
    'by a correction as well',
    'refuse',
    'OPPOSED_CHANNEL',
    { ...TWO, acts: [bought, at(1, byLink('2026-05-02')), moved('2026-06-01', 1, 0, 'advertiser')] },
  ],
  [
    'to the former address, what is of the person',
    'refuse',
    'OPPOSED_GLOBAL',
    { ...TWO, acts: [bought, moved('2026-06-01', 0, 1), at(1, opposition(day('2026-07-01'), everything))] },
  ],
  [
    'not what the new one said alone',
    'allow',
    'OK_SOFT_OPT_IN',
    { ...TWO, acts: [bought, moved('2026-06-01', 0, 1), at(1, byLink('2026-07-01'))] },
  ],
  [
    'a restriction',
    'refuse',
    'USE_RESTRICTED',
    { ...TWO, acts: [bought, moved('2026-06-01', 0, 1), at(1, restriction('2026-07-01'))] },
  ],
  [
    'a consent lifts there what it lifted before',
    'allow',
    'OK_CONSENT',
    {
      ...TWO,
      acts: [
        at(1, byLink('2026-04-02')),
        at(1, consent(day('2026-05-01'), { proof: { sha256: 'b'.repeat(64) } })),
        moved('2026-06-01', 1, 0),
      ],
    },
  ],
  [
    'to who came after, also where that change was made before',
    'refuse',
    'OPPOSED_CHANNEL',
    {
      ...FOUR,
      acts: [
        agreed,
        at(3, contact(day('2026-05-01'), {})),
        moved('2026-05-10', 3, 0, 'advertiser'),
        at(1, byLink('2026-05-20')),
        moved('2026-06-01', 1, 3, 'advertiser'),
      ],
    },
  ],
  [
    'a child is known at the new address',
    'refuse',
    'MINOR_CONSENT_INVALID',
    {
      ...TWO,
      acts: [
        at(1, contact(day('2026-04-01'), { ageBand: 'under-15' })),
        moved('2026-05-01', 1, 0, 'advertiser'),
        consent(day('2026-06-01')),
      ],
    },
  ],
]);

const heat = {
  advertiser: { offers: [{ category: 'heat', natures: ['home-energy-works'] }] },
  message: { offerCategory: 'heat' },
};
const runs = {
  type: 'service-contract',
  lines: [{ category: 'heat' }],
  relation: { state: 'running', shownBy: { contractReference: 'C' } },
};
decide('an address that the advertiser corrected is of somebody else', [
  ['a consent of before', 'refuse', 'CONSENT_WITHDRAWN', { ...TWO, acts: [agreed, corrected] }],
  [
    'recorded since',
    'refuse',
    'CONSENT_WITHDRAWN',
    { ...TWO, acts: [corrected, { ...agreed, recordedAt: day('2026-06-02') }] },
  ],
  ['of that very instant', 'refuse', 'CONSENT_WITHDRAWN', { ...TWO, acts: [consent(day('2026-06-01')), corrected] }],
  [
    'confirmed from that mailbox',
    'allow',
    'OK_CONSENT',
    { ...TWO, acts: [consent(day('2026-05-01'), { confirmation: 'confirmed' }), corrected] },
  ],
  ['given since', 'allow', 'OK_CONSENT', { ...TWO, acts: [agreed, corrected, consent(day('2026-06-02'))] }],
  [
    'asked for a time before the correction',
    'allow',
    'OK_CONSENT',
    { ...TWO, at: day('2026-05-20'), acts: [agreed, corrected] },
  ],
  [
    'at the right address nobody agreed',
    'refuse',
    'CONSENT_MISSING',
    { ...TWO, acts: [at(1, agreed), moved('2026-06-01', 1, 0, 'advertiser')] },
  ],
  ['a sale of before', 'refuse', 'SOFT_OPT_IN_INDIRECT_COLLECTION', { ...TWO, acts: [bought, corrected] }],
  [
    'a sale since',
    'allow',
    'OK_SOFT_OPT_IN',
    { ...TWO, acts: [bought, corrected, sale(day('2026-06-02'), { reference: 'r2' })] },
  ],
  [
    'who bought as a professional does not read it',
    'refuse',
    'RECIPIENT_KIND_UNKNOWN',
    {
      ...TWO,
      message: { offerCategory: 'software' },
      ...{
        acts: [
          sale(day('2026-05-01'), { boughtAs: 'professional' }),
          corrected,
          contact(day('2026-06-03'), { ...BUYER }),
        ],
      },
    },
  ],
  [
    'whose contract runs does not read it',
    'refuse',
    'SECTOR_BAN_HOME_ENERGY',
    { ...TWO, ...heat, acts: [sale(day('2026-04-01'), runs), corrected, consent(day('2026-06-02'))] },
  ],
  [
    'taken back: the sale counts',
    'allow',
    'OK_SOFT_OPT_IN',
    { ...TWO, acts: [bought, corrected, moved('2026-06-03', 1, 0, 'advertiser')] },
  ],
  [
    'taken back: the consent stays ended',
    'refuse',
    'CONSENT_WITHDRAWN',
    { ...TWO, acts: [agreed, corrected, moved('2026-06-03', 1, 0, 'advertiser')] },
  ],
  [
    'taken back: until it is recorded again',
    'allow',
    'OK_CONSENT',
    {
      ...TWO,
      acts: [agreed, corrected, moved('2026-06-03', 1, 0, 'advertiser'), { ...agreed, recordedAt: day('2026-06-04') }],
    },
  ],
  [
    'corrected on before somebody was taken to read it, and back',
    'refuse',
    'SOFT_OPT_IN_INDIRECT_COLLECTION',
    {
      ...THREE,
      acts: [bought, ...[moved('2026-05-20', 1, 2, 'advertiser'), corrected, moved('2026-06-05', 2, 0, 'advertiser')]],
    },
  ],
  [
    'from address to address, and to the first: it is right again',
    'allow',
    'OK_SOFT_OPT_IN',
    {
      ...THREE,
      acts: [bought, corrected, moved('2026-06-02', 1, 2, 'advertiser'), moved('2026-06-03', 2, 0, 'advertiser')],
    },
  ],
  [
    'somebody takes it, with what they agreed to elsewhere',
    'allow',
    'OK_CONSENT',
    { ...THREE, acts: [agreed, at(2, consent(day('2026-05-02'))), corrected, moved('2026-06-03', 2, 0)] },
  ],
]);

const PAGE: Fields = { ...NEWSLETTER, mode: 'hosted', mechanism: 'choice-button', shown: undefined };
const onOurPage = (date: string, more: Partial<Act> = {}): Act =>
  consent(day(date), { form: { formId: 'page', version: '1' } }, { observed: 'hosted', ...more });
decide('a consent on a page of ours', [
  ['is shown by that', 'allow', 'OK_CONSENT', { forms: { page: PAGE }, acts: [onOurPage('2026-05-01')] }],
  [
    'which is only said to be ours shows nothing',
    'refuse',
    'EVIDENCE_INCOMPLETE',
    { forms: { page: PAGE }, acts: [consent(day('2026-05-01'), { form: { formId: 'page', version: '1' } })] },
  ],
  [
    'lifts an opposition',
    'allow',
    'OK_CONSENT',
    { forms: { page: PAGE }, acts: [byLink('2026-04-01'), onOurPage('2026-05-01')] },
  ],
  [
    'is of who reads a corrected address',
    'allow',
    'OK_CONSENT',
    { ...TWO, forms: { page: PAGE }, acts: [onOurPage('2026-05-01'), corrected] },
  ],
  [
    'not where it followed to it',
    'refuse',
    'CONSENT_WITHDRAWN',
    { ...THREE, forms: { page: PAGE }, acts: [at(2, onOurPage('2026-05-01')), moved('2026-05-10', 2, 0), corrected] },
  ],
]);

const sentTo = (address: number, when: string) => ({ address, channel: 'email', at: when });
decide('what was sent to another address of the person', [
  [
    'counts for the day',
    'defer',
    'FREQUENCY_CAP',
    {
      ...THREE,
      advertiser: { dailyCeiling: 1 },
      sent: [sentTo(2, '2026-11-24T08:00:00Z')],
      acts: [at(2, agreed), moved('2026-11-20', 2, 1), moved('2026-11-22', 1, 0)],
    },
  ],
  [
    'not where nothing followed',
    'allow',
    'OK_SOFT_OPT_IN',
    {
      ...TWO,
      advertiser: { dailyCeiling: 1 },
      sent: [sentTo(1, '2026-11-24T08:00:00Z')],
      acts: [bought, moved('2026-11-22', 1, 0)],
    },
  ],
  [
    'not a change of long ago',
    'allow',
    'OK_CONSENT',
    {
      ...TWO,
      advertiser: { dailyCeiling: 1 },
      sent: [sentTo(1, '2026-11-24T08:00:00Z')],
      acts: [at(1, agreed), moved('2026-06-01', 1, 0)],
    },
  ],
]);

const PHONES = { addresses: [{ phone: '+33639980021' }, { phone: '+33639980022' }] };
const calls = ['05', '06', '09', '10'].map((date, index) => ({
  address: index % 2,
  channel: 'automated-call',
  at: `2026-11-${date}T10:00:00Z`,
}));
const toCalls = { channels: ['automated-call'] };
decide('four calls in thirty days, to one consumer', [
  [
    'before and after a change of number',
    'refuse',
    'ATTEMPT_QUOTA',
    {
      ...PHONES,
      sent: calls,
      message: { channel: 'automated-call' },
      acts: [at(1, consent(day('2026-05-01'), toCalls)), moved('2026-06-01', 1, 0)],
    },
  ],
  [
    'to numbers that are linked',
    'refuse',
    'ATTEMPT_QUOTA',
    {
      ...PHONES,
      sent: calls,
      message: { channel: 'automated-call' },
      acts: [
        contact(day('2026-04-01'), { personRef: 'p' }),
        at(1, contact(day('2026-04-01'), { personRef: 'p' })),
        consent(day('2026-05-01'), toCalls),
      ],
    },
  ],
  [
    'to numbers of two people',
    'allow',
    'OK_CONSENT',
    { ...PHONES, sent: calls, message: { channel: 'automated-call' }, acts: [consent(day('2026-05-01'), toCalls)] },
  ],
]);

decide('what stays known of a former address', [
  [
    'a consent that followed was an act of the person there',
    'allow',
    'OK_B2B_INTEREST',
    {
      ...TWO,
      ...{ message: { offerCategory: 'software' }, advertiser: reading('first-message-carries-professional-notice') },
      acts: [
        contact(day('2023-05-01'), { ...BUYER, organisation: { siren: SISTER } }),
        agreed,
        moved('2026-06-01', 0, 1),
      ],
    },
  ],
]);
