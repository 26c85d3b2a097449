/** Dialling codes, the longest first, of countries that a developer may write to; of another the country is not known. */
const COUNTRIES: readonly (readonly [prefix: string, country: string])[] = [
  ...([
    '590 GP',
    '594 GF',
    '596 MQ',
    '262 RE',
    '352 LU',
    '377 MC',
    '33 FR',
    '32 BE',
    '34 ES',
    '39 IT',
    '41 CH',
  ] as const),
  ...(['44 GB', '49 DE', '1 US'] as const),
].map((each) => each.split(' ') as unknown as readonly [string, string]);

/** The country of a number by its dialling code; empty where it is not known here. */
export const countryOf = (phone: string): string =>
  COUNTRIES.find(([prefix]) => phone.startsWith(`+${prefix}`))?.[1] ?? '';
