import type { Language } from '#tools/law/page/language.ts';

type ByValue = Readonly<Record<string, string>>;

/** The first day of what recurs. `isInAll`: each month has this day. */
interface FirstDay {
  readonly weekday: string;
  readonly day: number;
  readonly isInAll: boolean;
}

/** The first of a month in French: `1er décembre 2026`. */
const withOrdinal = (date: string): string => date.replace(/^1(?!\d)/, '1er');

const en = {
  lead: 'Who was to be written to, how far each campaign is, what was foreseen, and what came of everybody.',
  go: 'Show',
  none: 'This advertiser has no campaign.',
  count: (count: number) => (count === 1 ? 'One campaign.' : `${count} campaigns, the newest first.`),
  states: {
    ...{ 'awaiting-approval': 'awaits another key', scheduled: 'scheduled', running: 'running', paused: 'paused' },
    ...{ cancelling: 'being cancelled', cancelled: 'cancelled', finished: 'finished' },
  } as ByValue,
  template: (id: string, version: string) => `template ${id}, ${version}`,
  now: 'at once',
  waves: (at: string) => `${at} where each reader is`,
  every: {
    day: () => 'every day',
    week: ({ weekday }) => `every ${weekday}`,
    month: ({ day, isInAll }) => `each month on day ${day}${isInAll ? '' : ', or on its last,'}`,
  } as Readonly<Record<string, (first: FirstDay) => string>>,
  from: (date: string) => `from ${date}`,
  at: (at: string, zone: string) => `${at}, ${zone}`,
  next: 'Next run: ',
  paused: 'Paused because: ',
  causes: {
    'address-undeliverable': 'the provider refuses every address',
    rejected: 'the provider refuses all of its messages',
  } as ByValue,
  run: 'Run of ',
  runStates: { running: 'goes on', finished: 'finished' },
  selected: 'selected',
  progress: (done: number, all: number) => `${done} of ${all} have their state`,
  dryRun: 'Looked at before',
  costs: (usd: number) => `The provider bills ${usd} USD.`,
  report: 'Report as a page',
  make: 'Make its report',
  again: 'Make another report',
  failed: 'The report failed.',
  counts: {
    ...{ sent: 'sent', refused: 'refused', deferred: 'deferred', 'in-review': 'wait for a decision', waiting: 'wait' },
    ...{ unknown: 'without an answer', 'unknown-final': 'outcome unknown', failed: 'failed', expired: 'too late' },
    ...{ cancelled: 'cancelled', allowed: 'may leave' },
  } as ByValue,
};
export type CampaignWords = typeof en;

const fr: CampaignWords = {
  lead: 'À qui il fallait écrire, où en est chaque campagne, ce qui était prévu, et ce qu’il en est de chacun.',
  go: 'Montrer',
  none: 'Cet annonceur n’a pas de campagne.',
  count: (count) => (count === 1 ? 'Une campagne.' : `${count} campagnes, de la plus récente à la plus ancienne.`),
  states: {
    ...{ 'awaiting-approval': 'attend une autre clé', scheduled: 'prévue', running: 'en cours', paused: 'suspendue' },
    ...{ cancelling: 'en cours d’annulation', cancelled: 'annulée', finished: 'terminée' },
  },
  template: (id, version) => `modèle ${id}, ${version}`,
  now: 'aussitôt',
  waves: (at) => `${at} là où est chaque lecteur`,
  every: {
    day: () => 'chaque jour',
    week: ({ weekday }) => `chaque ${weekday}`,
    month: ({ day, isInAll }) => `chaque mois le ${withOrdinal(String(day))}${isInAll ? '' : ', ou son dernier jour,'}`,
  },
  from: (date) => `à partir du ${withOrdinal(date)}`,
  at: (at, zone) => `${at}, ${zone}`,
  next: 'Prochain envoi : ',
  paused: 'Suspendue car : ',
  causes: {
    'address-undeliverable': 'le prestataire refuse toutes les adresses',
    rejected: 'le prestataire refuse tous ses messages',
  },
  run: 'Envoi du ',
  runStates: { running: 'en cours', finished: 'terminé' },
  selected: 'sélectionnés',
  progress: (done, all) => `${done} sur ${all} ont leur état`,
  dryRun: 'Ce qui était prévu',
  costs: (usd) => `Le prestataire facture ${usd.toLocaleString('fr-FR', { maximumFractionDigits: 6 })} USD.`,
  report: 'Le bilan, comme page',
  make: 'Faire le bilan',
  again: 'Faire un autre bilan',
  failed: 'Le bilan a échoué.',
  counts: {
    ...{ sent: 'envoyés', refused: 'refusés', deferred: 'différés', 'in-review': 'attendent une décision' },
    ...{ waiting: 'attendent', unknown: 'sans réponse', 'unknown-final': 'au sort inconnu', failed: 'en échec' },
    ...{ expired: 'trop tard', cancelled: 'annulés', allowed: 'peuvent partir' },
  },
};

/** The words of the page of campaigns. */
export const CAMPAIGN_WORDS: Readonly<Record<Language, CampaignWords>> = { fr, en };
