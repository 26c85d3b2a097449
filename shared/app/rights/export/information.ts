import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { ACTIVITIES } from '#shared/domain/processing/activities.ts';
import { PROCESSOR, type RouteProcessor, SERVICES, transferOf } from '#shared/domain/processing/processors.ts';
import type { Said } from '#shared/domain/processing/said.ts';
import { type TermsOfStage, termOf } from '#shared/domain/processing/terms.ts';
import { REGISTER } from '#shared/domain/retention/register.ts';

/** The deployment that holds the data. */
export interface WhereHeld extends TermsOfStage {
  /** The Region of AWS. */
  readonly region: string;
  /** The Region that the journal is copied to. Absent: none. */
  readonly copyRegion?: string | undefined;
  /** Regions that it was copied to before, and where the copies still are. */
  readonly formerCopies?: readonly string[] | undefined;
  /** Who takes what leaves, or took it before and has data still, where that is not one of the services that always do. */
  readonly providers: readonly RouteProcessor[];
}

/** What somebody is informed of with their data (GDPR art. 15, § 1, a to h, and § 2). */
export interface Information {
  readonly activities: readonly {
    readonly title: Said;
    readonly purpose: Said;
    readonly basis: Said;
    readonly data: Said;
    readonly recipients: Said;
    readonly term: Said;
    /** Each kind of thing that is stored for it, as the register of retention has it. */
    readonly stored: readonly {
      readonly kind: string;
      readonly holds: string;
      readonly term: string;
      readonly reason: string;
    }[];
  }[];
  readonly processor: Said;
  readonly services: readonly { readonly name: string; readonly does: Said }[];
  /** Who sends, beside these services: what each gets and keeps, and where. */
  readonly providers: readonly RouteProcessor[];
  readonly transfer: Said;
  readonly source: Said;
  readonly rights: Said;
  readonly complaint: Said;
  readonly automatedDecisions: Said;
  /** What is not in the files, and why. */
  readonly leftOut: readonly Said[];
}

const SOURCE: Said = {
  fr: 'Vous-même, par les formulaires, achats et échanges qui figurent ici ; à défaut, la source indiquée avec chaque fait (fichier importé, partenaire, annuaire public). « Vous-même » n’est écrit que si l’annonceur l’a enregistré ainsi.',
  en: 'You, by the forms, purchases and exchanges that are shown here; else the source that is named with each fact (a file that was imported, a partner, a public register). It says you only where the advertiser recorded it so.',
};
const RIGHTS: Said = {
  fr: 'Vous pouvez demander que vos données soient rectifiées, effacées ou que leur utilisation soit limitée, et vous opposer à la prospection à tout moment, sans motif et sans frais (RGPD, art. 16 à 18 et 21). Un consentement se retire à tout moment (art. 7, § 3).',
  en: 'You may ask that your data be rectified or erased, or that their use be restricted, and object to prospecting at any time, without a reason and free of charge (GDPR, art. 16 to 18 and 21). A consent may be withdrawn at any time (art. 7, § 3).',
};
const COMPLAINT: Said = {
  fr: 'Vous pouvez introduire une réclamation auprès de la Commission nationale de l’informatique et des libertés (CNIL), 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, www.cnil.fr (RGPD, art. 77).',
  en: 'You may lodge a complaint with the Commission nationale de l’informatique et des libertés (CNIL), 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, www.cnil.fr (GDPR, art. 77).',
};
const AUTOMATED: Said = {
  fr: 'Un programme décide de chaque message s’il peut partir, d’après vos consentements, vos achats, vos oppositions et la loi ; le motif est indiqué avec chaque message. Cela ne décide que de l’envoi d’un message : aucune décision n’est prise qui produise des effets juridiques à votre égard ou vous affecte de manière similaire, et aucun profil n’est calculé (RGPD, art. 22).',
  en: 'A program decides of each message whether it may leave, by your consents, your purchases, your oppositions and the law; the reason is shown with each message. It decides of nothing but the sending of a message: no decision is taken that produces legal effects concerning you or similarly affects you, and no profile is worked out (GDPR, art. 22).',
};

/** What is held and not given, and why: each is a copy of what is given, a mark of the machine, or about somebody else. */
const NOT_GIVEN: readonly Said[] = [
  {
    fr: 'Les noms des personnes qui ont enregistré, approuvé, tranché ou répondu : ce sont leurs données (RGPD, art. 15, § 4). Ce qu’elles ont écrit de vous figure ici.',
    en: 'The names of those who recorded, approved, decided or answered: they are their data (GDPR, art. 15, § 4). What they wrote of you is here.',
  },
  {
    fr: 'Ce qui est détenu sous vos autres adresses ou numéros, si un code envoyé à une seule adresse a montré qui demande : demandez-le depuis chacune, ou faites savoir à l’annonceur qui vous êtes.',
    en: 'What is held of your other addresses or numbers, where a code sent to one address showed who asks: ask from each of them, or let the advertiser know who you are.',
  },
  {
    fr: 'Les contacts dont il n’est pas certain qu’ils soient les vôtres : ils sont remplacés par « another-contact ».',
    en: 'Contacts that are not certainly yours: it says “another-contact” in place of them.',
  },
  {
    fr: 'Les marques techniques qui ne disent rien de plus : empreintes de requêtes, listes de tâches à faire, positions, clés de chiffrement, index qui servent à choisir une audience et qui sont recalculés depuis ce qui figure ici.',
    en: 'Technical marks that say nothing more: hashes of requests, lists of work to do, positions, encryption keys, the index that selects audiences, which is made again from what is here.',
  },
  {
    fr: 'Les copies : sauvegardes, journal des oppositions, fichiers déposés ou comptes rendus gardés sept jours au plus, dont ce qui a été retenu figure ici ; ce qui n’a pas encore pu être lu (une réponse par SMS mise de côté).',
    en: 'Copies: backups, the journal of oppositions, files that were uploaded and reports, kept for seven days at most, of which what was recorded is here; what could not be read yet (a reply by SMS that was put aside).',
  },
  {
    fr: 'Le prestataire qui a acheminé chaque message : il n’est pas enregistré avec lui. Sont indiqués ceux par lesquels partent les messages, et ceux d’avant que l’exploitant a indiqués.',
    en: 'Which provider carried each message: it is not recorded with it. Those by which messages leave are named, and those of before that the operator named.',
  },
  {
    fr: 'Le texte d’un message dont les valeurs ne sont plus gardées : il n’en reste que l’empreinte. Le texte montré est celui de son auteur ; les mentions obligatoires et le lien d’opposition y ont été ajoutés au départ.',
    en: 'The text of a message of which the values are not kept any more: its hash is what is left. The text that is shown is that of its author; the mandatory mentions and the link to oppose were added when it left.',
  },
];

/** What is said with the data of a person of one advertiser. */
export const informationOf = (advertiser: Pick<Advertiser, 'retention'>, where: WhereHeld): Information => {
  const registered = Object.values(REGISTER).flat();
  return {
    activities: ACTIVITIES.filter(({ term }) => term !== 'accounts').map(
      ({ title, purpose, basis, data, recipients, term, kinds }) => ({
        title,
        purpose,
        basis,
        data,
        recipients,
        term: termOf(term, advertiser, where),
        stored: kinds.flatMap((kind) => {
          const found = registered.find((each) => each.kind === kind);
          return found === undefined ? [] : [{ kind, holds: found.holds, term: found.term, reason: found.reason }];
        }),
      }),
    ),
    processor: PROCESSOR,
    services: SERVICES.map(({ name, does }) => ({ name, does })),
    providers: where.providers,
    transfer: transferOf(where.region, where.copyRegion, where.formerCopies),
    source: SOURCE,
    rights: RIGHTS,
    complaint: COMPLAINT,
    automatedDecisions: AUTOMATED,
    leftOut: NOT_GIVEN,
  };
};
