import { describe, expect, test } from 'vitest';
import { toInstant } from '#shared/domain/time/instant.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { mayTrackOpens } from '#shared/law/readings/tracking.ts';
import { RULEBOOK } from '#shared/law/register.ts';

import {
  activity,
  annulment,
  COLLECTOR,
  consent,
  contact,
  email,
  everything,
  invalidation,
  NEWSLETTER,
  opposition,
  PARTNER,
  type Parts,
  PROOF,
  sale,
  withdrawal,
  world,
} from '#test/oracle/fixtures.ts';
import type { Act, Fields } from '#test/oracle/world.ts';
import { build } from '#test/worlds/ledger.ts';

const day = (date: string) => `${date}T10:00:00+02:00`;
const NEW: Fields = { email: 'new@gmail.com' };
const OLD: Fields = { email: 'old@gmail.com' };
const PHONE: Fields = { phone: '+33639980011' };
/** The message goes to the first address. */
const TO_NEW = [NEW, OLD];
const TO_OLD = [OLD, NEW];

/** What happens at the second address. */
const there = (act: Act): Act => ({ ...act, address: 1 });
const moved = (date: string, from: number, to: number, madeBy = 'person'): Act => ({
  ...{ kind: 'moved', address: from, recordedAt: day(date), body: { to, madeBy } },
});
const restriction = (date: string, address: number): Act => ({
  ...{ kind: 'restriction', address, recordedAt: day(date), body: { kind: 'restriction', via: 'letter' } },
});
const hosted = (date: string): Act => ({
  ...{ kind: 'consent', address: 0, recordedAt: day(date), observed: 'hosted' },
  body: { channels: ['email'], form: { formId: 'page', version: '1' }, givenAt: day(date) },
});
const { shown: _shown, ...UNSHOWN } = NEWSLETTER;
const PAGE: Fields = { ...UNSHOWN, mode: 'hosted', mechanism: 'choice-button' };

const verdict = async (parts: Parts): Promise<string> => {
  const advertiser = { contact: { email: 'bonjour@alba.example' }, privacyNoticeUrl: 'https://alba.example/p' };
  const made = world({ forms: { page: PAGE }, ...parts, advertiser: { ...advertiser, ...parts.advertiser } });
  const { outcome, reasons } = await (await build(made)).verdictAt(Date.parse(made.at));
  return `${outcome} ${reasons[0]?.code}`;
};
type Case = readonly [name: string, expected: string, parts: Parts];
const decided = (title: string, cases: readonly Case[]): void =>
  void describe(title, () => {
    test.each(cases)('%s', async (_, expected, parts) => expect(await verdict(parts)).toBe(expected));
  });

const given = there(consent(day('2026-05-01')));
const bought = sale(day('2026-05-01'));
const agreed = consent(day('2026-05-01'));
const corrected = moved('2026-06-01', 0, 1, 'advertiser');
const THIRD: Fields = { email: 'third@gmail.com' };
const at = (address: number, act: Act): Act => ({ ...act, address });
const french = contact(day('2026-04-01'), { language: 'fr' });
const inTime = (...acts: readonly Act[]): Act[] =>
  acts.toSorted((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt));

decided('what ends a consent ends it wherever it followed its person (GDPR 7(3), D3, D4)', [
  [
    'a withdrawal, by the id of the receipt',
    'refuse OPPOSED_PURPOSE',
    { addresses: TO_NEW, acts: [given, moved('2026-06-01', 1, 0), there(withdrawal(day('2026-07-01'), 0))] },
  ],
  [
    'a withdrawal, two addresses later',
    'refuse OPPOSED_PURPOSE',
    {
      addresses: [NEW, OLD, { email: 'between@gmail.com' }],
      acts: [given, moved('2026-06-01', 1, 2), moved('2026-06-10', 2, 0), there(withdrawal(day('2026-07-01'), 0))],
    },
  ],
  [
    'a withdrawal at an address that the advertiser corrected, against a later sale',
    'refuse OPPOSED_PURPOSE',
    {
      addresses: TO_NEW,
      acts: [
        given,
        moved('2026-06-01', 1, 0, 'advertiser'),
        there(withdrawal(day('2026-06-10'), 0)),
        sale(day('2026-06-20')),
      ],
    },
  ],
  [
    'and is lifted by a consent given anew, with its proof',
    'allow OK_CONSENT',
    {
      addresses: TO_NEW,
      acts: [
        given,
        moved('2026-06-01', 1, 0),
        there(withdrawal(day('2026-07-01'), 0)),
        consent(day('2026-08-01'), { proof: PROOF }),
      ],
    },
  ],
  [
    'an annulment',
    'refuse CONSENT_MISSING',
    { addresses: TO_NEW, acts: [given, moved('2026-06-01', 1, 0), there(annulment(day('2026-07-01'), 0))] },
  ],
  [
    'an annulment holds the new address for a day as well',
    'defer HELD_AFTER_ANNULMENT',
    {
      ...{ addresses: TO_NEW, at: '2026-07-01T12:00:00+02:00' },
      acts: [given, moved('2026-06-01', 1, 0), sale(day('2026-06-02')), there(annulment(day('2026-07-01'), 0))],
    },
  ],
  [
    'an annulled withdrawal is undone there too',
    'allow OK_CONSENT',
    {
      addresses: TO_NEW,
      acts: [
        given,
        moved('2026-06-01', 1, 0),
        there(withdrawal(day('2026-07-01'), 0)),
        there(annulment(day('2026-07-05'), 2)),
      ],
    },
  ],
  [
    'an invalidation',
    'refuse CONSENT_WITHDRAWN',
    { addresses: TO_NEW, acts: [given, moved('2026-06-01', 1, 0), there(invalidation(day('2026-07-01'), 0))] },
  ],
  [
    'an invalidation, where the person came back to the first address',
    'refuse CONSENT_WITHDRAWN',
    {
      addresses: TO_OLD,
      acts: [
        consent(day('2026-05-01')),
        moved('2026-06-01', 0, 1),
        moved('2026-06-10', 1, 0),
        invalidation(day('2026-07-01'), 0),
      ],
    },
  ],
]);

decided('a withdrawal is of the person, at every address of theirs (D1, D3)', [
  [
    'a consent to mails and texts, recorded at the mailbox and at the telephone',
    'refuse OPPOSED_PURPOSE',
    {
      addresses: [PHONE, OLD],
      message: { channel: 'sms' },
      acts: [
        contact(day('2026-04-01'), { personRef: 'p' }),
        there(contact(day('2026-04-01'), { personRef: 'p' })),
        there(consent(day('2026-05-01'), { channels: ['email', 'sms'] })),
        consent(day('2026-05-01'), { channels: ['email', 'sms'] }),
        there(withdrawal(day('2026-06-01'), 2)),
      ],
    },
  ],
  [
    'of mails alone: texts may go on',
    'allow OK_CONSENT',
    {
      addresses: [PHONE, OLD],
      message: { channel: 'sms' },
      acts: [
        contact(day('2026-04-01'), { personRef: 'p' }),
        there(contact(day('2026-04-01'), { personRef: 'p' })),
        there(consent(day('2026-05-01'))),
        consent(day('2026-05-01'), { channels: ['sms'] }),
        there(withdrawal(day('2026-06-01'), 2)),
      ],
    },
  ],
  [
    'of the copy at the new address: the former one, where a sale is recorded, as well',
    'refuse OPPOSED_PURPOSE',
    {
      addresses: TO_OLD,
      acts: [
        bought,
        moved('2026-06-01', 0, 1),
        there(consent(day('2026-06-02'))),
        there(withdrawal(day('2026-07-01'), 2)),
      ],
    },
  ],
]);

decided('what a person says at the new address holds at the former one (GDPR 18, 21; D1)', [
  [
    'an opposition to everything',
    'refuse OPPOSED_GLOBAL',
    { addresses: TO_OLD, acts: [bought, moved('2026-06-01', 0, 1), there(opposition(day('2026-07-01'), everything))] },
  ],
  [
    'an opposition to everything, two addresses later',
    'refuse OPPOSED_GLOBAL',
    {
      addresses: [OLD, NEW, { email: 'between@gmail.com' }],
      acts: [
        bought,
        moved('2026-06-01', 0, 2, 'advertiser'),
        moved('2026-06-10', 2, 1),
        there(opposition(day('2026-07-01'), everything)),
      ],
    },
  ],
  [
    'an opposition by letter to a channel',
    'refuse OPPOSED_CHANNEL',
    { addresses: TO_OLD, acts: [bought, moved('2026-06-01', 0, 1), there(opposition(day('2026-07-01'), email))] },
  ],
  [
    'but one that came by the link in a mail to the new address is of that address',
    'allow OK_SOFT_OPT_IN',
    {
      addresses: TO_OLD,
      acts: [
        bought,
        moved('2026-06-01', 0, 1),
        { kind: 'opposition', address: 1, recordedAt: day('2026-07-01'), body: { of: email }, observed: 'link' },
      ],
    },
  ],
  [
    'a restriction',
    'refuse USE_RESTRICTED',
    { addresses: TO_OLD, acts: [bought, moved('2026-06-01', 0, 1), restriction('2026-07-01', 1)] },
  ],
  [
    'a restriction that is lifted',
    'allow OK_SOFT_OPT_IN',
    {
      addresses: TO_OLD,
      acts: [
        bought,
        moved('2026-06-01', 0, 1),
        restriction('2026-07-01', 1),
        { kind: 'restriction-lifted', address: 1, recordedAt: day('2026-08-01'), ofAct: 2, body: {} },
      ],
    },
  ],
  [
    'an opposition heard at another contact of the person, whose reference was declared after the change',
    'refuse OPPOSED_GLOBAL',
    {
      addresses: [OLD, NEW, PHONE],
      acts: [
        bought,
        moved('2026-06-01', 0, 1),
        there(contact(day('2026-06-02'), { personRef: 'p' })),
        { ...contact(day('2026-06-02'), { personRef: 'p' }), address: 2 },
        { ...opposition(day('2026-07-01'), everything), address: 2 },
      ],
    },
  ],
]);

const keptAlive = there(consent(day('2022-05-01')));
decided('a consent that followed its person is as good as it was (D1, RET-1)', [
  [
    'seen by us, on a page of ours',
    'allow OK_CONSENT',
    { addresses: TO_NEW, acts: [there(hosted('2026-05-01')), moved('2026-06-01', 1, 0)] },
  ],
  [
    'and lifts there what it lifted',
    'allow OK_CONSENT',
    {
      addresses: TO_NEW,
      acts: [there(opposition(day('2026-04-01'), email)), there(hosted('2026-05-01')), moved('2026-06-01', 1, 0)],
    },
  ],
  [
    'but not what was said after it',
    'refuse OPPOSED_CHANNEL',
    {
      addresses: TO_NEW,
      acts: [there(hosted('2026-05-01')), there(opposition(day('2026-05-02'), email)), moved('2026-06-01', 1, 0)],
    },
  ],
  [
    'asked for by a lawful mail to a customer',
    'allow OK_CONSENT',
    {
      addresses: TO_NEW,
      acts: [
        there(sale(day('2026-04-01'))),
        there(consent(day('2026-05-01'), { drawnBy: 'message' })),
        moved('2026-06-01', 1, 0),
      ],
    },
  ],
  [
    'asked for by a lawful mail to a professional at a host of their own',
    'allow OK_CONSENT',
    {
      addresses: [NEW, { email: 'claire.d@bigcorp.example' }],
      acts: [
        there(
          contact(day('2026-04-02'), {
            kind: 'professional',
            profession: {
              function: 'buyer',
              source: { kind: 'data-subject', collectedAt: day('2026-04-01') },
              noticeGivenAt: day('2026-04-01'),
              refusalOfferedAt: day('2026-04-01'),
            },
          }),
        ),
        there(consent(day('2026-05-01'), { drawnBy: 'message' })),
        moved('2026-06-01', 1, 0),
      ],
    },
  ],
  [
    'asked for by a mail to nobody who could be asked',
    'refuse CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    { addresses: TO_NEW, acts: [there(consent(day('2026-05-01'), { drawnBy: 'message' })), moved('2026-06-01', 1, 0)] },
  ],
  [
    'two addresses later',
    'allow OK_CONSENT',
    {
      addresses: [NEW, OLD, { email: 'between@gmail.com' }],
      acts: [
        there(sale(day('2026-04-01'))),
        there(consent(day('2026-05-01'), { drawnBy: 'message' })),
        moved('2026-06-01', 1, 2),
        moved('2026-06-10', 2, 0),
      ],
    },
  ],
  [
    'kept by a click of the person, who changed the address since',
    'allow OK_CONSENT',
    {
      addresses: TO_NEW,
      acts: [keptAlive, there(activity(day('2025-04-01'), 'human-click')), moved('2026-06-01', 1, 0)],
    },
  ],
  [
    'kept by the change itself, an act of the person',
    'allow OK_CONSENT',
    { addresses: TO_NEW, acts: [there(consent('2022-12-01T10:00:00+01:00')), moved('2025-06-01', 1, 0)] },
  ],
  [
    'kept by nothing since the change',
    'refuse RETENTION_EXPIRED',
    { addresses: TO_NEW, acts: [keptAlive, moved('2023-06-01', 1, 0)] },
  ],
  [
    'where the advertiser corrected the address, no act of the person is counted',
    'refuse RETENTION_EXPIRED',
    {
      addresses: TO_OLD,
      acts: [consent(day('2022-05-01'), { confirmation: 'confirmed' }), moved('2026-06-01', 0, 1, 'advertiser')],
    },
  ],
]);

decided('a wrong address that the advertiser corrected: who reads it agreed to nothing (L. 34-5, GDPR 5(1)(d))', [
  [
    'a consent ends there',
    'refuse CONSENT_WITHDRAWN',
    { addresses: TO_OLD, acts: [consent(day('2026-05-01')), moved('2026-06-01', 0, 1, 'advertiser')] },
  ],
  [
    'and is none at the right one, where nobody said it',
    'refuse CONSENT_MISSING',
    { addresses: TO_NEW, acts: [given, moved('2026-06-01', 1, 0, 'advertiser')] },
  ],
  [
    'until it is recorded there',
    'allow OK_CONSENT',
    { addresses: TO_NEW, acts: [given, moved('2026-06-01', 1, 0, 'advertiser'), consent(day('2026-05-01'))] },
  ],
  [
    'a sale of before lets nothing out',
    'refuse SOFT_OPT_IN_INDIRECT_COLLECTION',
    { addresses: TO_OLD, acts: [bought, moved('2026-06-01', 0, 1, 'advertiser')] },
  ],
  [
    'a sale that is recorded there since does: it is of who reads it',
    'allow OK_SOFT_OPT_IN',
    { addresses: TO_OLD, acts: [bought, moved('2026-06-01', 0, 1, 'advertiser'), sale(day('2026-06-02'))] },
  ],
  [
    'whoever changed it themselves keeps the sale there',
    'allow OK_SOFT_OPT_IN',
    { addresses: TO_OLD, acts: [bought, moved('2026-06-01', 0, 1)] },
  ],
  ...(
    [
      ['a sale', 'refuse SOFT_OPT_IN_INDIRECT_COLLECTION', bought],
      ['a consent', 'refuse CONSENT_WITHDRAWN', agreed],
      ['a consent with a proof', 'refuse CONSENT_WITHDRAWN', consent(day('2026-05-01'), { proof: PROOF })],
      ['a consent of the very moment', 'refuse CONSENT_WITHDRAWN', consent(day('2026-06-01'))],
    ] as const
  ).flatMap(([what, expected, act]): Case[] => [
    [
      `${what} of before that is recorded afterwards, as by an import, is of before`,
      expected,
      {
        addresses: TO_OLD,
        acts: [contact(day('2026-04-01'), { language: 'fr' }), corrected, { ...act, recordedAt: day('2026-06-02') }],
      },
    ],
    [
      `${what} of before that is recorded again is of before`,
      expected,
      { addresses: TO_OLD, acts: [act, corrected, { ...act, recordedAt: day('2026-06-02') }] },
    ],
  ]),
  [
    'a consent that is given there since counts: it is of who reads it',
    'allow OK_CONSENT',
    { addresses: TO_OLD, acts: [agreed, corrected, consent(day('2026-06-02'))] },
  ],
  ...(['2026-05-01', '2026-06-02'] as const).map(
    (recorded): Case => [
      `a consent of before that was confirmed from that mailbox is of who reads it, recorded on ${recorded}`,
      'allow OK_CONSENT',
      {
        addresses: TO_OLD,
        acts: inTime(contact(day('2026-04-01'), { language: 'fr' }), corrected, {
          ...consent(day('2026-05-01'), { confirmation: 'confirmed' }),
          recordedAt: day(recorded),
        }),
      },
    ],
  ),
  [
    'as is one that Aval saw, at a link sent there',
    'allow OK_CONSENT',
    { addresses: TO_OLD, acts: [hosted('2026-05-01'), corrected] },
  ],
  [
    'and not one that Aval saw at another address, from which it followed',
    'refuse CONSENT_WITHDRAWN',
    {
      addresses: [OLD, NEW, THIRD],
      acts: [at(2, hosted('2026-05-01')), moved('2026-05-10', 2, 0), corrected],
    },
  ],
  [
    'a consent that awaits its confirmation ends',
    'refuse CONSENT_WITHDRAWN',
    { addresses: TO_OLD, acts: [consent(day('2026-05-01'), { confirmation: 'pending' }), corrected] },
  ],
  [
    'a confirmed one that is withdrawn there later ends',
    'refuse OPPOSED_PURPOSE',
    {
      addresses: TO_OLD,
      acts: [consent(day('2026-05-01'), { confirmation: 'confirmed' }), corrected, withdrawal(day('2026-06-10'), 0)],
    },
  ],
]);

decided('a correction that was a mistake, and is taken back: the address was right', [
  ...(['advertiser', 'person'] as const).map(
    (madeBy): Case => [
      `the sale of before counts again: by the ${madeBy}`,
      'allow OK_SOFT_OPT_IN',
      { addresses: TO_OLD, acts: [bought, corrected, moved('2026-06-03', 1, 0, madeBy)] },
    ],
  ),
  [
    'a consent of before stays ended',
    'refuse CONSENT_WITHDRAWN',
    { addresses: TO_OLD, acts: [agreed, corrected, moved('2026-06-03', 1, 0, 'advertiser')] },
  ],
  [
    'until it is recorded again, as it was given',
    'allow OK_CONSENT',
    {
      addresses: TO_OLD,
      acts: [agreed, corrected, moved('2026-06-03', 1, 0, 'advertiser'), { ...agreed, recordedAt: day('2026-06-04') }],
    },
  ],
  [
    'the address that it was corrected to by mistake is the wrong one then',
    'refuse SOFT_OPT_IN_INDIRECT_COLLECTION',
    {
      addresses: TO_NEW,
      acts: [bought, there(french), moved('2026-05-20', 1, 0, 'advertiser'), moved('2026-06-03', 0, 1, 'advertiser')],
    },
  ],
  [
    'corrected once more, it is wrong again',
    'refuse SOFT_OPT_IN_INDIRECT_COLLECTION',
    {
      addresses: TO_OLD,
      acts: [bought, corrected, moved('2026-06-03', 1, 0, 'advertiser'), moved('2026-06-05', 0, 1, 'advertiser')],
    },
  ],
  [
    'one who takes the address, and not from the one that it was corrected to, takes nothing back',
    'refuse SOFT_OPT_IN_INDIRECT_COLLECTION',
    { addresses: [OLD, NEW, THIRD], acts: [bought, corrected, at(2, french), moved('2026-06-03', 2, 0)] },
  ],
  [
    'nor does whoever reads it, who leaves it and comes back',
    'refuse SOFT_OPT_IN_INDIRECT_COLLECTION',
    {
      addresses: [OLD, NEW, THIRD],
      acts: [bought, corrected, moved('2026-06-03', 0, 2), moved('2026-06-05', 2, 0)],
    },
  ],
  [
    'of two corrections both are to be taken back: one is not enough',
    'refuse SOFT_OPT_IN_INDIRECT_COLLECTION',
    {
      addresses: [OLD, NEW, THIRD],
      acts: [bought, corrected, moved('2026-06-03', 0, 2, 'advertiser'), moved('2026-06-05', 2, 0, 'advertiser')],
    },
  ],
  [
    'of two corrections both are taken back',
    'allow OK_SOFT_OPT_IN',
    {
      addresses: [OLD, NEW, THIRD],
      acts: [
        ...[bought, corrected, moved('2026-06-03', 0, 2, 'advertiser')],
        ...[moved('2026-06-05', 2, 0, 'advertiser'), moved('2026-06-06', 1, 0, 'advertiser')],
      ],
    },
  ],
]);

const chain = [corrected, moved('2026-06-03', 1, 2, 'advertiser')];
decided('a correction that other corrections led back to the address', [
  ...(['advertiser', 'person'] as const).map(
    (madeBy): Case => [
      `the sale of before counts again: by the ${madeBy}`,
      'allow OK_SOFT_OPT_IN',
      { addresses: [OLD, NEW, THIRD], acts: [bought, ...chain, moved('2026-06-05', 2, 0, madeBy)] },
    ],
  ),
  ...(['advertiser', 'person'] as const).map(
    (madeBy): Case => [
      `what was corrected on before is of another: by the ${madeBy}`,
      'refuse SOFT_OPT_IN_INDIRECT_COLLECTION',
      {
        addresses: [OLD, NEW, THIRD],
        acts: [
          ...[bought, at(1, french), at(2, french)].toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)),
          ...[moved('2026-05-20', 1, 2, 'advertiser'), corrected, moved('2026-06-05', 2, 0, madeBy)],
        ],
      },
    ],
  ),
  [
    'corrected on before, and once more after it',
    'allow OK_SOFT_OPT_IN',
    {
      addresses: [OLD, NEW, THIRD],
      acts: [
        ...[bought, at(1, french), at(2, french)].toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)),
        ...[moved('2026-05-20', 1, 2, 'advertiser'), corrected, moved('2026-06-03', 1, 2, 'advertiser')],
        moved('2026-06-05', 2, 0, 'advertiser'),
      ],
    },
  ],
  ...([16, 17] as const).map(
    (through): Case => [
      `by way of ${through} addresses: sixteen are read`,
      through === 16 ? 'allow OK_SOFT_OPT_IN' : 'refuse SOFT_OPT_IN_INDIRECT_COLLECTION',
      {
        addresses: [OLD, ...Array.from({ length: through + 1 }, (_, of) => ({ email: `a${of}@gmail.com` }))],
        acts: [
          bought,
          ...Array.from({ length: through + 1 }, (_, of) =>
            moved(`2026-06-${String(of + 1).padStart(2, '0')}`, of, of + 1, 'advertiser'),
          ),
          moved('2026-06-25', through + 1, 0, 'advertiser'),
        ],
      },
    ],
  ),
  [
    'three corrections on',
    'allow OK_SOFT_OPT_IN',
    {
      addresses: [OLD, NEW, THIRD, { email: 'fourth@gmail.com' }],
      acts: [bought, ...chain, moved('2026-06-04', 2, 3, 'advertiser'), moved('2026-06-05', 3, 0, 'advertiser')],
    },
  ],
  [
    'before it comes back, the address is wrong',
    'refuse SOFT_OPT_IN_INDIRECT_COLLECTION',
    { addresses: [OLD, NEW, THIRD], acts: [bought, ...chain] },
  ],
  [
    'the last address of the chain is the wrong one then',
    'refuse SOFT_OPT_IN_INDIRECT_COLLECTION',
    {
      addresses: [OLD, NEW, THIRD],
      acts: [
        ...[bought, at(1, french), at(2, french)].toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)),
        ...[moved('2026-05-20', 2, 1, 'advertiser'), moved('2026-05-21', 1, 0, 'advertiser')],
        moved('2026-05-22', 0, 2, 'advertiser'),
      ],
    },
  ],
  [
    'of the other correction nothing is taken back',
    'refuse SOFT_OPT_IN_INDIRECT_COLLECTION',
    {
      addresses: [OLD, NEW, THIRD, { email: 'fourth@gmail.com' }],
      acts: [
        ...[bought, corrected, moved('2026-06-02', 0, 3, 'advertiser'), moved('2026-06-03', 1, 2, 'advertiser')],
        moved('2026-06-05', 2, 0, 'advertiser'),
      ],
    },
  ],
  [
    'where a person moved on from the address in between, and no correction did, nothing is taken back',
    'refuse SOFT_OPT_IN_INDIRECT_COLLECTION',
    {
      addresses: [OLD, NEW, THIRD],
      acts: [bought, corrected, moved('2026-06-03', 1, 2), moved('2026-06-05', 2, 0)],
    },
  ],
]);

/** What the law says of the address on days before the change and after it, whoever knows all that was recorded. */
const onDays = async (acts: Act[], ...days: readonly string[]): Promise<readonly string[]> => {
  const advertiser = { contact: { email: 'bonjour@alba.example' }, privacyNoticeUrl: 'https://alba.example/p' };
  const request = await (await build(world({ advertiser, addresses: TO_OLD, acts }))).request();
  return days.map((each) => {
    const { outcome, reasons } = vet({ ...request, at: toInstant(Date.parse(day(each))) });
    return `${outcome} ${reasons[0]?.code}`;
  });
};
const ENDED = 'refuse CONSENT_WITHDRAWN';
describe('a verdict that is asked for a time before the change', () => {
  test.each<[string, Act[], string, string]>([
    ['a consent, before a correction', [agreed, corrected], 'allow OK_CONSENT', ENDED],
    [
      'a consent that awaits its confirmation, before a correction',
      [consent(day('2026-05-01'), { confirmation: 'pending' }), corrected],
      'refuse CONSENT_PENDING_CONFIRMATION',
      ENDED,
    ],
    [
      'a consent that was recorded after the correction',
      [contact(day('2026-04-01'), { language: 'fr' }), corrected, { ...agreed, recordedAt: day('2026-06-02') }],
      'allow OK_CONSENT',
      ENDED,
    ],
    [
      'a sale, before a correction',
      [bought, corrected],
      'allow OK_SOFT_OPT_IN',
      'refuse SOFT_OPT_IN_INDIRECT_COLLECTION',
    ],
    ['a consent, before its person moved', [agreed, moved('2026-06-01', 0, 1)], 'allow OK_CONSENT', ENDED],
    ['a consent that an operator found to be none', [agreed, invalidation(day('2026-06-01'), 0)], ENDED, ENDED],
  ])('%s', async (_, acts, before, after) => {
    expect(await onDays(acts, '2026-05-31', '2026-06-01', '2026-06-03')).toEqual([before, after, after]);
  });
});

decided('what was done at a wrong address helps nobody who reads it', [
  [
    'a message that a stranger’s sale allowed asked for a consent',
    'refuse CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE',
    {
      addresses: TO_OLD,
      acts: [bought, consent(day('2026-05-20'), { drawnBy: 'message', confirmation: 'confirmed' }), corrected],
    },
  ],
  [
    'a message that a consent of who moved away allowed did, to the same person',
    'allow OK_CONSENT',
    {
      addresses: TO_OLD,
      acts: [
        ...[agreed, moved('2026-06-01', 0, 1)],
        { ...consent(day('2026-05-20'), { drawnBy: 'message' }), recordedAt: day('2026-06-02') },
      ],
    },
  ],
  [
    'a contract that runs keeps nothing of theirs alive',
    'refuse RETENTION_EXPIRED',
    {
      addresses: TO_OLD,
      message: { basis: 'consent' },
      acts: [
        ...[consent(day('2022-05-01'), { confirmation: 'confirmed' })],
        sale(day('2022-05-02'), {
          type: 'service-contract',
          relation: { state: 'running', shownBy: { contractReference: 'C-1' } },
        }),
        corrected,
      ],
    },
  ],
]);

const CHILD = { ageBand: 'under-15' };
const PRO: Fields = {
  kind: 'professional',
  organisation: { siren: COLLECTOR, legalForm: 'company' },
  profession: {
    function: 'buyer',
    source: { kind: 'data-subject', collectedAt: day('2026-04-01') },
    noticeGivenAt: day('2026-04-01'),
    refusalOfferedAt: day('2026-04-01'),
  },
};
const PARTNERS: Fields = {
  ...NEWSLETTER,
  purposes: ['partner-offers'],
  partnersNamed: [{ siren: PARTNER, name: 'P' }],
};
decided(
  'what is known of the human is known at the new address, and nothing of the former mailbox is (LIL 45, D1, D15)',
  [
    [
      'a child who agrees alone there',
      'refuse MINOR_CONSENT_INVALID',
      {
        addresses: TO_NEW,
        acts: [there(contact(day('2026-04-01'), CHILD)), moved('2026-05-01', 1, 0), consent(day('2026-06-01'))],
      },
    ],
    [
      'a child whose address the advertiser corrected',
      'refuse MINOR_CONSENT_INVALID',
      {
        addresses: TO_NEW,
        acts: [
          there(contact(day('2026-04-01'), CHILD)),
          moved('2026-05-01', 1, 0, 'advertiser'),
          consent(day('2026-06-01')),
        ],
      },
    ],
    [
      'who lives in Austria, and bought there',
      'refuse BASIS_NOT_AVAILABLE_FOR_CHANNEL',
      {
        addresses: TO_NEW,
        acts: [
          there(contact(day('2026-04-01'), { country: 'AT' })),
          moved('2026-06-01', 1, 0),
          sale(day('2026-06-02')),
        ],
      },
    ],
    [
      'what is declared at the new address is not replaced',
      'allow OK_SOFT_OPT_IN',
      {
        addresses: TO_NEW,
        acts: [
          there(contact(day('2026-04-01'), { country: 'AT' })),
          contact(day('2026-04-01'), { country: 'FR' }),
          moved('2026-06-01', 1, 0),
          sale(day('2026-06-02')),
        ],
      },
    ],
    [
      'a profession, at a private mailbox',
      'refuse CONSENT_WRONG_PURPOSE',
      {
        forms: { partners: PARTNERS },
        addresses: [NEW, { email: 'claire.d@bigcorp.example' }],
        message: { offerCategory: 'software' },
        acts: [
          there(contact(day('2026-04-02'), PRO)),
          there(consent(day('2026-05-01'), { purpose: 'partner-offers', form: { formId: 'partners', version: '1' } })),
          moved('2026-06-01', 1, 0),
        ],
      },
    ],
  ],
);

const linkedTo = (more: Fields = {}) => contact(day('2026-04-01'), { personRef: 'p', ...more });
const twoOf = [OLD, PHONE];
decided('what is known of the human is known at each contact of the person (LIL 45)', [
  [
    'a child, said at the telephone before the link',
    'refuse MINOR_CONSENT_INVALID',
    { addresses: twoOf, acts: [there(linkedTo(CHILD)), linkedTo(), consent(day('2026-06-01'))] },
  ],
  [
    'a child, said at the telephone with the link',
    'refuse MINOR_CONSENT_INVALID',
    { addresses: twoOf, acts: [linkedTo(), there(linkedTo(CHILD)), consent(day('2026-06-01'))] },
  ],
  [
    'a child, said later',
    'refuse MINOR_CONSENT_INVALID',
    {
      addresses: twoOf,
      acts: [
        linkedTo(),
        there(linkedTo()),
        consent(day('2026-06-01')),
        there(contact(day('2026-06-02'), { personRef: 'p', ...CHILD })),
      ],
    },
  ],
  [
    'who was a child, and is none: what they agree to since',
    'allow OK_CONSENT',
    {
      addresses: twoOf,
      acts: [
        linkedTo(CHILD),
        there(linkedTo()),
        there(contact(day('2026-06-02'), { personRef: 'p', ageBand: 'adult' })),
        consent(day('2026-07-01')),
      ],
    },
  ],
  [
    'who was a child: what they agreed to then',
    'refuse MINOR_CONSENT_INVALID',
    {
      addresses: twoOf,
      acts: [
        linkedTo(CHILD),
        there(linkedTo()),
        consent(day('2026-05-01')),
        there(contact(day('2026-06-02'), { personRef: 'p', ageBand: 'adult' })),
      ],
    },
  ],
  [
    'the profession stays with its address',
    'refuse CONSENT_MISSING',
    { addresses: twoOf, message: { offerCategory: 'software' }, acts: [linkedTo(), there(linkedTo(PRO))] },
  ],
]);

const stop = (date: string): Act => opposition(day(date), everything);
const inPerson = (date: string, more: Fields = {}): Act => contact(day(date), { personRef: 'p', ...more });
decided('what the person said before two addresses were known to be of one human (D1)', [
  ...(
    [
      ['the person', 'person', bought],
      ['the advertiser', 'advertiser', bought],
      ['the person, whose consent does not follow', 'person', consent(day('2026-04-15'))],
    ] as const
  ).map(
    ([who, madeBy, basis]): Case => [
      `to everything, at the address that they take: the change is made by ${who}`,
      'refuse OPPOSED_GLOBAL',
      { addresses: TO_OLD, acts: [basis, there(stop('2026-05-02')), moved('2026-06-01', 0, 1, madeBy)] },
    ],
  ),
  [
    'by a withdrawal, at the address that they take',
    'refuse OPPOSED_PURPOSE',
    {
      addresses: TO_OLD,
      acts: [bought, given, there(withdrawal(day('2026-05-10'), 1)), moved('2026-06-01', 0, 1)],
    },
  ],
  [
    'by a restriction, at the address that they take',
    'refuse USE_RESTRICTED',
    { addresses: TO_OLD, acts: [bought, there(french), restriction('2026-05-02', 1), moved('2026-06-01', 0, 1)] },
  ],
  [
    'two changes before: at the address that they take last',
    'refuse OPPOSED_GLOBAL',
    {
      addresses: [OLD, NEW, THIRD],
      acts: [bought, moved('2026-05-02', 0, 1), at(2, stop('2026-05-03')), moved('2026-06-01', 1, 2)],
    },
  ],
  [
    'a restriction, two changes before',
    'refuse USE_RESTRICTED',
    {
      addresses: [OLD, NEW, THIRD],
      acts: [
        ...[bought, at(2, french), moved('2026-05-02', 0, 1), restriction('2026-05-03', 2)],
        moved('2026-06-01', 1, 2),
      ],
    },
  ],
  [
    'at a former address: the one that they take has a later one',
    'refuse OPPOSED_GLOBAL',
    {
      addresses: [OLD, NEW, THIRD],
      acts: [
        bought,
        at(2, french),
        moved('2026-05-02', 1, 0),
        at(2, stop('2026-05-03')),
        moved('2026-06-01', 2, 1),
      ].toSpliced(2, 0, at(1, french)),
    },
  ],
  ...(['OPPOSED_GLOBAL', 'USE_RESTRICTED'] as const).flatMap((code): Case[] => {
    const act = code === 'OPPOSED_GLOBAL' ? at(2, stop('2026-05-03')) : restriction('2026-05-03', 2);
    return [
      [
        `${code}: the address after is linked to the person`,
        `refuse ${code}`,
        {
          addresses: [OLD, NEW, THIRD],
          acts: [bought, moved('2026-05-02', 0, 1), at(2, inPerson('2026-05-02')), act, there(inPerson('2026-06-01'))],
        },
      ],
      [
        `${code}: the address before is linked to the person`,
        `refuse ${code}`,
        {
          addresses: [NEW, OLD, THIRD],
          acts: [
            ...[bought, there(french), moved('2026-05-02', 1, 0), at(2, inPerson('2026-05-02')), act],
            there(inPerson('2026-06-01')),
          ],
        },
      ],
      [
        `${code}: said at the contact that is linked, for the addresses of the others`,
        `refuse ${code}`,
        {
          addresses: [OLD, NEW, THIRD],
          acts: [
            ...[bought, moved('2026-05-02', 0, 1), there(inPerson('2026-05-02')), at(2, french), act],
            at(2, inPerson('2026-06-01')),
          ],
        },
      ],
    ];
  }),
]);

const ALONE = 'refuse MINOR_CONSENT_INVALID';
const ADULT: Fields = { ageBand: 'adult' };
const at1 = (date: string, more: Fields): Act => there(contact(day(date), more));
decided('a child is known at every address, whenever and wherever it is said (LIL 45)', [
  [
    'at the former one, after the change',
    ALONE,
    {
      addresses: TO_NEW,
      acts: [there(french), moved('2026-05-01', 1, 0), at1('2026-05-02', CHILD), consent(day('2026-06-01'))],
    },
  ],
  [
    'at the new one, after the change, for the former one',
    ALONE,
    {
      addresses: TO_OLD,
      acts: [french, moved('2026-05-01', 0, 1), at1('2026-05-02', CHILD), consent(day('2026-06-01'))],
    },
  ],
  [
    'at another contact of the person, for an address before',
    ALONE,
    {
      addresses: [OLD, NEW, THIRD],
      acts: [
        ...[french, moved('2026-05-01', 0, 1), there(inPerson('2026-05-02'))],
        ...[at(2, inPerson('2026-05-03', CHILD)), consent(day('2026-06-01'))],
      ],
    },
  ],
  [
    'of two ages the younger, where one is linked',
    ALONE,
    {
      addresses: TO_OLD,
      acts: [
        ...[contact(day('2026-03-01'), ADULT), there(inPerson('2026-04-01', CHILD)), inPerson('2026-05-01')],
        consent(day('2026-06-01')),
      ],
    },
  ],
  [
    'but what is said with the link is said of both',
    'allow OK_CONSENT',
    {
      addresses: TO_OLD,
      acts: [there(inPerson('2026-04-01', CHILD)), inPerson('2026-05-01', ADULT), consent(day('2026-06-01'))],
    },
  ],
  [
    'of two ages the younger, where one is linked to an adult',
    ALONE,
    {
      addresses: TO_OLD,
      acts: [
        ...[inPerson('2026-03-01', ADULT), at1('2026-04-01', CHILD), there(inPerson('2026-05-01'))],
        consent(day('2026-06-01')),
      ],
    },
  ],
  ...([0, 1] as const).map(
    (to): Case => [
      `of two ages the younger, after a change of address${to === 0 ? '' : ', at the former one'}`,
      ALONE,
      {
        addresses: TO_NEW,
        acts: [
          ...[contact(day('2026-03-01'), ADULT), at1('2026-04-01', CHILD)],
          ...[moved('2026-05-01', 1 - to, to), consent(day('2026-06-01'))],
        ],
      },
    ],
  ),
]);

test.each([
  ['of before, told in time', true, []],
  ['taken since, though its person was told in time', false, [moved('2026-09-01', 0, 1)]],
])('D11: opens may be counted at an address %s', async (_, may, then) => {
  const told = { trackingNotice: { givenAt: day('2026-05-01'), evidence: { sha256: PROOF.sha256 } } };
  const acts = [consent(day('2025-05-01')), contact(day('2026-05-02'), told)];
  const here =
    then.length === 0
      ? acts
      : [...acts.map(there), ...then.map((act) => ({ ...act, address: 1, body: { ...act.body, to: 0 } }))];
  const also = then.length === 0 ? [] : [contact(day('2026-07-01'), told)];
  const made = world({
    advertiser: { contact: { email: 'bonjour@alba.example' }, privacyNoticeUrl: 'https://alba.example/p' },
    addresses: TO_NEW,
    acts: [...here, ...also],
  });
  expect(mayTrackOpens(await (await build(made)).request(), RULEBOOK)).toBe(may);
});
