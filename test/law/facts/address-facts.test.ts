import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { countryOf, isRoleAddress, placesOf, prefixOf } from '#shared/domain/contact/address-facts.ts';
import { isPublicMailbox } from '#shared/domain/contact/mailbox-hosts.ts';
import { DIALLING_PREFIXES, NEIGHBOURS, TERRITORIES } from '#shared/domain/contact/phone/dialling.ts';
import { isZone } from '#shared/domain/time/calendar.ts';
import mailboxes from '#test/labelled/wordings/mailboxes.json' with { type: 'json' };

const zonesOf = (address: string, declared: Parameters<typeof placesOf>[1] = {}) =>
  placesOf(address, declared).map(({ zone }) => zone);

describe('dialling prefixes', () => {
  const ISO: readonly CountryCode[] = ['FR', 'GP', 'MQ', 'GF', 'RE', 'PM', 'YT', 'BL', 'MF', 'WF', 'PF', 'NC'];
  test('of France and its territories are those of libphonenumber', () => {
    for (const country of ISO) {
      const prefix = country === 'FR' ? '33' : TERRITORIES[country]?.prefix;
      expect([country, prefix]).toEqual([country, getCountryCallingCode(country)]);
    }
  });
  test('of the EEA, the United Kingdom and Switzerland are those of libphonenumber', () => {
    for (const [country, { prefix }] of Object.entries(NEIGHBOURS)) {
      const calling = isSupportedCountry(country) ? getCountryCallingCode(country) : 'not a country';
      expect([country, prefix]).toEqual([country, calling]);
    }
  });
  test('count the twenty-nine neighbours of the EEA, and two more', () => {
    expect(Object.keys(NEIGHBOURS)).toHaveLength(29 + 2);
  });
  test('lead to zones that exist', () => {
    expect(DIALLING_PREFIXES.flatMap(({ places }) => places).filter(({ zone }) => !isZone(zone))).toEqual([]);
  });
  test.each(['+33612345678', '+262692123456', '+590690123456', '+351912345678', '+4915112345678', '+41791234567'])(
    '%s is read as libphonenumber reads it',
    (number) => {
      const calling = parsePhoneNumberFromString(number)?.countryCallingCode;
      expect(prefixOf(number)?.prefix).toBe(calling);
    },
  );
  test('of other countries are unknown', () => {
    expect([prefixOf('+12025550123'), prefixOf('+212600000000'), prefixOf('camille@example.fr')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the country', () => {
  test.each([
    ...['+441534280000', '+447797123456', '+447700312345', '+441481280000', '+447781123456', '+447911123456'],
    ...['+441624512345', '+447624123456', '+447524123456', '+447457612345', '+447509123456', '+4779012345'],
    ...['+447839123456', '+447829123456', '+447937123456', '+390669812345', '+447912123456', '+447400123456'],
    ...['+442079460000', '+447801123456', '+4740612345', '+390612345678'],
  ])('of %s is ours where libphonenumber says that it is of a neighbour, and none where it is beside one', (number) => {
    const country = parsePhoneNumberFromString(number)?.country ?? '';
    expect(countryOf(number, {})).toEqual(
      country in NEIGHBOURS ? { country, pack: 'consent-only' } : { country: undefined, pack: 'missing' },
    );
  });
  test('of a number of Jersey and Jersey itself have one answer; so have Åland and a number of its', () => {
    expect([countryOf('+447797123456', {}).pack, countryOf('a@b.example', { country: 'JE' }).pack]).toEqual(
      Array(2).fill('missing'),
    );
    expect([countryOf('+35818123456', {}).pack, countryOf('a@b.example', { country: 'AX' }).pack]).toEqual(
      Array(2).fill('consent-only'),
    );
    // Nobody lives there, no number rings there alone, and TIME-1 does not list it.
    expect(countryOf('a@b.example', { country: 'TF' }).pack).toBe('missing');
    // Their operators give 07924 in Man; libphonenumber has it twice.
    expect(countryOf('+447924212345', {}).pack).toBe('missing');
  });
  test('is read by the prefix whole for a verdict of an edition before 2026-12-01', () => {
    expect(countryOf('+447797123456', {}, true)).toEqual({ country: 'GB', pack: 'consent-only' });
    expect(countryOf('a@b.example', { country: 'AX' }, true)).toEqual({ country: 'AX', pack: 'missing' });
  });
  test('is the declared one, then that of the prefix, then France', () => {
    expect(countryOf('+4915112345678', { country: 'FR' })).toEqual({ country: 'FR', pack: 'france' });
    expect(countryOf('+4915112345678', {})).toEqual({ country: 'DE', pack: 'consent-only' });
    expect(countryOf('camille@example.fr', {})).toEqual({ country: 'FR', pack: 'france' });
  });
  test('outside our rules and our neighbours has none', () => {
    expect(countryOf('+12025550123', {}).pack).toBe('missing');
    expect(countryOf('camille@example.fr', { country: 'US' }).pack).toBe('missing');
    expect(countryOf('camille@example.fr', { country: 'RE' }).pack).toBe('france');
  });
});

describe('the places where a recipient may be', () => {
  test('are the declared zone, then the department, then the territory, then the prefix, then Paris', () => {
    expect(zonesOf('+262692123456', { zone: 'Indian/Mayotte' })).toEqual(['Indian/Mayotte']);
    expect(zonesOf('+262692123456', { department: '974' })).toEqual(['Indian/Reunion']);
    expect(zonesOf('+33612345678', { country: 'MQ' })).toEqual(['America/Martinique']);
    expect(zonesOf('+262692123456')).toEqual(['Indian/Reunion', 'Indian/Mayotte']);
    expect(zonesOf('+33612345678')).toEqual(['Europe/Paris']);
    expect(zonesOf('camille@example.fr')).toEqual(['Europe/Paris']);
  });
  test.each([
    ['europe/paris', 'Europe/Paris', ['FR']],
    ['indian/reunion', 'Indian/Reunion', ['RE']],
    ['America/guadeloupe', 'America/Guadeloupe', ['GP']],
    ['Europe/Kiev', 'Europe/Kyiv', []],
    ['US/Pacific', 'America/Los_Angeles', []],
  ])('read %s, as it was stored, as %s', (zone, name, regions) => {
    expect(placesOf('+33639980101', { zone })).toEqual([{ zone: name, regions }]);
  });
  test('keep the holidays of Moselle, however its zone was written', () => {
    expect(placesOf('+33639980101', { zone: 'europe/paris', department: '57' })[0]?.regions).toEqual([
      'alsace-moselle',
    ]);
  });
  test.each(['Etc/UTC', 'Etc/GMT', 'etc/utc'])('ignore %s, where nobody is', (zone) => {
    expect(placesOf('+262639980101', { zone, department: '974' })).toEqual([
      { zone: 'Indian/Reunion', regions: ['RE'] },
    ]);
    expect(zonesOf('+33639980101', { zone })).toEqual(['Europe/Paris']);
  });
  test('ignore a declared zone that does not exist', () => {
    expect(zonesOf('+33612345678', { zone: 'Europe/Atlantis' })).toEqual(['Europe/Paris']);
  });
  test('keep the holidays of Alsace and Moselle and of the territories', () => {
    expect(placesOf('+33612345678', { department: '67' })[0]?.regions).toEqual(['alsace-moselle']);
    expect(placesOf('+33612345678', { zone: 'Indian/Reunion' })[0]?.regions).toEqual(['RE']);
    expect(placesOf('+4915112345678', {})[0]?.regions).toEqual([]);
  });
});

describe('the mailbox', () => {
  test.each([
    ...['contact', 'INFO', 'service-client', 'achats', 'purchasing', 'procurement', 'it', 'informatique', 'orders'],
    ...[
      'sav',
      'rh',
      'bureau-d-etudes',
      'service-achats',
      'Service.Informatique',
      'ressources_humaines',
      'hr',
      'accounts.payable',
      'supply-chain',
    ],
  ])('%s@ is a role', (local) => {
    expect(isRoleAddress(`${local}@bistrot.example`)).toBe(true);
  });
  test.each([
    'direction@bistrot.example',
    'gerant@bistrot.example',
    'dpo@bistrot.example',
    ...['dsi@bistrot.example', 'daf@bistrot.example', 'drh@bistrot.example', 'directeur.achats@bistrot.example'],
    ...['purchasing.manager@bistrot.example', 'jean.achats@bistrot.example', 'it-manager@bistrot.example'],
    'jean@bistrot.example',
    // Initials, and a first letter before a name, are a person's.
    ...['i.t@bistrot.example', 'h.r@bistrot.example', 'r-h@bistrot.example', 's_a_v@bistrot.example'],
    ...['s.av@bistrot.example', 'sa.v@bistrot.example', 'l.egal@bistrot.example', 'p-aie@bistrot.example'],
    'mail@bistrot.example',
    '+33612345678',
  ])('%s points at a person', (address) => {
    expect(isRoleAddress(address)).toBe(false);
  });
  test.each([
    ...['netcourrier.com', 'mailo.com', 'hotmail.be', 'yahoo.co.uk', 'gmx.net', 'nordnet.fr', 'Orange.fr', 'free.fr'],
    ...['laposte.net', 'proton.me', 'gmail.com', 'icloud.com', 'outlook.com', 'skynet.be', 'bluewin.ch', 't-online.de'],
    ...['aol.fr', 'zaclys.net', 'noos.fr', 'voila.fr', 'boutique.free.fr'],
  ])('L10: at %s anybody can have one', (host) => {
    expect(isPublicMailbox(`jean@${host}`)).toBe(true);
  });
  test.each(['jean@bistrot.example', 'jean@notfree.fr', 'free.fr', '@free.fr', '+33612345678', ''])(
    'at %s not anybody can',
    (address) => {
      expect(isPublicMailbox(address)).toBe(false);
    },
  );
});

test.each(['general', 'person'])('FR-B2B-2: whose a mailbox at a host of the house is, by its name: %s', (said) => {
  const rows = mailboxes.filter((row) => row.said === said);
  expect(rows.length).toBeGreaterThan(30);
  const read = (local: string) => (isRoleAddress(`${local}@alba.example`) ? 'general' : 'person');
  expect(rows.filter(({ local }) => read(local) !== said)).toEqual([]);
});
