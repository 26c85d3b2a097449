import type { Advertiser } from '../advertiser/advertiser.ts';
import { MONTHS_OF_VALUES } from '../retention/months-of-values.ts';
import type { Activity } from './activities.ts';
import type { Said } from './said.ts';

/** What of the deployment says how long something stays, in days. */
export interface TermsOfStage {
  readonly logDays: number;
  readonly failedRecordDays: number;
  readonly journalDays: number;
}

/** A number and its noun: both languages write the plural of these with an s. */
const counted = (count: number, noun: string): string => `${count} ${noun}${count > 1 ? 's' : ''}`;

/** Years of use: a departure comes before the terms of a sector, and these before the general ones. */
const yearsOf = ({ retention }: Pick<Advertiser, 'retention'>, name: 'prospectYears' | 'customerYears'): number =>
  retention.departure?.[name] ?? retention.sector?.[name] ?? retention[name];

const departureOf = ({ retention: { departure, sector } }: Pick<Advertiser, 'retention'>): Said => {
  if (departure !== undefined)
    return {
      fr: ` Dérogation justifiée : « ${departure.justification} » (${departure.decidedBy}, ${departure.decidedOn}).`,
      en: ` Justified departure: “${departure.justification}” (${departure.decidedBy}, ${departure.decidedOn}).`,
    };
  if (sector === undefined) return { fr: '', en: '' };
  return { fr: ` Durées du secteur : « ${sector.source} ».`, en: ` Terms of the sector: “${sector.source}”.` };
};

/** How long the data of an activity stay (art. 30, § 1, f), by what is set for this advertiser and this deployment. */
export const termOf = (
  term: Activity['term'],
  advertiser: Pick<Advertiser, 'retention'>,
  { logDays, failedRecordDays, journalDays }: TermsOfStage,
): Said => {
  const { retention } = advertiser;
  const departure = departureOf(advertiser);
  const [prospect, customer] = [yearsOf(advertiser, 'prospectYears'), yearsOf(advertiser, 'customerYears')];
  const proof = retention.proofDeparture?.proofYears ?? retention.proofYears ?? 6;
  const values = retention.valuesMonths ?? MONTHS_OF_VALUES.most;
  const terms: Readonly<Record<Activity['term'], Said>> = {
    use: {
      fr: `${counted(prospect, 'an')} après le dernier acte du prospect ; ${counted(customer, 'an')} après la fin de la relation avec le client.${departure.fr} Fichiers déposés : sept jours.`,
      en: `${counted(prospect, 'year')} after the last act of a prospect; ${counted(customer, 'year')} after the end of the relation with a customer.${departure.en} Uploaded files: seven days.`,
    },
    sends: {
      fr: `Adresse et valeurs insérées : ${values} mois. Campagnes : 396 jours après leur dernier jour.`,
      en: `Address and merge values: ${values} months. Campaigns: 396 days after their last day.`,
    },
    proof: {
      fr: `Faits enregistrés : six ans après la fin de l’usage ou la dernière opposition. Envois : ${counted(proof, 'an')} après le départ.`,
      en: `Recorded facts: six years after the end of the use or the last opposition. Sendings: ${counted(proof, 'year')} after the hand-off.`,
    },
    oppositions: {
      fr: `Sans terme : l’empreinte, la portée et la date. Journal des oppositions : ${counted(journalDays, 'jour')}, verrouillé.`,
      en: `Without a term: the fingerprint, the scope and the date. Journal of oppositions: ${counted(journalDays, 'day')}, locked.`,
    },
    rights: {
      fr: 'Effacements : sans terme, sans l’adresse. Demandes : six ans après la dernière suite donnée ; tant qu’une demande est ouverte ou sa limitation en vigueur ; les mots de la personne jusqu’à l’effacement.',
      en: 'Erasures: without a term, without the address. Requests: six years after the last thing done about them; as long as one is open or its restriction in force; the words of the person until erasure.',
    },
    accounts: {
      fr: 'Tant que l’annonceur utilise le service.',
      en: 'As long as the advertiser uses the service.',
    },
    operation: {
      fr: `Journaux techniques : ${counted(logDays, 'jour')} ; du sort des SMS : sept jours. Enregistrements en échec : ${counted(failedRecordDays, 'jour')}. Sauvegarde continue : 35 jours.`,
      en: `Logs: ${counted(logDays, 'day')}; of what became of SMS: seven days. Records that failed: ${counted(failedRecordDays, 'day')}. Point-in-time recovery: 35 days.`,
    },
  };
  return terms[term];
};
