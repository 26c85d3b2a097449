/**
 * Dialling prefixes of France, its territories, the EEA, the United Kingdom and Switzerland, and where they ring
 * (TIME-1).
 */
import type { HolidayRegion } from '../../time/calendar.ts';

/** Where the recipient may be: a zone and the calendar kept there. */
export interface Place {
  readonly zone: string;
  readonly regions: readonly HolidayRegion[];
}

/** Where a number of +33 rings, whoever holds it (D2). */
export const PARIS: Place = { zone: 'Europe/Paris', regions: ['FR'] };
/** A place by zone and calendars. */
export const at = (zone: string, ...regions: HolidayRegion[]): Place => ({ zone, regions });

/** Territories of France by ISO code: department, dialling prefix, places (TIME-1). */
export const TERRITORIES: Readonly<Record<string, { department: string; prefix: string; places: readonly Place[] }>> = {
  GP: { department: '971', prefix: '590', places: [at('America/Guadeloupe', 'GP')] },
  MQ: { department: '972', prefix: '596', places: [at('America/Martinique', 'MQ')] },
  GF: { department: '973', prefix: '594', places: [at('America/Cayenne', 'GF')] },
  RE: { department: '974', prefix: '262', places: [at('Indian/Reunion', 'RE')] },
  PM: { department: '975', prefix: '508', places: [at('America/Miquelon', 'FR')] },
  YT: { department: '976', prefix: '262', places: [at('Indian/Mayotte', 'YT')] },
  BL: { department: '977', prefix: '590', places: [at('America/St_Barthelemy', 'BL')] },
  MF: { department: '978', prefix: '590', places: [at('America/Marigot', 'MF')] },
  WF: { department: '986', prefix: '681', places: [at('Pacific/Wallis', 'FR')] },
  PF: {
    department: '987',
    prefix: '689',
    places: [at('Pacific/Tahiti', 'FR'), at('Pacific/Marquesas', 'FR'), at('Pacific/Gambier', 'FR')],
  },
  NC: { department: '988', prefix: '687', places: [at('Pacific/Noumea', 'FR')] },
};

/** EEA, United Kingdom and Switzerland: ISO code, dialling prefix, zones (D15). */
export const NEIGHBOURS: Readonly<Record<string, { prefix: string; zones: readonly string[] }>> = {
  AT: { prefix: '43', zones: ['Europe/Vienna'] },
  BE: { prefix: '32', zones: ['Europe/Brussels'] },
  BG: { prefix: '359', zones: ['Europe/Sofia'] },
  CH: { prefix: '41', zones: ['Europe/Zurich'] },
  CY: { prefix: '357', zones: ['Asia/Nicosia'] },
  CZ: { prefix: '420', zones: ['Europe/Prague'] },
  DE: { prefix: '49', zones: ['Europe/Berlin'] },
  DK: { prefix: '45', zones: ['Europe/Copenhagen'] },
  EE: { prefix: '372', zones: ['Europe/Tallinn'] },
  ES: { prefix: '34', zones: ['Europe/Madrid', 'Atlantic/Canary'] },
  FI: { prefix: '358', zones: ['Europe/Helsinki'] },
  GB: { prefix: '44', zones: ['Europe/London'] },
  GR: { prefix: '30', zones: ['Europe/Athens'] },
  HR: { prefix: '385', zones: ['Europe/Zagreb'] },
  HU: { prefix: '36', zones: ['Europe/Budapest'] },
  IE: { prefix: '353', zones: ['Europe/Dublin'] },
  IS: { prefix: '354', zones: ['Atlantic/Reykjavik'] },
  IT: { prefix: '39', zones: ['Europe/Rome'] },
  LI: { prefix: '423', zones: ['Europe/Vaduz'] },
  LT: { prefix: '370', zones: ['Europe/Vilnius'] },
  LU: { prefix: '352', zones: ['Europe/Luxembourg'] },
  LV: { prefix: '371', zones: ['Europe/Riga'] },
  MT: { prefix: '356', zones: ['Europe/Malta'] },
  NL: { prefix: '31', zones: ['Europe/Amsterdam'] },
  NO: { prefix: '47', zones: ['Europe/Oslo'] },
  PL: { prefix: '48', zones: ['Europe/Warsaw'] },
  PT: { prefix: '351', zones: ['Europe/Lisbon', 'Atlantic/Azores', 'Atlantic/Madeira'] },
  RO: { prefix: '40', zones: ['Europe/Bucharest'] },
  SE: { prefix: '46', zones: ['Europe/Stockholm'] },
  SI: { prefix: '386', zones: ['Europe/Ljubljana'] },
  SK: { prefix: '421', zones: ['Europe/Bratislava'] },
};

/** Åland, of Finland and of the Union, has a code of its own, and Finland's prefix and clock. */
export const ALAND = 'AX';

/** The zones of a neighbour by its ISO code, its mainland first; `undefined`: it is none. */
export const zonesOfNeighbour = (country: string): readonly string[] | undefined =>
  NEIGHBOURS[country === ALAND ? 'FI' : country]?.zones;

/**
 * Ranges of a neighbour's prefix that ring where its law is not in force (libphonenumber-js 1.13.16, which has 07924 as British and Manx): in Jersey, Guernsey
 * and Man, Svalbard and the Vatican. No mobile of the last two shows.
 */
export const ELSEWHERE =
  /^\+(44(1481|1534|1624|74576|7509|7[569]24|7700[378]|7781|7797|7829|7839|7911[17]|7937)|4779|3906698)/;

/** A dialling prefix: every country or territory that shares it, and every place it may ring in. */
export interface DiallingPrefix {
  readonly prefix: string;
  readonly countries: readonly string[];
  readonly places: readonly Place[];
}

/** By prefix, without the plus sign. */
export const prefixes = new Map<string, DiallingPrefix>([['33', { prefix: '33', countries: ['FR'], places: [PARIS] }]]);
const share = (prefix: string, country: string, places: readonly Place[]) => {
  const known = prefixes.get(prefix) ?? { prefix, countries: [], places: [] };
  prefixes.set(prefix, { prefix, countries: [...known.countries, country], places: [...known.places, ...places] });
};
for (const [country, { prefix, places }] of Object.entries(TERRITORIES)) share(prefix, country, places);
for (const [country, { prefix, zones }] of Object.entries(NEIGHBOURS))
  share(
    prefix,
    country,
    zones.map((zone) => at(zone)),
  );
/** France, its territories, the EEA, the United Kingdom and Switzerland. */
export const DIALLING_PREFIXES: readonly DiallingPrefix[] = [...prefixes.values()];
