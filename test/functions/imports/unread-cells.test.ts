import { describe, expect, test } from 'vitest';
import { lostIn } from '#shared/app/imports/lost-cells.ts';
import { aWorldOfImports } from './imports-world.ts';

const A = 'a@example.com';

/** What a row says beside its address, by hand, and which of its cells is named. */
const CELLS: readonly (readonly [heading: string, cell: string, named: string | undefined])[] = [
  ['occurredAt', '01/03/2024', undefined],
  ['occurredAt', '1/3/2024', undefined],
  ['occurredAt', '45352', undefined],
  ['occurredAt', '', undefined],
  ['occurredAt', '01/03/24', 'date-not-read'],
  ['occurredAt', '43000', 'date-not-read'],
  ['occurredAt', '3/25/2024', 'date-not-read'],
  ['occurredAt', 'mars 2024', 'date-not-read'],
  ['occurredAt', '2099-01-01', 'date-not-read'],
  ['via', 'shop', undefined],
  ['via', 'Boutique', 'cell-not-read'],
  ['channels', 'sms', undefined],
  ['channels', 'courriel', 'cell-not-read'],
  ['purpose', 'own-offers', undefined],
  ['purpose', 'promotions', 'cell-not-read'],
  ['receivedBy', 'x'.repeat(121), 'cell-not-read'],
  ['fromPartner', '123', 'cell-not-read'],
  ['evidenceSha256', 'f'.repeat(64), undefined],
  ['evidenceSha256', 'abc', 'cell-not-read'],
  ['evidenceReference', 'AR 2C 123', 'cell-not-read'],
];

describe('P2: an opposition is recorded whatever of its row cannot be read, and the check and the report name the cell', () => {
  test.each(CELLS)('%s: %s: %s', async (heading, cell, named) => {
    const world = await aWorldOfImports();
    const check = await world.check(`${heading};email\n${cell};${A}\n`);
    const commit = await world.commit(check);
    const rows = { accepted: 1, rejected: 0, ...(named && { doubtful: 1 }) };
    for (const job of [check, commit]) {
      expect(job.rows).toMatchObject(rows);
      expect(job.rows.doubtful).toBe(named && 1);
      expect(await world.reported(job)).toEqual(named === undefined ? [] : [`2,1,${named}`]);
    }
    expect((await world.known({ email: A })).oppositions).toHaveLength(1);
  });

  test('each cell of a row is named, and the row is counted once', async () => {
    const world = await aWorldOfImports();
    const file = `email;channels;via;occurredAt\n${A};courriel;Boutique;01/03/24\nb@example.com;;shop;1/3/2024\n`;
    const check = await world.check(file);
    expect(check.rows).toMatchObject({ accepted: 2, doubtful: 1 });
    expect(await world.reported(check)).toEqual(['2,4,date-not-read', '2,2,cell-not-read', '2,3,cell-not-read']);
  });

  test.each(['complaint', 'hard'])('a date of a %s that cannot be read is named', async (reason) => {
    const world = await aWorldOfImports();
    const asked = { rows: 'bounces-and-complaints' };
    const check = await world.check(
      `email;reason;occurredAt\n${A};${reason};01/03/24\nb@example.com;${reason};1/3/2024\n`,
      asked,
    );
    expect(check.rows).toMatchObject({ accepted: 2, doubtful: 1 });
    expect(await world.reported(await world.commit(check))).toEqual(['2,3,date-not-read']);
  });

  test('so is one of a fingerprint', async () => {
    const world = await aWorldOfImports();
    const file = `fingerprint,via,occurredAt\n${'a'.repeat(64)},shop,01/03/24\n${'b'.repeat(64)},Boutique,1/3/2024\n`;
    const check = await world.check(file, {
      rows: 'opposition-fingerprints',
      sharedKey: '5a'.repeat(32),
    });
    expect(check.rows).toMatchObject({ accepted: 2, doubtful: 2 });
    expect(await world.reported(check)).toEqual(['2,3,date-not-read', '3,2,cell-not-read']);
  });

  test('what is refused for its date is named for that, and in no doubt', async () => {
    const world = await aWorldOfImports();
    const file = 'email,act,occurredAt\na@example.com,login,01/03/24\nb@example.com,login,1/3/2024\n';
    const check = await world.check(file, { rows: 'activities' });
    expect(check.rows).toMatchObject({ accepted: 1, rejected: 1 });
    expect(await world.reported(check)).toEqual(['2,3,not-a-time']);
  });

  test('an opposition of a day that was read yields to a consent that followed it; one that was not read does not', async () => {
    const world = await aWorldOfImports();
    await world.commit(await world.check(`email;occurredAt\n${A};1/3/2024\nb@example.com;01/03/24\n`));
    const [read, unread] = await Promise.all([A, 'b@example.com'].map((email) => world.known({ email })));
    expect(read.oppositions[0].occurredAt).toBe('2024-03-01T22:59:59.999Z');
    expect(unread.oppositions[0].occurredAt > '2026').toBe(true);
  });

  test('dates that are others in the order of America are named where one of the file fits that order alone', async () => {
    const world = await aWorldOfImports();
    const file = `email;occurredAt\n${A};12/3/2024\nb@example.com;3/25/2024\nc@example.com;25/3/2024\nd@example.com;5/5/2024\n`;
    const check = await world.check(file);
    expect(check.rows).toMatchObject({ accepted: 4, doubtful: 2 });
    const commit = await world.commit(check);
    expect(await world.reported(commit)).toEqual(['2,2,date-not-read', '3,2,date-not-read']);
    const [unsure, read] = await Promise.all([A, 'c@example.com'].map((email) => world.known({ email })));
    expect(unsure.oppositions[0].occurredAt > '2026').toBe(true);
    expect(read.oppositions[0].occurredAt).toBe('2024-03-25T22:59:59.999Z');
  });

  test('such dates are refused where the row is no opposition, and read where no date fits that order alone', async () => {
    const world = await aWorldOfImports();
    const rows = (last: string) => `email,act,occurredAt\na@example.com,login,3/12/2024\nb@example.com,login,${last}\n`;
    const american = await world.check(rows('3/25/2024'), { rows: 'activities' });
    expect(await world.reported(american)).toEqual(['2,3,not-a-time', '3,3,not-a-time']);
    const french = await world.check(rows('25/3/2024'), { rows: 'activities' });
    expect(french.rows).toMatchObject({ accepted: 2, rejected: 0 });
  });

  test('so are those of fingerprints', async () => {
    const world = await aWorldOfImports();
    const file = `fingerprint,occurredAt\n${'a'.repeat(64)},12/3/2024\n${'b'.repeat(64)},3/25/2024\n`;
    const check = await world.check(file, { rows: 'opposition-fingerprints', sharedKey: '5a'.repeat(32) });
    expect(await world.reported(check)).toEqual(['2,2,date-not-read', '3,2,date-not-read']);
  });

  test('a row whose form is at fault is recorded, and the cell where its rest is lost is named', async () => {
    const world = await aWorldOfImports();
    const check = await world.check(`email;via;occurredAt\n${A};shop;1/3/2024\nb@example.com;"sho;1/3/2024\n`);
    expect(check.rows).toMatchObject({ accepted: 2, rejected: 0, doubtful: 1 });
    const commit = await world.commit(check);
    expect(commit.rows).toMatchObject({ accepted: 2, rejected: 0, doubtful: 1 });
    expect(await world.reported(commit)).toEqual(['3,2,quote-not-closed', '3,3,cell-not-read']);
    expect((await world.known({ email: 'b@example.com' })).oppositions).toHaveLength(1);
  });

  test('so is that of a fingerprint', async () => {
    const world = await aWorldOfImports();
    const file = `fingerprint,via,occurredAt\n${'a'.repeat(64)},shop,1/3/2024\n${'b'.repeat(64)},shop,"2024-03-01\n`;
    const check = await world.check(file, { rows: 'opposition-fingerprints', sharedKey: '5a'.repeat(32) });
    expect(check.rows).toMatchObject({ accepted: 2, rejected: 0, doubtful: 1 });
    expect(await world.reported(check)).toEqual(['3,3,quote-not-closed']);
  });

  test('a fault before a fingerprint, or in its cell, is named as such', async () => {
    const world = await aWorldOfImports();
    const asked = { rows: 'opposition-fingerprints', sharedKey: '5a'.repeat(32) };
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
    const before = await world.check(`via,fingerprint\nshop,${a}\n"sho,${b}\n`, asked);
    expect(await world.reported(before)).toEqual(['3,1,quote-not-closed']);
    const within = await world.check(`fingerprint,via\n"${a},shop\n${b},shop\n,shop\n`, asked);
    expect(await world.reported(within)).toEqual(['2,1,quote-not-closed', '4,1,cell-empty']);
    expect(within.rows).toMatchObject({ accepted: 1, rejected: 2 });
  });

  test.each(['complaint', 'hard'])('a %s whose row is at fault behind it is recorded', async (reason) => {
    const world = await aWorldOfImports();
    const asked = { rows: 'bounces-and-complaints' };
    const check = await world.check(
      `email;reason;occurredAt\nb@example.com;${reason}\n${A};${reason};"2024-01-01\n`,
      asked,
    );
    expect(check.rows).toMatchObject({ accepted: 2, rejected: 0, doubtful: 1 });
    const commit = await world.commit(check);
    expect(commit.rows).toEqual(check.rows);
    expect(await world.reported(commit)).toEqual(['3,3,quote-not-closed']);
    const lost = await world.check(`email;reason;occurredAt\nc@example.com;"${reason};2024-01-01\n`, asked);
    expect(await world.reported(lost)).toEqual(['2,2,quote-not-closed']);
    expect(lost.rows).toMatchObject({ accepted: 0, rejected: 1 });
    if (reason !== 'complaint') return;
    for (const email of [A, 'b@example.com']) expect((await world.known({ email })).oppositions).toHaveLength(1);
  });

  test('rows that an open quote takes into a cell, up to a quote far behind, are recorded, and the cell is named', async () => {
    const world = await aWorldOfImports();
    const file = `Email Address,First Name,Last Name,UNSUB_TIME\n${A},"Anne,Dupont,2024-01-01 10:00:00\nb@example.com,Paul,Chambre 12",2024-01-02 10:00:00\nc@example.com,x,y,2024-01-02 10:00:00\n`;
    const check = await world.check(file, { layout: 'mailchimp' });
    const commit = await world.commit(check);
    for (const job of [check, commit]) {
      expect(job.rows).toMatchObject({ read: 3, accepted: 3, rejected: 0, doubtful: 2 });
      expect(await world.reported(job)).toEqual(['2,2,quote-not-closed', '2,4,cell-not-read', '3,1,quote-not-closed']);
    }
    const known = await Promise.all([A, 'b@example.com', 'c@example.com'].map((email) => world.known({ email })));
    expect(known.map(({ oppositions }) => oppositions.length)).toEqual([1, 1, 1]);
    expect(known[1].oppositions[0].occurredAt).toMatch(/^2024-01-02/);
  });

  test.each([
    ['fingerprints', `via,fingerprint\n"sho,${'a'.repeat(64)}\nshop,${'b'.repeat(64)}",x\n`, 1],
    ['several rows', `email;via;receivedBy\n${A};shop;"Dupont\nb@example.com;shop;Martin\nc@example.com;shop;"\n`, 3],
    ['numbers', `phone;via;receivedBy\n+33639980001;shop;"Dupont\n0639980002;shop;Mar"\n06 39 98 00 03;shop;x\n`, 3],
  ])('so are %s', async (kind, file, accepted) => {
    const world = await aWorldOfImports();
    const asked = {
      fingerprints: { rows: 'opposition-fingerprints', sharedKey: '5a'.repeat(32) },
      numbers: { by: 'phone' },
    };
    const check = await world.check(file, kind in asked ? asked[kind as keyof typeof asked] : {});
    expect(check.rows).toMatchObject({ accepted });
    expect((await world.reported(check))[0]).toMatch(/^2,\d,quote-not-closed$/);
  });

  test('what is read so opposes alone: a sale beside a refusal is none, and no consent or act is recorded', async () => {
    const world = await aWorldOfImports();
    const sales = `email;refused;reference;type;soldAt;categories\n${A};no;"A1;order;2026-11-02;wine\nb@example.com;yes;A2;order;2026-11-02;wine\nc@example.com;no;A3;order;2026-11-02;wine"\n`;
    const commit = await world.commit(await world.check(sales, { rows: 'sales' }));
    expect(commit.rows).toMatchObject({ accepted: 0, rejected: 3 });
    expect(await world.reported(commit)).toEqual(['2,3', '3,1', '4,1'].map((at) => `${at},quote-not-closed`));
    expect(await world.known({ email: 'b@example.com' })).toMatchObject({ sales: [], oppositions: [{}] });
    const acts = `email,act,note,occurredAt\n${A},login,"x,2024-01-01\nb@example.com,login,y,2024-01-01",2024-01-02\n`;
    const check = await world.check(acts.replace(',note', ',ip').replace('ip', 'source'), { rows: 'activities' });
    expect(check.rows).toMatchObject({ accepted: 0 });
  });

  test('a note of several lines is a note, also with an address among its words or alone on its line', async () => {
    const world = await aWorldOfImports();
    const file = `Email Address,Notes,UNSUB_TIME\n${A},"Mme Petit\nau comptoir, voir b@example.com",2024-01-01 10:00:00\nc@example.com,"Dupont\nd@example.com",2024-01-01 10:00:00\n`;
    const check = await world.check(file, { layout: 'mailchimp' });
    expect(check.rows).toMatchObject({ read: 2, accepted: 2, rejected: 0 });
    expect(await world.reported(check)).toEqual([]);
  });

  test.each([
    ['Attention, ne pas confondre avec :\nclient.fidele@example.com, qui reste inscrit', ['client.fidele@example.com']],
    ['Demande transmise par\nanne@example.com, paul@example.com', ['anne@example.com', 'paul@example.com']],
    ['Please remove me.\nAnne, Alba Ltd, anne@alba.example', ['anne@alba.example']],
  ])('the note %j opposes nobody else, and its row keeps its date', async (note, others) => {
    const world = await aWorldOfImports();
    const file = `Email Address,Notes,UNSUB_TIME\nb@example.com,"${note}",2024-01-02 10:00:00\n`;
    const commit = await world.commit(await world.check(file, { layout: 'mailchimp' }));
    expect(commit.rows).toMatchObject({ read: 1, accepted: 1, rejected: 0 });
    expect(await world.reported(commit)).toEqual([]);
    expect((await world.known({ email: 'b@example.com' })).oppositions[0].occurredAt).toMatch(/^2024-01-02/);
    for (const email of others) expect(await world.known({ email })).toBeUndefined();
  });

  test('characters that are in another encoding are named once, for what they are', () => {
    const bad = [{ index: 1, code: 'unreadable-characters' } as const, { index: 2, code: 'cell-missing' } as const];
    expect(lostIn({ line: 3, cells: [A, '', ''], columns: [1, 4, 5], bad })).toEqual([
      { column: 4, code: 'unreadable-characters' },
    ]);
  });

  test('a shorter row, and a fault in a column of no meaning, lose nothing and are in no doubt', async () => {
    const world = await aWorldOfImports();
    const check = await world.check(`email;via;occurredAt\n${A};shop\nb@example.com;shop;1/3/2024;"open\n`);
    expect(check.rows).toMatchObject({ accepted: 2, rejected: 0 });
    expect(check.rows.doubtful).toBeUndefined();
    expect(await world.reported(check)).toEqual([]);
  });
});
