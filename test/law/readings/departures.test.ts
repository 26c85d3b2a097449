import { describe, expect, test } from 'vitest';
import { AdvertiserSettings, settingsOf } from '#shared/domain/advertiser/advertiser.ts';
import type { Retention } from '#shared/domain/advertiser/retention.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { expiryOf, termsOf } from '#shared/law/readings/retention.ts';
import { settingsFaults } from '#shared/law/readings/settings-faults.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import {
  aConsent,
  anAdvertiser,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  instant,
} from '../../support/builders.ts';

const CHOSEN = { justification: 'Décidé après conseil.', decidedBy: 'Hélène Marchand', decidedOn: '2026-01-12' };
const GENERAL = { prospectYears: 3, customerYears: 3 };
const bank = (years: Partial<typeof GENERAL> = {}) =>
  ({ ...CHOSEN, ...years, name: 'banking', source: 'Code monétaire et financier, art. L. 561-12.' }) as const;
const departure = (years: Partial<typeof GENERAL>) => ({ ...CHOSEN, ...years });

describe('the terms of an advertiser', () => {
  test.each<[string, Retention, readonly [prospect: number, customer: number]]>([
    ['the general ones', { prospectYears: 3, customerYears: 2 }, [3, 2]],
    ['those of its sector', { ...GENERAL, sector: bank({ prospectYears: 5, customerYears: 10 }) }, [5, 10]],
    ['the general ones, where its sector sets none', { prospectYears: 2, customerYears: 1, sector: bank() }, [2, 1]],
    ['one of each', { ...GENERAL, sector: bank({ customerYears: 10 }) }, [3, 10]],
    ['a departure', { ...GENERAL, departure: departure({ prospectYears: 4 }) }, [4, 3]],
    [
      'a departure before the sector',
      {
        ...GENERAL,
        sector: bank({ prospectYears: 5, customerYears: 10 }),
        departure: departure({ prospectYears: 6 }),
      },
      [6, 10],
    ],
    ['a shorter departure', { ...GENERAL, departure: departure({ prospectYears: 1, customerYears: 2 }) }, [1, 2]],
  ])('are %s', (_, retention, [prospectYears, customerYears]) => {
    expect(termsOf(retention)).toEqual({ prospectYears, customerYears });
  });
});

const FOUR_YEARS_AGO = instant('2022-11-24T10:00:00Z');
const FOUR_YEARS = { ...GENERAL, departure: departure({ prospectYears: 4, customerYears: 4 }) };
const FOUR_YEARS_OF_A_BANK = { ...GENERAL, sector: bank({ prospectYears: 4, customerYears: 4 }) };
const consents = [aConsent({ givenAt: FOUR_YEARS_AGO })];
const sales = [aSale({ soldAt: FOUR_YEARS_AGO })];
const verdictAt = (at: string, retention: Retention, more: Parameters<typeof aVetRequest>[0] = {}) =>
  vet(
    aVetRequest({
      at: instant(at),
      advertiser: anAdvertiser({ retention }),
      standing: aStanding({ consents }),
      message: aProposedMessage({ validUntil: instant('2030-01-01T00:00:00Z') }),
      ...more,
    }),
  );
const saidAt = (at: string, retention: Retention, more?: Parameters<typeof aVetRequest>[0]) => {
  const { outcome, reasons } = verdictAt(at, retention, more);
  return [outcome, ...reasons.map(({ code, article }) => [code, article])];
};
const LAST = '2026-11-24T10:00:00Z';
const TOO_LATE = '2026-11-24T10:00:01Z';

describe('a term of four years counts on every road', () => {
  const asCustomer = {
    standing: aStanding({ sales }),
    message: aProposedMessage({ basis: 'existing-customer', validUntil: instant('2030-01-01T00:00:00Z') }),
  };

  test.each([
    ['by a departure', FOUR_YEARS, 'cnil-2021-131/2021-09-23'],
    ['of a sector', FOUR_YEARS_OF_A_BANK, 'rgpd-5/2018-05-25'],
  ])('%s: as today’s basis, a consent or a sale, to the second', (_, retention, article) => {
    expect(saidAt(LAST, retention)[0]).toBe('allow');
    expect(saidAt(TOO_LATE, retention)).toEqual(['refuse', ['RETENTION_EXPIRED', article]]);
    expect(saidAt(LAST, retention, asCustomer)[0]).toBe('allow');
    expect(saidAt(TOO_LATE, retention, asCustomer)).toEqual(['refuse', ['RETENTION_EXPIRED_CUSTOMER', article]]);
  });
  test('without it, three years count', () => {
    expect(saidAt(LAST, GENERAL)).toEqual(['refuse', ['RETENTION_EXPIRED', 'cnil-2021-131/2021-09-23']]);
    expect(saidAt(LAST, { ...GENERAL, sector: bank() })).toEqual([
      'refuse',
      ['RETENTION_EXPIRED', 'rgpd-5/2018-05-25'],
    ]);
  });

  test('as the basis of the message that asked for a consent', () => {
    const asked = aConsent({ givenAt: instant(LAST), drawnBy: 'message' });
    const standing = aStanding({ consents: [], sales: [aSale({ soldAt: FOUR_YEARS_AGO })] });
    const now = { standing: { ...standing, consents: [asked] } };
    expect(saidAt('2026-12-24T10:00:00Z', FOUR_YEARS, now)[0]).toBe('allow');
    expect(saidAt('2026-12-24T10:00:00Z', GENERAL, now)).toEqual([
      'refuse',
      ['CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE', 'l34-5/2020-07-26'],
      expect.anything(),
    ]);
  });

  test('as what keeps data alive', () => {
    const renewed = aStanding({
      consents: [aConsent({ givenAt: instant('2019-01-10T10:00:00Z') })],
      sales: [aSale({ soldAt: FOUR_YEARS_AGO })],
    });
    const byConsent = {
      standing: renewed,
      message: aProposedMessage({ basis: 'consent', validUntil: instant('2030-01-01T00:00:00Z') }),
    };
    expect(saidAt(LAST, FOUR_YEARS, byConsent)[0]).toBe('allow');
    expect(saidAt(LAST, GENERAL, byConsent)[0]).toBe('refuse');
  });

  test('as the day on which a contact may be deleted', () => {
    expect(expiryOf(aStanding({ consents }), anAdvertiser({ retention: FOUR_YEARS }))).toBe('2026-11-24T10:00:00.000Z');
    expect(expiryOf(aStanding({ consents }), anAdvertiser({ retention: GENERAL }))).toBe('2025-11-24T10:00:00.000Z');
  });
});

describe('what a verdict says of the term', () => {
  const [ofBank, ofDeparture] = [FOUR_YEARS_OF_A_BANK, FOUR_YEARS].map(
    (retention) => explain(verdictAt(TOO_LATE, retention)).reasons[0],
  );
  test('of a sector: the Regulation, as a reading, and which sector', () => {
    expect(ofBank?.citation).toMatchObject({ number: '5', nature: 'reading', paragraph: '§ 1' });
    expect(ofBank?.citation?.reading).toContain('insurance and gambling are not');
    expect(ofBank?.found?.fr).toBe('Durée enregistrée pour le secteur bancaire.');
  });
  test('by a departure: the référentiel, and that its sentence on departures was not read', () => {
    expect(ofDeparture?.citation).toMatchObject({ number: 'délibération 2021-131', nature: 'doctrine' });
    expect(ofDeparture?.citation?.reading).toContain('was not read');
  });
});

describe('what is refused when it is put', () => {
  const faultsOn = (day: string, changes: Partial<Parameters<typeof anAdvertiser>[0]>) =>
    settingsFaults(anAdvertiser(changes), day).map(({ pointer }) => pointer);
  const TODAY = '2026-11-24';

  test('a longer term that nobody justified, with the article', () => {
    const four = { prospectYears: 4, customerYears: 4 };
    expect(faultsOn(TODAY, { retention: four })).toEqual(['/retention/prospectYears', '/retention/customerYears']);
    expect(settingsFaults(anAdvertiser({ retention: four }), TODAY)[0]?.sentence.fr).toContain('n° 2021-131');
    expect(faultsOn(TODAY, { retention: GENERAL })).toEqual([]);
    expect(faultsOn(TODAY, { retention: FOUR_YEARS })).toEqual([]);
    expect(faultsOn(TODAY, { retention: FOUR_YEARS_OF_A_BANK })).toEqual([]);
  });
  test('a choice that nobody has made yet', () => {
    const tomorrow = { ...CHOSEN, decidedOn: '2026-11-25' };
    const chosen = {
      retention: {
        ...GENERAL,
        sector: { ...bank({ prospectYears: 4 }), ...tomorrow },
        departure: { ...departure({ customerYears: 4 }), ...tomorrow },
      },
      readings: [{ reading: 'free-account-is-a-sale' as const, ...tomorrow }],
    };
    expect(faultsOn(TODAY, chosen)).toEqual([
      '/readings/0/decidedOn',
      '/retention/sector/decidedOn',
      '/retention/departure/decidedOn',
    ]);
    expect(faultsOn('2026-11-25', chosen)).toEqual([]);
  });
  test.each([
    ['a departure of no years', { departure: CHOSEN }, 'retention.departure.prospectYears'],
    ['a departure without a justification', { departure: { prospectYears: 4 } }, 'retention.departure.justification'],
    ['a sector without its source', { sector: { ...CHOSEN, name: 'banking' } }, 'retention.sector.source'],
    ['a sector that the référentiel covers', { sector: { ...bank(), name: 'wine' } }, 'retention.sector.name'],
    ['a term of a century', { departure: departure({ prospectYears: 100 }) }, 'retention.departure.prospectYears'],
    ['a term of no time', { departure: departure({ prospectYears: 0 }) }, 'retention.departure.prospectYears'],
  ])('%s', (_, retention, path) => {
    const { error } = AdvertiserSettings.safeParse({ ...settingsOf(anAdvertiser()), retention });
    expect(error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});
