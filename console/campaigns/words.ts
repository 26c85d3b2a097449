import { withFirstDay } from '#shared/domain/time/day-in-words.ts';
import type { Language } from '#tools/law/page/language.ts';
import { type Html, html } from '../html.ts';
import { CONTROL_WORDS } from './control-words.ts';
import { statesIn } from './states.ts';

type ByValue = Readonly<Record<string, string>>;

/** The first day of what recurs. `isInAll`: each month has this day. */
interface FirstDay {
  readonly weekday: string;
  readonly day: number;
  readonly isInAll: boolean;
}

/** What was foreseen of a run beside what came of it. `later`: of those foreseen, at a later lawful hour. `rest`: whoever was not sent to, in words. */
interface Compared {
  readonly foreseen: number;
  readonly later: number;
  readonly sent: number;
  readonly rest: string;
}

/** How far a run is of which not everyone is selected. `about`: how many a dry run looked at. Absent: none did. */
interface SoFar {
  readonly done: number;
  readonly selected: number;
  readonly about?: number;
}

const en = {
  lead: 'Who was to be written to, how far each campaign is, what was foreseen, and what came of everybody.',
  go: 'Show',
  none: 'This advertiser has no campaign. One is created by the API: POST /v1/campaigns.',
  noneOlder: 'None on this page.',
  unread: (name: string) => `“${name}” could not be read`,
  unreadJobs: 'Dry runs and reports could not all be read',
  unreadDryRun: 'A dry run could not be read',
  count: (count: number) => (count === 1 ? 'One campaign.' : `${count} campaigns, the newest first.`),
  states: {
    'awaiting-approval': 'awaits another key',
    scheduled: 'scheduled',
    running: 'running',
    paused: 'paused',
    cancelling: 'being cancelled',
    cancelled: 'cancelled',
    finished: 'finished',
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
  resumeBy: 'It starts only if you resume the campaign before ',
  late: 'Its time passed during the pause: it starts within a minute.',
  skipped: 'Not sent, since the campaign was paused at that time: ',
  paused: 'Paused because: ',
  // Each before its time.
  pausedByKey: (key: string) => `Paused last with the key ${key}: `,
  pausedByItself: 'It paused itself last: ',
  pausedLast: 'Paused last: ',
  // After it, by what the campaign is now.
  since: { running: ' (resumed since)', cancelled: ' (cancelled since)' } as ByValue,
  halted: 'An operator lets nothing leave, whether or not it is paused, since ',
  causes: {
    'address-undeliverable': 'the provider said of several addresses in a row that there are none such',
    rejected: 'the provider refused its last messages, and took no more',
    unanswered: 'the provider did not answer of several hand-offs in a row',
    'sender-unknown': 'its sender is no longer in the settings',
    'no-key-press': 'its calling number promises a key to oppose, and the route of calls reports none',
    'refused-by-settings': 'the settings have changed, and each of its messages would be refused',
    'too-many-complaints': 'too many readers reported it as unwanted',
    'too-many-bounces': 'too many mails came back undelivered',
  } as ByValue,
  run: 'Run of ',
  runStates: { running: 'goes on', finished: 'finished' },
  selected: 'selected',
  progress: (done: number, all: number) => `${done} of ${all} dealt with`,
  soFar: ({ done, selected, about }: SoFar) =>
    about === undefined
      ? `${done} dealt with of ${selected} selected so far; others of the audience are to come`
      : `${done} dealt with of about ${about} (${selected} selected so far)`,
  fixed: 'Recipients fixed (Paris time): ',
  compared: ({ foreseen, later, sent, rest }: Compared) =>
    `Foreseen: ${foreseen} to leave${later === 0 ? '' : `, ${later} of them later, at a lawful hour`}. Sent: ${sent}${rest === '' ? '' : `. Beside them: ${rest}`}.`,
  pausedItself:
    'This run paused itself. Once resumed, it does not pause itself again for complaints or messages that come back, however many: watch it, and pause it yourself where it is needed. It still does where the provider refuses its messages.',
  dryRun: 'Dry run',
  costs: (usd: number) => `The provider bills ${usd} USD.`,
  bills: (units: number, per: string) =>
    `The provider bills ${units} ${per === 'segment' ? 'segments' : 'messages'}; their price is not known here.`,
  heldWhenAsked: 'As this was asked for, nobody could leave: ',
  lastLeaves: (at: Html) => html`The last leaves at about ${at} (an estimate).`,
  between: (from: Html, to: Html) => html`Between ${from} and ${to}`,
  report: 'Open the report',
  make: 'Make its report',
  again: 'Make another report',
  failed: 'The report failed.',
  controls: CONTROL_WORDS.en,
  cancelling: 'Cancel this campaign…',
  counts: { ...statesIn('en'), allowed: 'may leave' } as ByValue,
};
export type CampaignWords = typeof en;

const fr: CampaignWords = {
  lead: 'À qui il fallait écrire, où en est chaque campagne, ce qui était prévu, et ce qu’il en est de chacun.',
  go: 'Montrer',
  none: 'Cet annonceur n’a pas de campagne. Une campagne se crée par l’API\u00a0: POST /v1/campaigns.',
  noneOlder: 'Aucune sur cette page.',
  unread: (name) => `«\u00a0${name}\u00a0» n’a pas pu être lue`,
  unreadJobs: 'Les simulations et les bilans n’ont pas tous pu être lus',
  unreadDryRun: 'Une simulation n’a pas pu être lue',
  count: (count) => (count === 1 ? 'Une campagne.' : `${count} campagnes, de la plus récente à la plus ancienne.`),
  states: {
    'awaiting-approval': 'attend une autre clé',
    scheduled: 'prévue',
    running: 'en cours',
    paused: 'suspendue',
    cancelling: 'en cours d’annulation',
    cancelled: 'annulée',
    finished: 'terminée',
  },
  template: (id, version) => `modèle ${id}, ${version}`,
  now: 'aussitôt',
  waves: (at) => `${at} là où est chaque lecteur`,
  every: {
    day: () => 'chaque jour',
    week: ({ weekday }) => `chaque ${weekday}`,
    month: ({ day, isInAll }) =>
      `chaque mois le ${withFirstDay(String(day), 'fr')}${isInAll ? '' : ', ou son dernier jour,'}`,
  },
  from: (date) => `à partir du ${withFirstDay(date, 'fr')}`,
  at: (at, zone) => `${at}, ${zone}`,
  next: 'Prochain envoi : ',
  resumeBy: 'Il n’a lieu que si vous reprenez la campagne avant le ',
  late: 'L’heure de cet envoi est passée pendant la suspension\u00a0: il part dans la minute.',
  skipped: 'Envois qui n’ont pas eu lieu, la campagne étant suspendue à leur heure\u00a0: ',
  paused: 'Suspendue car : ',
  pausedByKey: (key) => `Dernière suspension, avec la clé ${key} : le `,
  pausedByItself: 'Dernière suspension, d’elle-même : le ',
  pausedLast: 'Dernière suspension : le ',
  since: { running: ' (reprise depuis)', cancelled: ' (annulée depuis)' },
  halted: 'L’exploitant a arrêté les envois, que la campagne soit suspendue ou non, depuis le ',
  causes: {
    'address-undeliverable': 'le prestataire a dit de plusieurs adresses de suite qu’elles n’existent pas',
    rejected: 'le prestataire refusait ses derniers messages, et n’en prenait plus',
    unanswered: 'le prestataire n’a pas répondu à plusieurs remises de suite',
    'sender-unknown': 'son expéditeur n’est plus dans les paramètres',
    'no-key-press': 'son numéro d’appel promet une touche pour s’opposer, et la route des appels n’en rapporte aucune',
    'refused-by-settings': 'les paramètres ont changé, et chacun de ses messages serait refusé',
    'too-many-complaints': 'trop de lecteurs l’ont signalée comme indésirable',
    'too-many-bounces': 'trop d’e-mails sont revenus non distribués',
  },
  run: 'Envoi du ',
  runStates: { running: 'en cours', finished: 'terminé' },
  selected: 'sélectionnés',
  progress: (done, all) => `${done} sur ${all} traités`,
  soFar: ({ done, selected, about }) =>
    about === undefined
      ? `${done} traités sur ${selected} sélectionnés jusqu’ici\u00a0; d’autres destinataires du public sont à venir`
      : `${done} traités sur environ ${about} (${selected} sélectionnés jusqu’ici)`,
  fixed: 'Destinataires arrêtés (heure de Paris)\u00a0: ',
  compared: ({ foreseen, later, sent, rest }) =>
    `Prévus\u00a0: ${foreseen}${later === 0 ? '' : `, dont ${later} plus tard, à une heure permise`}. Envoyés\u00a0: ${sent}${rest === '' ? '' : `. Pour les autres\u00a0: ${rest}`}.`,
  pausedItself:
    'Cet envoi s’est suspendu de lui-même. Une fois repris, il ne se suspendra plus de lui-même pour des plaintes ou des messages revenus, quel qu’en soit le nombre\u00a0: surveillez-le, et suspendez-le vous-même s’il le faut. Si le prestataire refuse ses messages, il se suspend toujours.',
  dryRun: 'Simulation',
  bills: (units, per) =>
    `Le prestataire facture ${units.toLocaleString('fr-FR')} ${per === 'segment' ? 'segments' : 'messages'}\u00a0; leur prix n’est pas connu ici.`,
  heldWhenAsked: 'Au moment de la demande, rien ne pouvait partir\u00a0: ',
  lastLeaves: (at) => html`Le dernier part vers le ${at} (estimation).`,
  between: (from, to) => html`Entre le ${from} et le ${to}`,
  costs: (usd) => `Le prestataire facture ${usd.toLocaleString('fr-FR', { maximumFractionDigits: 6 })} USD.`,
  report: 'Ouvrir le bilan',
  make: 'Établir le bilan',
  again: 'Établir un nouveau bilan',
  failed: 'Le bilan a échoué.',
  controls: CONTROL_WORDS.fr,
  cancelling: 'Annuler cette campagne…',
  counts: { ...statesIn('fr'), allowed: 'peuvent partir' },
};

/** The words of the page of campaigns. */
export const CAMPAIGN_WORDS: Readonly<Record<Language, CampaignWords>> = { fr, en };
