/** What an address tells by itself: role or person, free mailbox, country, zone. Lists are versioned with the code. */
import type { HolidayRegion } from './calendar.ts';
import { isZone } from './calendar.ts';
import type { DeclaredFacts } from './contact.ts';

/** Where the recipient may be: a zone and the calendar kept there. */
export interface Place {
  readonly zone: string;
  readonly regions: readonly HolidayRegion[];
}

/** Which rules answer for a country (D15): ours; consent alone; none. */
export type RulePack = 'france' | 'consent-only' | 'missing';

const PARIS: Place = { zone: 'Europe/Paris', regions: ['FR'] };
const at = (zone: string, ...regions: HolidayRegion[]): Place => ({ zone, regions });

/** Territories of France by ISO code: department, dialling prefix, places (TIME-1). */
const TERRITORIES: Readonly<Record<string, { department: string; prefix: string; places: readonly Place[] }>> = {
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
const NEIGHBOURS: Readonly<Record<string, { prefix: string; zones: readonly string[] }>> = {
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

/** A dialling prefix: every country or territory that shares it, and every place it may ring in. */
export interface DiallingPrefix {
  readonly prefix: string;
  readonly countries: readonly string[];
  readonly places: readonly Place[];
}

const prefixes = new Map<string, DiallingPrefix>([['33', { prefix: '33', countries: ['FR'], places: [PARIS] }]]);
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

/** The prefix of an E.164 number, if its country has rules of ours or of a neighbour. */
export const prefixOf = (address: string): DiallingPrefix | undefined =>
  address.startsWith('+') ? (prefixes.get(address.slice(1, 4)) ?? prefixes.get(address.slice(1, 3))) : undefined;

const packOfCountry = (country: string): RulePack => {
  if (country === 'FR' || country in TERRITORIES) return 'france';
  return country in NEIGHBOURS ? 'consent-only' : 'missing';
};

/** Country and rules: declared, then prefix, then France (D15). `undefined` country: a prefix we do not know. */
export const countryOf = (
  address: string,
  declared: Pick<DeclaredFacts, 'country'>,
): { readonly country: string | undefined; readonly pack: RulePack } => {
  if (declared.country !== undefined) return { country: declared.country, pack: packOfCountry(declared.country) };
  if (!address.startsWith('+')) return { country: 'FR', pack: 'france' };
  const country = prefixOf(address)?.countries[0];
  return { country, pack: country === undefined ? 'missing' : packOfCountry(country) };
};

const ALSACE_MOSELLE_DEPARTMENTS = ['57', '67', '68'];
const regionsOfZone = (zone: string): readonly HolidayRegion[] =>
  Object.values(TERRITORIES)
    .flatMap(({ places }) => places)
    .find((place) => place.zone === zone)?.regions ?? (zone === 'Europe/Paris' ? ['FR'] : []);

const placeOfDepartment = (department: string): Place => {
  const territory = Object.values(TERRITORIES).find((each) => each.department === department)?.places[0];
  if (territory) return territory;
  return ALSACE_MOSELLE_DEPARTMENTS.includes(department) ? at('Europe/Paris', 'alsace-moselle') : PARIS;
};

/**
 * Every place where the recipient may be: declared zone, department or territory, then the prefix, then Paris (TIME-1).
 * More than one: a moment must be lawful in all of them.
 */
export const placesOf = (
  address: string,
  declared: Pick<DeclaredFacts, 'zone' | 'department' | 'country'>,
): readonly Place[] => {
  const { zone, department, country } = declared;
  const byDepartment = department === undefined ? undefined : placeOfDepartment(department);
  if (zone !== undefined && isZone(zone)) {
    return [byDepartment?.zone === zone ? byDepartment : at(zone, ...regionsOfZone(zone))];
  }
  if (byDepartment) return [byDepartment];
  const territory = country === undefined ? undefined : TERRITORIES[country];
  return territory?.places ?? prefixOf(address)?.places ?? [PARIS];
};

/** Local parts that name a function of the house rather than a person (FR-B2B-2), version 2026-11-24. */
const ROLE_LOCAL_PARTS = new Set(
  (
    'accueil achat achats administration agence boutique bonjour billetterie bureau cabinet club comptabilite compta commande ' +
    'commandes commercial communication contact contacts devis facturation factures formation hello info infos ' +
    'information informations logistique magasin mairie marketing newsletter office partenariat partenariats ' +
    'presse production qualite rayon recrutement relationclient reception reservation reservations restaurant rh ' +
    'sales sav secretariat serviceclient serviceclients service-client service-clients siege support technique ' +
    'vente ventes'
  ).split(' '),
);

/** Domains whose mailboxes belong to persons, version 2026-11-24: never a house's role address, whatever the local part. */
const FREE_MAIL_DOMAINS = new Set(
  (
    'aliceadsl.fr aol.com aol.fr bbox.fr cegetel.net club-internet.fr free.fr gmail.com gmx.com gmx.fr googlemail.com ' +
    'hotmail.com hotmail.fr icloud.com laposte.net live.com live.fr mac.com mail.com me.com msn.com neuf.fr noos.fr ' +
    'numericable.fr orange.fr outlook.com outlook.fr proton.me protonmail.com sfr.fr voila.fr wanadoo.fr yahoo.com ' +
    'yahoo.fr ymail.com zaclys.net'
  ).split(' '),
);

/** A mailbox of a public provider. */
export const isFreeMail = (address: string): boolean =>
  FREE_MAIL_DOMAINS.has(address.slice(address.lastIndexOf('@') + 1).toLowerCase());

/** `contact@`, `info@` and the like on a domain of the house; `direction@`, `gerant@` and `dpo@` point at one person. */
export const isRoleAddress = (address: string): boolean => {
  const cut = address.lastIndexOf('@');
  if (cut < 1 || isFreeMail(address)) return false;
  const local = address.slice(0, cut).toLowerCase();
  return ROLE_LOCAL_PARTS.has(local) || ROLE_LOCAL_PARTS.has(local.replaceAll(/[._-]/g, ''));
};
