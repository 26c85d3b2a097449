import { expect, test } from 'vitest';
import { aWorldOfImports, SHEET } from './imports-world.ts';

const ZOE = 'zoe@example.com';
const textOf = async ({ reportUrl }: { readonly reportUrl: string }) => (await fetch(reportUrl)).text();

test.each(['refusal', 'refusé', 'Refus', 'cancelled at'])(
  'P2: sales under a heading that is not ours are refused whole, and the report says where: %s',
  async (heading) => {
    const world = await aWorldOfImports();
    const file = `email;reference;type;soldAt;categories;${heading}\n${ZOE};A1;order;2026-11-02;wine;yes\n`;
    const check = await world.check(file, { rows: 'sales' });
    expect(check).toMatchObject({ state: 'failed', fault: 'heading-unknown', rows: { read: 0 } });
    expect(await world.reported(check)).toEqual(['1,6,heading-unknown']);
    const text = await textOf(check);
    expect(text).toContain(heading === 'cancelled at' ? 'The nearest is cancelledAt.' : 'The nearest is refused.');
    expect(text).not.toContain(heading === 'Refus' ? 'Refus.' : `"${heading}`);
    expect((await world.call('commit-import', { path: { jobId: check.jobId } })).status).toBe(409);
  },
);

test('a refusal that is in two columns, and a column without a heading, are refused', async () => {
  const world = await aWorldOfImports();
  const file = `\nemail;refused;reference;REFUSED;;type;soldAt\n${ZOE};no;A1;yes;yes;order;2026-11-02\n`;
  const check = await world.check(file, { rows: 'sales' });
  expect(check).toMatchObject({ state: 'failed', fault: 'heading-unknown' });
  expect(await world.reported(check)).toEqual(['2,4,heading-twice', '2,5,heading-unknown']);
});

test('a file with both addresses is read by one, and the answer says that the other was passed over', async () => {
  const world = await aWorldOfImports();
  const check = await world.check(`channels;phone;email\nemail;+33612345678;${ZOE}\n`);
  expect(check).toMatchObject({
    state: 'finished',
    import: {
      columnsRead: [
        { column: 3, as: 'address' },
        { column: 1, as: 'channels' },
      ],
      columnsIgnored: [2],
    },
  });
});

test('of a tool’s export the answer says which columns were read, and which were not', async () => {
  const world = await aWorldOfImports();
  const file = `EMAIL;reference;type;soldAt;categories;refusal;refused\n${ZOE};A1;order;2026-11-02;wine;yes;\n`;
  const check = await world.check(file, { rows: 'sales', layout: 'brevo', provenance: SHEET });
  expect(check.import.columnsRead).toContainEqual({ column: 7, as: 'refused' });
  expect(check.import.columnsIgnored).toEqual([6]);
  const bare = await world.check('+33612345678\n', { layout: 'sns-opt-outs', by: 'phone' });
  expect(bare).toMatchObject({ state: 'finished', import: { columnsIgnored: [] } });
});
