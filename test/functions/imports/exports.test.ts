import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aWorldOfImports, SHEET } from './imports-world.ts';

const exported = (name: string): Buffer => readFileSync(`test/fixtures/exports/${name}`);
const SHEET_OF_TOOL = { ...SHEET, zone: undefined, forms: [{ formId: 'newsletter', version: '3' }] };

/** What goes to a telephone as a text does. */
const TEXTS = ['sms', 'mms', 'rcs'];

/** What an export says, by hand: whom each of its rows makes an opposition or a failure of, and what is refused. */
type Case = readonly [
  file: string,
  asked: { readonly layout: string; readonly rows: string; readonly by: 'email' | 'phone' },
  opposed: Readonly<
    Record<string, { readonly channels?: readonly string[]; readonly at?: string; readonly via?: string }>
  >,
  failed: Readonly<Record<string, string>>,
  reported: readonly string[],
];

const CASES: readonly Case[] = [
  [
    'brevo-contacts.csv',
    { layout: 'brevo', rows: 'oppositions', by: 'email' },
    { 'camille.martin@example.com': { channels: ['email'] }, 'zoe.petit@example.com': { channels: ['email'] } },
    {},
    ['3,7,no-opposition', '5,2,cell-empty', '6,2,not-an-email'],
  ],
  [
    'brevo-contacts.csv',
    { layout: 'brevo', rows: 'oppositions', by: 'phone' },
    { '+33698765432': { channels: TEXTS }, '+33600000001': { channels: TEXTS } },
    {},
    ['2,7,no-opposition', '3,5,cell-empty', '6,5,cell-empty'],
  ],
  [
    'mailchimp-unsubscribed.csv',
    { layout: 'mailchimp', rows: 'oppositions', by: 'email' },
    {
      'camille.martin@example.com': { channels: ['email'], at: '2026-10-02T07:01:44.000Z' },
      'alix.robin@example.com': {},
    },
    {},
    [],
  ],
  [
    'mailchimp-cleaned.csv',
    { layout: 'mailchimp', rows: 'bounces-and-complaints', by: 'email' },
    {},
    { 'gone@example.com': 'permanent' },
    [],
  ],
  [
    'hubspot-unsubscribes-and-bounces.csv',
    { layout: 'hubspot', rows: 'oppositions', by: 'email' },
    {
      'camille.martin@example.com': { channels: ['email'] },
      'alix.robin@example.com': { channels: ['email'] },
      'zoe.petit@example.com': { channels: ['email'], via: 'complaint' },
    },
    {},
    ['5,3,no-opposition'],
  ],
  [
    'hubspot-unsubscribes-and-bounces.csv',
    { layout: 'hubspot', rows: 'bounces-and-complaints', by: 'email' },
    { 'zoe.petit@example.com': { via: 'complaint' } },
    { 'gone@example.com': 'permanent' },
    ['2,2,no-bounce', '3,2,no-bounce'],
  ],
  [
    'hubspot-contacts.csv',
    { layout: 'hubspot', rows: 'oppositions', by: 'email' },
    { 'camille.martin@example.com': { channels: ['email'] } },
    {},
    ['3,6,no-opposition', '4,6,no-opposition'],
  ],
  [
    'mautic-do-not-contact.csv',
    { layout: 'mautic', rows: 'oppositions', by: 'email' },
    {
      'camille.martin@example.com': { channels: ['email'], at: '2026-05-04T08:00:00.000Z' },
      'alix.robin@example.com': { channels: ['email'], at: '2026-06-04T08:00:00.000Z' },
    },
    {},
    ['4,4,no-opposition', '5,4,no-opposition'],
  ],
  [
    'mautic-do-not-contact.csv',
    { layout: 'mautic', rows: 'oppositions', by: 'phone' },
    { '+33698765432': { channels: TEXTS, at: '2026-08-04T08:00:00.000Z' } },
    {},
    ['2,4,no-opposition', '3,2,cell-empty', '4,2,cell-empty'],
  ],
  [
    'pinpoint-endpoints.csv',
    { layout: 'pinpoint-endpoints', rows: 'oppositions', by: 'email' },
    { 'camille.martin@example.com': { channels: ['email'] } },
    {},
    ['3,5,no-opposition', '4,3,not-an-email', '5,5,no-opposition', '6,3,not-an-email'],
  ],
  [
    'pinpoint-endpoints.csv',
    { layout: 'pinpoint-endpoints', rows: 'oppositions', by: 'phone' },
    { '+33612345678': { channels: TEXTS }, '+33698765432': {} },
    {},
    ['2,3,not-a-phone', '3,5,no-opposition', '5,5,no-opposition'],
  ],
  [
    'pinpoint-endpoints.csv',
    { layout: 'pinpoint-endpoints', rows: 'bounces-and-complaints', by: 'email' },
    {},
    { 'gone@example.com': 'blocked' },
    ['2,4,no-bounce', '3,4,no-bounce', '4,4,no-bounce', '6,4,no-bounce'],
  ],
  ...['ses-suppressions.csv', 'ses-suppressions.txt'].map(
    (file): Case => [
      file,
      { layout: 'ses-suppressions', rows: 'bounces-and-complaints', by: 'email' },
      { 'camille.martin@example.com': { channels: ['email'], at: '2020-04-10T21:03:05.000Z', via: 'complaint' } },
      { 'gone@example.com': 'permanent' },
      [],
    ],
  ),
  [
    'sns-opted-out.txt',
    { layout: 'sns-opt-outs', rows: 'oppositions', by: 'phone' },
    { '+33612345678': { channels: TEXTS }, '+33698765432': { channels: TEXTS } },
    {},
    [],
  ],
  [
    'end-user-messaging-opted-out.txt',
    { layout: 'sns-opt-outs', rows: 'oppositions', by: 'phone' },
    {
      '+33612345678': { channels: TEXTS, at: '2026-04-10T21:03:05.000Z' },
      '+33698765432': { channels: TEXTS, at: '2026-04-11T21:03:05.000Z' },
    },
    {},
    [],
  ],
];

test.each(CASES)('%s, asked for as %o, says what it says', async (file, asked, opposed, failed, reported) => {
  const world = await aWorldOfImports();
  const check = await world.check(exported(file), { ...asked, provenance: SHEET_OF_TOOL });
  expect(check.state).toBe('finished');
  expect(await world.reported(check)).toEqual(reported);
  const commit = await world.commit(check);
  expect(commit.rows).toEqual(check.rows);
  expect(commit.rows.accepted).toBe(Object.keys(opposed).length + Object.keys(failed).length);
  for (const [address, { channels, at, via }] of Object.entries(opposed)) {
    const { oppositions } = await world.known({ [asked.by]: address });
    expect(oppositions).toMatchObject([
      {
        ...(channels && { of: { scope: 'channel', channels } }),
        ...(at && { occurredAt: at }),
        ...(via && { via }),
      },
    ]);
  }
  for (const [address, kind] of Object.entries(failed))
    expect((await world.known({ [asked.by]: address })).deliveryFailures).toMatchObject([{ kind }]);
});

test('D10: of who is subscribed at Mailchimp only those whose own act is recorded have agreed', async () => {
  const world = await aWorldOfImports();
  const asked = { layout: 'mailchimp', rows: 'consents', by: 'email', provenance: SHEET_OF_TOOL };
  const check = await world.check(exported('mailchimp-subscribed.csv'), asked);
  expect(await world.reported(check)).toEqual(['3,5,time-missing', '4,6,evidence-missing']);
  await world.commit(check);
  const { consents } = await world.known({ email: 'zoe.petit@example.com' });
  expect(consents).toMatchObject([
    {
      ...{ channels: ['email'], givenAt: '2026-11-20T17:30:00.000Z', confirmation: 'confirmed' },
      proof: { sha256: check.import.sha256, mediaType: 'text/csv' },
    },
  ]);
});

test('D10: who is subscribed at a tool that records no act has agreed to nothing, and the report says where to ask', async () => {
  const world = await aWorldOfImports();
  const asked = { layout: 'brevo', rows: 'consents', by: 'email', provenance: SHEET_OF_TOOL };
  const check = await world.check(exported('brevo-contacts.csv'), asked);
  expect(check.rows).toMatchObject({ accepted: 0, rejectedBy: { 'time-missing': 3 } });
});

test.each([
  ['mailchimp-subscribed.csv', { layout: 'mailchimp', rows: 'oppositions', by: 'email' }],
  ['mailchimp-unsubscribed.csv', { layout: 'brevo', rows: 'oppositions', by: 'email' }],
  ['hubspot-contacts.csv', { layout: 'pinpoint-endpoints', rows: 'oppositions', by: 'email' }],
])('another file than the one that was named is not read: %s as %o', async (file, asked) => {
  const world = await aWorldOfImports();
  expect(await world.check(exported(file), asked)).toMatchObject({ state: 'failed', fault: 'heading-missing' });
});

test('rows that an export has not, or not by this address, are refused', async () => {
  const world = await aWorldOfImports();
  const refused = { layout: 'ses-suppressions', rows: 'consents', by: 'email' };
  await expect(world.check(exported('ses-suppressions.csv'), refused)).rejects.toThrow('answered 422');
  const byPhone = { layout: 'mailchimp', rows: 'oppositions', by: 'phone' };
  await expect(world.check(exported('mailchimp-unsubscribed.csv'), byPhone)).rejects.toThrow('answered 422');
});
