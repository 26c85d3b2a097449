import { describe, expect, test } from 'vitest';

import {
  annulment,
  consent,
  contact,
  email,
  everything,
  invalidation,
  NEWSLETTER,
  opposition,
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
