/** What an address shows by itself: role or person, country, zone. Lists are versioned with the code. */

import { kindOfDeliverable } from '#shared/channels/record.ts';
import type { HolidayRegion } from '../time/calendar.ts';
import { zoneNamed } from '../time/zone-names.ts';
import type { DeclaredFacts } from './contact.ts';
import {
  ALAND,
  at,
  type DiallingPrefix,
  ELSEWHERE,
  NEIGHBOURS,
  PARIS,
  type Place,
  prefixes,
  TERRITORIES,
  zonesOfNeighbour,
} from './phone/dialling.ts';
import { canonicalNumber } from './phone/national-number.ts';

/** Which rules answer for a country (D15): ours; consent alone; none. */
export type RulePack = 'france' | 'consent-only' | 'missing';

/** The prefix of an E.164 number, if its country has rules of ours or of a neighbour. */
export const prefixOf = (address: string): DiallingPrefix | undefined =>
  kindOfDeliverable(address) === 'phone'
    ? (prefixes.get(canonicalNumber(address).slice(1, 4)) ?? prefixes.get(address.slice(1, 3)))
    : undefined;

const packOfCountry = (country: string, asBefore?: boolean): RulePack => {
  if (country === 'FR' || country in TERRITORIES) return 'france';
  return country in NEIGHBOURS || (country === ALAND && !asBefore) ? 'consent-only' : 'missing';
};

/**
 * Country and rules: declared, then prefix, then France (D15). `undefined` country: a prefix or range without rules. `asBefore`: as editions before
 * 2026-12-01 read it, by the prefix whole, and Åland apart from Finland.
 */
export const countryOf = (
  address: string,
  declared: Pick<DeclaredFacts, 'country'>,
  asBefore?: boolean,
): { readonly country: string | undefined; readonly pack: RulePack } => {
  if (declared.country !== undefined)
    return { country: declared.country, pack: packOfCountry(declared.country, asBefore) };
  if (kindOfDeliverable(address) !== 'phone') return { country: 'FR', pack: 'france' };
  const country = !asBefore && ELSEWHERE.test(address) ? undefined : prefixOf(address)?.countries[0];
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
  const { department, country } = declared;
  // As it is called today, however it was written when it was stored.
  const zone = declared.zone === undefined ? undefined : zoneNamed(declared.zone);
  const byDepartment = department === undefined ? undefined : placeOfDepartment(department);
  if (zone !== undefined) {
    return [byDepartment?.zone === zone ? byDepartment : at(zone, ...regionsOfZone(zone))];
  }
  if (byDepartment) return [byDepartment];
  const territory = country === undefined ? undefined : TERRITORIES[country];
  return territory?.places ?? prefixOf(address)?.places ?? [PARIS];
};

/**
 * By whose clock somebody is counted, and written to in waves: the first of those places; of somebody of whom no zone and no department is declared,
 * but a European country is, the zone of its mainland. The law asks for the places alone.
 */
export const zoneOfClock = (
  address: string,
  declared: Pick<DeclaredFacts, 'zone' | 'department' | 'country'>,
): string | undefined => {
  const { zone, department, country } = declared;
  const isDeclared = department !== undefined || (zone !== undefined && zoneNamed(zone) !== undefined);
  const ofCountry = isDeclared || country === undefined ? undefined : zonesOfNeighbour(country)?.[0];
  return ofCountry ?? placesOf(address, declared)[0]?.zone;
};

/**
 * Local parts that name a function of the house rather than a person (FR-B2B-2), version 2026-12-01; dots, hyphens and underscores in the
 * address are left out, but for initials (`h.r`, `l.egal`). Heads of a function are one person: direction, gerant, dsi, daf, drh.
 */
const ROLES_OF_OLD =
  'accueil achat achats administration agence boutique bonjour billetterie bureau cabinet club comptabilite compta commande ' +
  'commandes commercial communication contact contacts devis facturation factures formation hello info infos ' +
  'information informations logistique magasin mairie marketing newsletter office partenariat partenariats ' +
  'presse production qualite rayon recrutement relationclient reception reservation reservations restaurant rh ' +
  'sales sav secretariat serviceclient serviceclients service-client service-clients siege support technique ' +
  'vente ventes';
const ROLE_LOCAL_PARTS = new Set(
  (
    `${ROLES_OF_OLD} ` +
    'achatfournisseurs achatsfournisseurs appro approvisionnement approvisionnements purchase purchases purchasing procurement sourcing ' +
    'buying serviceachat serviceachats servicedesachats fournisseur fournisseurs supplier suppliers supplychain informatique it ' +
    'itsupport serviceinformatique helpdesk hotline assistance depannage maintenance servicetechnique atelier bureaudetudes etudes ' +
    'travaux chantier chantiers entrepot depot expedition expeditions livraison livraisons transport transports shipping warehouse ' +
    'logistics operations planning exploitation order orders billing invoice invoices invoicing accounting accounts accountspayable ' +
    'finance finances tresorerie payroll paie servicecomptabilite servicecomptable servicefacturation servicecommercial ' +
    'servicecommunication servicemarketing serviceclientele servicerh servicesrh ressourceshumaines hr humanresources juridique legal ' +
    'service services standard courrier customerservice customercare customersupport enquiries inquiries press media welcome ' +
    'jobs careers emploi booking bookings evenement evenements event events export import securite qhse administratif gestion ' +
    'rdv rendezvous webmaster postmaster candidature candidatures recrutements projet projets urbanisme serviceurbanisme etatcivil voirie ccas ' +
    'culture tourisme bibliotheque mediatheque musee scolarite periscolaire cantine creche ecole inscription inscriptions adhesion adhesions ' +
    'adherents benevoles benevolat dons donateurs association asso equipe team syndic copropriete coproprietes location locations sinistre ' +
    'sinistres reclamation reclamations litiges retours abonnement abonnements serviceabonnements abonnes redaction studio conciergerie ' +
    'hotel garage laboratoire pharmacie theatre piscine sport sports evenementiel mecenat partenaire partenaires contactpresse servicepresse gestionlocative ' +
    'transaction transactions contentieux recouvrement security abuse returns claims complaints feedback membership volunteers donations admissions recruitment'
  ).split(' '),
);

const withoutMarks = (local: string): string => local.replaceAll(/[._-]/g, '');

/** A function that has branches, with a town or the number of a department: `agence.lyon`, `contact-paris`, `agence75`. A town is first of an office alone: `laval.bureau` and `france.contact` may be persons. */
const OF_A_BRANCH =
  /^(?:agence|contact|infos?|accueil|boutique|magasin|bureau|restaurant|reservations?|secretariat|sav)$/;
const TOWNS = new Set(
  (
    'aixenprovence ajaccio amiens angers annecy annemasse avignon bayonne beauvais besancon beziers biarritz bordeaux boulogne bourges brest brive caen ' +
    'calais cannes chambery clermont clermontferrand colmar compiegne creteil dijon dunkerque evry grenoble larochelle laval lehavre ' +
    'lemans lille limoges lorient lyon marseille massy meaux metz montpellier montreuil mulhouse nanterre nantes nice nimes niort orleans paris pau ' +
    'perpignan poitiers quimper reims rennes rouen saintdenis saintetienne strasbourg tarbes toulon toulouse tours troyes valence ' +
    'valenciennes vannes versailles villeurbanne idf nord sud est ouest france fr europe'
  ).split(' '),
);
/** With these behind it, what is first is a town: none of them is a surname that people have beside a first name of theirs. */
const OF_A_TOWN = /^(?:agence|boutique|magasin|sav)$/;
/** Names of no town, which people have as first names. */
const FIRST_NAMES = new Set(['france']);
const BRANCH = /^([a-z]+)[._-]?(\d{2,3})$|^([a-z]+)[._-]([a-z]+(?:[._-][a-z]+)*)$/;
const isOfABranch = (local: string): boolean => {
  const [, office = '', number, first = '', rest = ''] = BRANCH.exec(local) ?? [];
  if (number !== undefined) return OF_A_BRANCH.test(office);
  return (
    (OF_A_BRANCH.test(first) &&
      (TOWNS.has(withoutMarks(rest)) || rest.split(/[._-]/).every((each) => TOWNS.has(each)))) ||
    (TOWNS.has(first) && !FIRST_NAMES.has(first) && OF_A_TOWN.test(rest))
  );
};

/** What is before the @, in lower case; empty of a number. */
const localPartOf = (address: string): string => address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase();

/** So many letters, apart from each other, are somebody's initials. */
const INITIALS = 3;

/**
 * `contact@`, `info@` and the like, and a branch's (`agence.lyon@`); `direction@`, `gerant@` and `dpo@` point at one person. Whether the host is the
 * house's own is another question (`mailbox-hosts.ts`).
 */
export const isRoleAddress = (address: string): boolean => {
  const local = localPartOf(address);
  const joined = withoutMarks(local);
  const mayBeInitials = joined.length <= INITIALS || /^[a-z][._-]/.test(local);
  return ROLE_LOCAL_PARTS.has(local) || (!mayBeInitials && ROLE_LOCAL_PARTS.has(joined)) || isOfABranch(local);
};

const FORMER_LOCAL_PARTS = new Set(ROLES_OF_OLD.split(' '));

/** The same as editions before 2026-11-30.5 knew it: fewer functions, and initials among them. */
export const wasRoleAddress = (address: string): boolean => {
  const local = localPartOf(address);
  return FORMER_LOCAL_PARTS.has(local) || FORMER_LOCAL_PARTS.has(withoutMarks(local));
};
