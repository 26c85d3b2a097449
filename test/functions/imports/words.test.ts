import { describe, expect, test } from 'vitest';
import { aWorldOfImports } from './imports-world.ts';

const A = 'a@example.com';
type Said = 'opposes' | 'opposes, and is named' | 'says nothing';
/** What a row says, by hand; of each tool a word that it documents, one that says no, and one that nobody knows. */
const CASES: readonly (readonly [layout: string, heading: string, cells: string, Said])[] = [
  ['brevo', 'EMAIL,_BLOCKLISTED', 'email_marketing', 'opposes'],
  ['brevo', 'EMAIL,_BLOCKLISTED', '"sms_marketing,transactional"', 'opposes, and is named'],
  ['brevo', 'EMAIL,_BLOCKLISTED', 'Vrai', 'opposes'],
  ['brevo', 'EMAIL,_BLOCKLISTED', 'Ja', 'opposes, and is named'],
  ['brevo', 'EMAIL,_BLOCKLISTED', 'sms_marketing', 'says nothing'],
  ['brevo', 'EMAIL,_BLOCKLISTED', 'faux', 'says nothing'],
  ['hubspot', 'Email,Unsubscribed from all email', 'Ja', 'opposes, and is named'],
  ['hubspot', 'Email,Unsubscribed from all email,Marketing Information', 'No,Opted out', 'opposes, and is named'],
  ['hubspot', 'Email,Unsubscribed from all email,Marketing Information', 'Yes,Opted out', 'opposes'],
  ['hubspot', 'Email,Unsubscribed from all email', 'Non', 'says nothing'],
  ['mautic', 'email,channel,reason', 'email,7', 'opposes, and is named'],
  ['mautic', 'email,channel,reason', 'courriel,1', 'opposes, and is named'],
  ['mautic', 'email,channel,reason', 'Email,1', 'opposes'],
  ['mautic', 'email,channel,reason', 'sms,1', 'says nothing'],
  ['mautic', 'email,channel,reason', 'email,0', 'says nothing'],
  ['mautic', 'email,doNotEmail', 'sí', 'opposes, and is named'],
  ['pinpoint-endpoints', 'Address,OptOut,ChannelType', 'MARKETING,EMAIL', 'opposes, and is named'],
  ['pinpoint-endpoints', 'Address,OptOut,ChannelType', 'NONE,EMAIL', 'says nothing'],
];

describe('P2: a word that is not known opposes, and the report names its row', () => {
  test.each(CASES)('%s: %s: %s %s', async (layout, heading, cells, said) => {
    const world = await aWorldOfImports();
    const check = await world.check(`${heading}\n${A},${cells}\n`, { layout });
    const commit = await world.commit(check);
    expect(commit.rows).toEqual(check.rows);
    const opposes = said !== 'says nothing';
    expect((await world.known({ email: A }))?.oppositions ?? []).toHaveLength(opposes ? 1 : 0);
    expect(commit.rows).toMatchObject({ accepted: opposes ? 1 : 0, rejected: opposes ? 0 : 1 });
    expect(commit.rows.doubtful).toBe(said === 'opposes, and is named' ? 1 : undefined);
    const codes = (await world.reported(commit)).map((line) => line.split(',').at(-1));
    expect(codes).toEqual(
      { opposes: [], 'opposes, and is named': ['word-not-understood'], 'says nothing': ['no-opposition'] }[said],
    );
  });
});

test.each([
  ['06 12 34 56 78', '+33612345678'],
  ['612345678', '+33612345678'],
  ['33 6 12 34 56 78', '+33612345678'],
  ['0690.12.34.56', '+590690123456'],
  ['+44 7911 123456', '+447911123456'],
])('D15: an opposition, a complaint and a refusal of %s are of %s', async (written, phone) => {
  for (const [rows, file] of [
    ['oppositions', `phone\n${written}\n`],
    ['bounces-and-complaints', `phone;reason\n${written};complaint\n`],
    ['sales', `phone;reference;type;soldAt;categories;refused\n${written};A1;order;2026-11-02;wine;sms\n`],
  ] as const) {
    const world = await aWorldOfImports();
    await world.commit(await world.check(file, { rows, by: 'phone' }));
    expect((await world.known({ phone })).oppositions, rows).toHaveLength(1);
  }
});

test('a row that could let something be sent names the country of its number, or its sheet does', async () => {
  const world = await aWorldOfImports();
  const asked = { rows: 'activities', by: 'phone' };
  const file = 'phone,act,occurredAt\n06 12 34 56 78,login,2026-11-01\n';
  const refused = await world.check(file, asked);
  expect(await world.reported(refused)).toEqual(['2,1,not-a-phone']);
  const provenance = { ...refused.import.provenance, country: 'FR' };
  expect((await world.check(file, { ...asked, provenance })).rows).toMatchObject({ accepted: 1 });
});

test.each([
  ['550 5.1.1 <a@example.com> unknown', '5.1.1'],
  ['a@example.com does not exist', 'permanent'],
  ['mailbox full', 'MailboxFull'],
  ['host 5.1.1.1 refused', 'permanent'],
  ['550', '550'],
])('P7: of what a tool called a bounce only a code is kept, and no address: %s', async (written, code) => {
  const world = await aWorldOfImports();
  await world.commit(
    await world.check(`email;reason;code\n${A};hard;${written}\n`, { rows: 'bounces-and-complaints' }),
  );
  const { contactId } = await world.known({ email: A });
  const { body } = await world.call('show-timeline', { path: { contactId } });
  expect(JSON.stringify(body)).toContain(`"code":"${code}"`);
});
