import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spotHitStopsOf } from '#shared/adapters/spot-hit/stops.ts';
import { type Serving, serving } from '#test/support/http/serving.ts';

/** What is read of the list of STOP of Spot-Hit, in whatever form it writes numbers and days. */
let server: Serving;
let body = '';
beforeAll(async () => {
  server = await serving((_request, response) => response.end(body));
});
afterAll(() => server.close());

const read = (said: unknown) => {
  body = JSON.stringify(said);
  return spotHitStopsOf({ url: server.url, apiKey: async () => 'k', channel: 'mms' }).all();
};
const phone = '+33639980001';
const at = (instant: string) => ({ from: instant, until: instant });

describe('the day of a row', () => {
  test.each([
    ['seconds', '1795518000', at('2026-11-24T11:00:00.000Z')],
    ['an offset', '2026-11-24T09:00:00+01:00', at('2026-11-24T08:00:00.000Z')],
    ['an offset without its colon', '2026-11-24 09:00:00 +0100', at('2026-11-24T08:00:00.000Z')],
    ['UTC', '2026-11-24T09:00:00.250Z', at('2026-11-24T09:00:00.000Z')],
    [
      'no zone: in France one or two hours earlier',
      '24/11/2026 09:00:00',
      { from: '2026-11-24T07:00:00.000Z', until: '2026-11-24T09:00:00.000Z' },
    ],
    ['a minute', '2026-11-24 09:00Z', { from: '2026-11-24T09:00:00.000Z', until: '2026-11-24T09:00:59.000Z' }],
    ['a day alone', '2026-11-24', { from: '2026-11-23T22:00:00.000Z', until: '2026-11-24T23:59:59.000Z' }],
    [
      'a day as France writes it',
      '24/11/2026',
      { from: '2026-11-23T22:00:00.000Z', until: '2026-11-24T23:59:59.000Z' },
    ],
  ])('is read from %s', async (_, date_envoi, asked) => {
    expect(await read([{ numero: phone, date_envoi }])).toEqual({ stops: [{ phone, asked }], unreadable: 0 });
  });

  test.each(['', 'hier', '31/31/2026'])('is none where it says %j', async (date) => {
    expect(await read([{ numero: phone, date }])).toEqual({ stops: [{ phone }], unreadable: 0 });
  });
});

describe('a number', () => {
  test.each(['33639980001', '+33639980001', '0033639980001', '+33 (0)6 39 98 00 01', '06.39.98.00.01', 33_639_980_001])(
    'is read from %s',
    async (numero) => {
      expect(await read([numero])).toEqual({ stops: [{ phone }], unreadable: 0 });
    },
  );

  test.each(['336399800012', 'Camille', '', null, 0])('is none where it says %j', async (numero) => {
    expect(await read([{ numero }])).toEqual({ stops: [], unreadable: 1 });
  });
});

describe('the rows', () => {
  test.each([
    ['one list beside empty ones', { resultat: 1, erreurs: [], autres: [], stops: [phone], total: '1' }, 1],
    ['a list that is empty', { stops: [], total: 0 }, 0],
  ])('are those of %s', async (_, said, count) => {
    expect((await read(said)).stops).toHaveLength(count);
  });

  test.each([
    ['two lists', { stops: [phone], envois: [1, 2] }],
    ['more than those', { stops: [phone], total: 2 }],
    ['some, and holds none', { stops: [], nombre: '3' }],
    ['a list of errors alone', { erreurs: [30] }],
  ])('are none of an answer that says %s', async (_, said) => {
    await expect(read(said)).rejects.toMatchObject({ code: 'dependency-unavailable' });
  });
});
