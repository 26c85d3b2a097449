/** Country and places of a recipient: rulebook D2, D15, TIME-1. */

import { there } from './there.ts';
import type { Place } from './time.ts';

/** French departments and territories with a zone or holidays of their own. */
const DEPARTMENTS: Record<string, Place> = {
  '971': { zone: 'America/Guadeloupe', territory: 'GP', isFrench: true },
  '972': { zone: 'America/Martinique', territory: 'MQ', isFrench: true },
  '973': { zone: 'America/Cayenne', territory: 'GF', isFrench: true },
  '974': { zone: 'Indian/Reunion', territory: 'RE', isFrench: true },
  '975': { zone: 'America/Miquelon', territory: 'PM', isFrench: true },
  '976': { zone: 'Indian/Mayotte', territory: 'YT', isFrench: true },
  '977': { zone: 'America/St_Barthelemy', territory: 'BL', isFrench: true },
  '978': { zone: 'America/Marigot', territory: 'MF', isFrench: true },
  '986': { zone: 'Pacific/Wallis', territory: 'WF', isFrench: true },
  '987': { zone: 'Pacific/Tahiti', territory: 'PF', isFrench: true },
  '988': { zone: 'Pacific/Noumea', territory: 'NC', isFrench: true },
};
const BY_TERRITORY: Record<string, Place> = Object.fromEntries(
  Object.values(DEPARTMENTS).map((place) => [place.territory, place]),
);
/** French Polynesia has one prefix and three clocks. */
const POLYNESIA: readonly Place[] = ['Pacific/Tahiti', 'Pacific/Marquesas', 'Pacific/Gambier'].map((zone) => ({
  zone,
  territory: 'PF',
  isFrench: true,
}));
const BY_ZONE: Record<string, string> = Object.fromEntries(
  [...Object.values(DEPARTMENTS), ...POLYNESIA].map((place) => [place.zone, place.territory]),
);
/** TIME-1 lists them; the Terres australes, where nobody lives and no number rings, are not among them: no rules are loaded (D15). */
const FRENCH = ['FR', ...Object.keys(BY_TERRITORY)];

/** French overseas prefixes with every place that shares them (D2: every candidate for shared prefixes). */
const OVERSEAS: Record<string, readonly string[]> = {
  '+262': ['RE', 'YT'],
  '+590': ['GP', 'MF', 'BL'],
  '+594': ['GF'],
  '+596': ['MQ'],
  '+508': ['PM'],
  '+687': ['NC'],
  '+689': ['PF'],
  '+681': ['WF'],
};

/** EEA, United Kingdom and Switzerland: consent only (D15). Country, then its zones. */
const FALLBACK: Record<string, readonly [string, ...string[]]> = {
  '+30': ['GR', 'Europe/Athens'],
  '+31': ['NL', 'Europe/Amsterdam'],
  '+32': ['BE', 'Europe/Brussels'],
  '+34': ['ES', 'Europe/Madrid', 'Atlantic/Canary'],
  '+351': ['PT', 'Europe/Lisbon', 'Atlantic/Azores'],
  '+352': ['LU', 'Europe/Luxembourg'],
  '+353': ['IE', 'Europe/Dublin'],
  '+354': ['IS', 'Atlantic/Reykjavik'],
  '+356': ['MT', 'Europe/Malta'],
  '+357': ['CY', 'Asia/Nicosia'],
  '+358': ['FI', 'Europe/Helsinki'],
  '+359': ['BG', 'Europe/Sofia'],
  '+36': ['HU', 'Europe/Budapest'],
  '+370': ['LT', 'Europe/Vilnius'],
  '+371': ['LV', 'Europe/Riga'],
  '+372': ['EE', 'Europe/Tallinn'],
  '+385': ['HR', 'Europe/Zagreb'],
  '+386': ['SI', 'Europe/Ljubljana'],
  '+39': ['IT', 'Europe/Rome'],
  '+40': ['RO', 'Europe/Bucharest'],
  '+41': ['CH', 'Europe/Zurich'],
  '+420': ['CZ', 'Europe/Prague'],
  '+421': ['SK', 'Europe/Bratislava'],
  '+423': ['LI', 'Europe/Vaduz'],
  '+43': ['AT', 'Europe/Vienna'],
  '+44': ['GB', 'Europe/London'],
  '+45': ['DK', 'Europe/Copenhagen'],
  '+46': ['SE', 'Europe/Stockholm'],
  '+47': ['NO', 'Europe/Oslo'],
  '+48': ['PL', 'Europe/Warsaw'],
  '+49': ['DE', 'Europe/Berlin'],
};
const FALLBACK_COUNTRIES = new Set([...Object.values(FALLBACK).map(([country]) => country), 'UK', 'EL', 'AX']);
const PARIS: Place = { zone: 'Europe/Paris', territory: 'FR', isFrench: true };

export type Pack = 'france' | 'consent-only' | 'missing';
type Facts = Readonly<Record<string, unknown>>;

/** Overseas mobile ranges as they are dialled in France: +33 before them is a slip of the pen, for no number of the mainland begins so (D2). */
const DIALLED_AT_HOME: readonly (readonly [RegExp, string])[] = [
  [/^\+33(?:690|691)/, '+590'],
  [/^\+33694/, '+594'],
  [/^\+33(?:696|697)/, '+596'],
  [/^\+33(?:692|693|639(?!98))/, '+262'],
];
const asItRings = (phone: string): string => {
  const prefix = DIALLED_AT_HOME.find(([range]) => range.test(phone))?.[1];
  return prefix === undefined ? phone : `${prefix}${phone.slice(3)}`;
};

/** Under a neighbour's prefix, and neither in the EEA, the United Kingdom nor Switzerland (D15): Channel Islands and Man, Svalbard, the Vatican. */
const BESIDE: readonly string[] = [
  ...['1534', '7509', '7829', '7937', '7797', '77003', '77007', '77008'].map((range) => `+44${range}`),
  ...['1481', '7781', '7839', '79111', '79117'].map((range) => `+44${range}`),
  ...['1624', '7624', '7524', '7924', '74576'].map((range) => `+44${range}`),
  ...['+4779', '+3906698'],
];

const prefixIn = <T>(phone: string, table: Record<string, T>): T | undefined =>
  [4, 3].map((length) => table[phone.slice(0, length)]).find((entry) => entry !== undefined);

/** Which rules the recipient's country loads: declared, then the prefix, then France (D15). */
export const packOf = (address: Facts, facts: Facts): Pack => {
  const declared = facts.country as string | undefined;
  if (declared !== undefined)
    return FRENCH.includes(declared) ? 'france' : FALLBACK_COUNTRIES.has(declared) ? 'consent-only' : 'missing';
  const phone = address.phone as string | undefined;
  if (phone === undefined || phone.startsWith('+33') || prefixIn(phone, OVERSEAS)) return 'france';
  if (BESIDE.some((range) => phone.startsWith(range))) return 'missing';
  return prefixIn(phone, FALLBACK) ? 'consent-only' : 'missing';
};

const placeOfDepartment = (department: string): Place =>
  DEPARTMENTS[department] ??
  (['57', '67', '68'].includes(department)
    ? { zone: 'Europe/Paris', territory: 'ALSACE-MOSELLE', isFrench: true }
    : PARIS);

const placesOfPrefix = (written: string | undefined): readonly Place[] => {
  if (written === undefined) return [PARIS];
  const phone = asItRings(written);
  const shared = prefixIn(phone, OVERSEAS);
  if (shared) return shared.flatMap((territory) => (territory === 'PF' ? POLYNESIA : [there(BY_TERRITORY[territory])]));
  const foreign = prefixIn(phone, FALLBACK);
  if (!foreign || phone.startsWith('+33')) return [PARIS];
  const [country, ...zones] = foreign;
  return zones.map((zone) => ({ zone, territory: country, isFrench: false }));
};

/** A zone by its name, whatever letters it was written in; undefined where it is none in which people live: UTC, or a clock of `Etc/` (0149). */
const zoneOf = (written: string | undefined): string | undefined => {
  if (written === undefined) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('fr', { timeZone: written }).resolvedOptions();
    return /^(?!Etc\/).+\//.test(timeZone) ? timeZone : undefined;
  } catch {
    return undefined;
  }
};

/** Every place where the recipient may be: stored profile, then department or territory, then prefix, then Paris (TIME-1). */
export const placesOf = (address: Facts, facts: Facts): readonly Place[] => {
  const zone = zoneOf(facts.zone as string | undefined),
    department = facts.department as string | undefined;
  const country = facts.country as string | undefined;
  const known =
    department !== undefined
      ? placeOfDepartment(department)
      : country !== undefined
        ? BY_TERRITORY[country]
        : undefined;
  if (zone !== undefined) {
    if (known?.zone === zone) return [known];
    const territory = BY_ZONE[zone] ?? 'FR';
    return [{ zone, territory, isFrench: zone === PARIS.zone || territory !== 'FR' }];
  }
  return known ? [known] : placesOfPrefix(address.phone as string | undefined);
};
