/** What the holder of an address is, when that is shown: addendum L5, rulebook FR-B2B-1 to -3, D2. */
import type { Ask } from './ask.ts';
import { type Ledger, list, type Moment, ms, object, type Record_, salesAt, text } from './ledger.ts';
import { isPublicMailbox } from './mailboxes/public.ts';

/** The Luhn check of a SIREN. */
export const isValidSiren = (siren: string): boolean => {
  if (!/^\d{9}$/.test(siren)) return false;
  const sum = [...siren].reduce((total, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
};

/** Words before the @ that speak of an office, not of one human; direction@, gerant@ and dpo@ point at one person (FR-B2B-2). */
const ROLES = new Set(
  `info infos information informations contact contacts contacter commande commandes commercial accueil bonjour hello office admin administration secretariat
support service services serviceclient service-client sav ventes vente sales achats achat compta comptabilite facturation factures facture billing accounts marketing communication
presse press rh recrutement jobs emploi mairie standard reception reservation reservations boutique magasin agence bureau equipe team association asso orders order enquiries
enquiry hr technique logistique livraison devis clients client clientele webmaster postmaster
rdv rendez-vous candidature candidatures projet projets urbanisme bibliotheque mediatheque syndic copropriete etat-civil etatcivil inscription inscriptions adhesion
adherents benevolat dons location locations sinistres reclamation reclamations abonnement abonnements retours recrutements redaction tourisme voirie scolarite ccas culture
service-urbanisme service-abonnements hotel garage laboratoire pharmacie theatre piscine sports partenaires evenementiel mecenat contactpresse service-presse gestionlocative
gestion-locative transaction contentieux recouvrement security abuse ecole studio benevoles`.split(/\s+/),
);

/** An office that a house may have in several towns, and towns; a first name is none. */
const BRANCHES = /^(?:agence|contact|infos?|accueil|boutique|magasin|bureau|restaurant|reservations?|secretariat|sav)$/;
const TOWNS =
  /^(?:paris|lyon|marseille|bordeaux|lille|nantes|toulouse|nice|rennes|strasbourg|montpellier|grenoble|dijon|rouen|reims|tours|metz|brest|caen|pau|laval|aix-en-provence|est|ouest|nord|sud|idf|france|fr|europe)$/;
const isBranch = (local: string): boolean => {
  const parts = local.split(/[._-]/);
  if (parts.length === 1) return /^(?:agence|contact|infos?|accueil|boutique|magasin|bureau|sav)\d{2,3}$/.test(local);
  if (parts.length === 2 && /^\d{2,3}$/.test(parts[1] ?? '')) return BRANCHES.test(parts[0] ?? '');
  return BRANCHES.test(parts[0] ?? '')
    ? TOWNS.test(parts.slice(1).join('-')) || parts.slice(1).every((part) => TOWNS.test(part))
    : parts.length === 2 &&
        parts[0] !== 'france' &&
        TOWNS.test(parts[0] ?? '') &&
        /^(?:agence|boutique|magasin|sav)$/.test(parts[1] ?? '');
};

const emailParts = (ledger: Ledger): readonly [string, string] => {
  const [local = '', host = ''] = text(ledger.world.addresses[0]?.email).toLowerCase().split('@');
  return [local, host];
};

/** Whether the address is an office's own: info@ on a host of its own. */
export const isRoleAddress = (ledger: Ledger): boolean => {
  const [local, host] = emailParts(ledger);
  const name = local.replace(/\+.*$/, '');
  return (ROLES.has(name.replace(/\.|_/g, '-')) || isBranch(name)) && host !== '' && !isPublicMailbox(host);
};

/** An office's address, or a number that a legal person is shown to have. */
export const isOffice = (ledger: Ledger, moment: Moment): boolean =>
  ledger.world.addresses[0]?.email === undefined ? shownKind(ledger, moment) === 'legal-person' : isRoleAddress(ledger);

const TRUE_SALES = ['order', 'service-contract', 'paid-subscription'];

/** L5: a recorded relation in that quality: a true, own, standing sale to a professional. */
export const boughtInThatQuality = (ledger: Ledger, moment: Moment): boolean =>
  salesAt(ledger, moment).some(
    (sale) =>
      !sale.altered &&
      !sale.isOfAnother &&
      sale.body.boughtAs === 'professional' &&
      TRUE_SALES.includes(text(sale.body.type)) &&
      // S2: an address that came by a marketplace shows who bought there.
      (sale.body.coordinatesFrom === undefined || sale.body.coordinatesFrom === 'data-subject') &&
      (sale.body.sellerSiren === undefined || sale.body.sellerSiren === ledger.siren) &&
      !(sale.body.cancelledAt !== undefined && ms(sale.body.cancelledAt) <= moment.t),
  );

/**
 * The legal form that counts (FR-B2B-2, L5): with a registry number or a relation in that quality; a word on where it is known from does not
 * do (D2). The register of associations holds nothing else. Empty: none is shown.
 */
export const formThatCounts = (ledger: Ledger, moment: Moment): string => {
  const { legalForm, rna, siren } = object(ledger.facts.organisation) ?? {};
  const isAssociation = legalForm === 'association' && /^W.{9}$/.test(text(rna));
  return isAssociation || isValidSiren(text(siren)) || boughtInThatQuality(ledger, moment) ? text(legalForm) : '';
};

/** Forms behind which more than one human may be. */
export const LEGAL_PERSONS = ['company', 'association', 'public-body'];

/** FR-B2B-2: info@ of a house that is shown to be one is that house's, whoever is said to read it, but for who trades alone. */
const saidKind = (ledger: Ledger, moment: Moment): string => {
  const kind = text(ledger.facts.kind) || 'consumer';
  const isOfAHouse = isRoleAddress(ledger) && LEGAL_PERSONS.includes(formThatCounts(ledger, moment));
  return isOfAHouse && kind !== 'sole-trader' ? 'legal-person' : kind;
};

/** The kind declared, if one of the three things of L5 shows it: SIREN, professional host, a recorded relation in that quality. */
export const shownKind = (ledger: Ledger, moment: Moment): string => {
  const kind = saidKind(ledger, moment);
  if (kind === 'consumer') return 'consumer';
  const [, host] = emailParts(ledger);
  const siren = isValidSiren(text(object(ledger.facts.organisation)?.siren));
  const relation = boughtInThatQuality(ledger, moment);
  return siren || (host !== '' && !isPublicMailbox(host)) || relation ? kind : 'consumer';
};

/**
 * Whether the offer category concerns the person's function, by the advertiser's recorded map (B2B-1). Without a category,
 * what was offered is unknown: some offer of the map must concern the function, for an unknown link refuses (D2).
 */
export const concernsProfession = (ledger: Ledger, category: string | undefined): boolean => {
  const fn = object(ledger.facts.profession)?.function;
  return (
    fn !== undefined &&
    list(ledger.world.advertiser.professionalOffers).some(
      (entry) =>
        entry.function === fn &&
        (category === undefined ? list(entry.offered).length > 0 : (entry.offered as string[]).includes(category)),
    )
  );
};

/** Mobiles of France and of its territories: somebody carries each of them. */
const MOBILES = [
  ...['+336', '+337'], // 06 and 07
  ...['+262692', '+262693', '+262639', '+26270920', '+26270921', '+26270922', '+26270923'],
  ...['+26270935', '+26270936', '+26270937'],
  ...['+590690', '+590691', '+5907090', '+594694', '+594695', '+5947093', '+596696', '+596697', '+5967091'],
  ...['+5087084', '+5087085', '+50840', '+50844', '+50855', '+50856'],
  ...[
    '+6875',
    '+6877',
    '+6879',
    '+68780',
    '+68781',
    '+68782',
    '+68783',
    '+68784',
    '+68785',
    '+68786',
    '+68787',
    '+68789',
  ],
  ...['+68987', '+68988', '+68989', '+68182', '+68183'],
];

/** A number that somebody carries. */
export const isMobile = (ledger: Ledger): boolean =>
  MOBILES.some((start) => text(ledger.world.addresses[0]?.phone).startsWith(start));

/** FR-B2B-2: whether a legal person is shown at an address that is nobody's own: its office's, or a number that no one human carries. */
export const isHouse = (ledger: Ledger, moment: Moment): boolean =>
  shownKind(ledger, moment) === 'legal-person' && isOffice(ledger, moment) && !isMobile(ledger);

/** FR-B2B-2, "one-person companies: role address may identify the owner": what is done there is a house's own where more than one is behind it. */
const actsAsHouse = (ledger: Ledger, moment: Moment): boolean =>
  isHouse(ledger, moment) &&
  !['single-member-company', 'sole-trader'].includes(text(object(ledger.facts.organisation)?.legalForm));

/** FR-B2B-3, "if contacted in that capacity": what somebody did as a private person, though they are shown to be something else too. */
export const isPrivateAct = (ledger: Ledger, act: Record_, category: string, moment: Moment): boolean => {
  if (shownKind(ledger, moment) === 'consumer') return true;
  // A legal person is no consumer, unless somebody says that a purchase was one's.
  if (act.kind === 'sale')
    return act.body.boughtAs === 'consumer' || (act.body.boughtAs === undefined && !actsAsHouse(ledger, moment));
  // Nothing says in what quality one agrees: unknown, a consumer (D2), but for what concerns the function (FR-B2B-1).
  return !actsAsHouse(ledger, moment) && !concernsProfession(ledger, category === '' ? undefined : category);
};

/** Whether the rules for consumers hold for a message: by what the person is, or by the quality in which they are written to. */
export const isProtected = (ledger: Ledger, ask: Pick<Ask, 'asConsumer'>, moment: Moment): boolean =>
  ask.asConsumer === true || shownKind(ledger, moment) === 'consumer';
