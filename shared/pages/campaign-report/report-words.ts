import type { ShownPause } from '#shared/app/campaigns/who-paused.ts';
import type { CampaignControl } from '#shared/domain/campaign/campaign.ts';
import type { RecipientState } from '#shared/domain/campaign/recipient.ts';
import { STATE_NAMES } from '#shared/domain/campaign/words/state-names.ts';
import type { Language } from '../layout.ts';

/** What the page of a report says around its numbers. */
interface ReportWords {
  readonly title: string;
  readonly due: string;
  /** After `due`, of a campaign that leaves at an hour of each reader. */
  readonly dueThere: (local: string, firstInParis: string) => string;
  readonly asked: string;
  /** After the time of a pause, by what the campaign is now. */
  readonly since: Readonly<Partial<Record<CampaignControl, string>>>;
  /** Around the time at which a run that is paused ends. */
  readonly runEnds: readonly [before: string, after: string];
  readonly final: string;
  readonly notFinal: string;
  readonly skipped: string;
  /** Before the time of it. */
  readonly lastPause: (pause: ShownPause) => string;
  readonly noAddresses: string;
  readonly funnel: string;
  readonly selected: string;
  readonly judged: string;
  readonly sent: string;
  readonly bounced: string;
  readonly complained: string;
  readonly opposed: string;
  readonly opposedAfter: string;
  readonly headings: string;
  readonly heading: string;
  readonly recipients: string;
  readonly sum: string;
  readonly nobody: string;
  readonly nobodyYet: string;
  readonly reasons: string;
  readonly toDo: string;
  readonly examples: string;
  /** Of the first and the last time at which some of them come up. */
  readonly comesUp: (from: string, to: string) => string;
  readonly hours: string;
  readonly hour: string;
  readonly aboutHours: string;
  readonly hourUnknown: string;
  readonly waves: string;
  readonly aboutWaves: string;
  readonly wave: string;
  readonly noWave: string;
  readonly late: string;
  readonly others: string;
  readonly oppositions: string;
  readonly noOpposition: string;
  readonly aboutOppositions: string;
  readonly selectedOrNot: string;
  readonly selectedSoFar: string;
  readonly left: string;
  readonly parisTime: string;
  readonly notMeasured: string;
  readonly states: Readonly<Record<RecipientState, string>>;
}

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = {
  fr: {
    title: 'Bilan de campagne',
    due: 'Envoi prévu le',
    dueThere: (local, first) =>
      `${local}, à l’heure de chaque lecteur (destinataires arrêtés le ${first}, heure de Paris)`,
    asked: 'Bilan demandé le',
    lastPause: ({ by, apiKeyId, keyName }) => {
      if (by === 'key') return `Suspendue avec la clé ${keyName ? `« ${keyName} » (${apiKeyId})` : apiKeyId}, le`;
      return by === 'itself' ? 'Elle s’est suspendue le' : 'Suspendue le';
    },
    runEnds: [
      'Cet envoi prend fin au plus tard le',
      ', même suspendu\u00a0: ceux qui n’ont pas reçu le message à cette heure ne le recevront plus par cet envoi.',
    ],
    since: { running: ' (reprise depuis)', cancelled: ' (annulée depuis)' },
    final: 'L’envoi est terminé\u00a0: chaque destinataire a un état définitif.',
    notFinal: 'L’envoi n’est pas terminé\u00a0: demandez un autre bilan plus tard.',
    skipped:
      'La campagne était suspendue à l’heure de ces envois, et elle n’a pas été reprise à temps\u00a0: ils n’ont pas eu lieu. L’envoi suivant s’adresse à tous.',
    noAddresses:
      'Ce bilan ne contient ni adresse ni numéro\u00a0: les destinataires y figurent par l’identifiant de leur contact.',
    funnel: 'Du public aux réponses',
    selected: 'Destinataires du public',
    selectedOrNot: 'Destinataires du public (environ)',
    selectedSoFar: 'Sélectionnés jusqu’ici',
    left: 'Pas encore sélectionnés (environ)',
    judged: 'Pour lesquels la loi a été vérifiée',
    sent: 'Messages envoyés',
    bounced: 'Revenus sans être remis',
    complained: 'Signalés comme indésirables',
    opposed: 'Oppositions par ce message',
    opposedAfter: 'Oppositions venues ensuite, sans que l’on sache par quel message',
    headings: 'Chaque destinataire, une seule fois',
    heading: 'État',
    recipients: 'Destinataires',
    sum: 'Total',
    reasons: 'Pourquoi, et que faire',
    nobody:
      'Personne n’était dans le public de cette campagne\u00a0: rien n’est parti. Comptez ce public (POST /v1/audiences/count) et corrigez le segment, ou la liste, avant d’en faire une autre.',
    nobodyYet: 'Personne du public n’est encore sélectionné.',
    toDo: 'À faire :',
    examples: 'Par exemple :',
    comesUp: (from, to) => (from === to ? `Reprise le ${from}` : `Reprise entre le ${from} et le ${to}`),
    hours: 'Heures d’envoi',
    hour: 'Heure de Paris',
    aboutHours: 'Envoyés, par heure réelle d’envoi (heure de Paris)',
    hourUnknown: 'Heure inconnue',
    waves: 'Vagues',
    aboutWaves: 'Tous les destinataires, par heure prévue de leur vague (heure de Paris)',
    wave: 'Heure prévue, à Paris',
    noWave: 'Sans attendre de vague',
    late: 'En retard\u00a0: dernier envoi le',
    others: 'Autres états',
    oppositions: 'Oppositions',
    noOpposition: 'Aucune opposition n’est enregistrée à la suite de cet envoi.',
    aboutOppositions:
      'Une opposition est immédiate et gratuite. Rien ne la lève, sauf un nouveau consentement de la personne.',
    parisTime: 'Les heures sont celles de Paris.',
    notMeasured: 'Les ouvertures et les clics ne sont pas mesurés.',
    states: STATE_NAMES.fr,
  },
  en: {
    title: 'Campaign report',
    due: 'Due on',
    dueThere: (local, first) => `${local}, where each reader is (recipients fixed on ${first}, Paris time)`,
    asked: 'Report asked for on',
    lastPause: ({ by, apiKeyId, keyName }) => {
      if (by === 'key') return `Paused with the key ${keyName ? `"${keyName}" (${apiKeyId})` : apiKeyId} on`;
      return by === 'itself' ? 'It paused itself on' : 'Paused on';
    },
    runEnds: [
      'This run ends at the latest on',
      ', also while it is paused: whoever has not had the message by then does not get it by this run.',
    ],
    since: { running: ' (resumed since)', cancelled: ' (cancelled since)' },
    final: 'It is over: each recipient has a final state.',
    notFinal: 'It is not over: ask for another report later.',
    skipped:
      'The campaign was paused at the time of these runs, and not resumed in time: they did not take place. The next run is for everybody.',
    noAddresses: 'This report holds no address and no number: recipients are named by the ids of their contacts.',
    funnel: 'From the audience to the answers',
    selected: 'Recipients of the audience',
    selectedOrNot: 'Recipients of the audience (about)',
    selectedSoFar: 'Selected so far',
    left: 'Not selected yet (about)',
    judged: 'For whom the law was checked',
    sent: 'Messages sent',
    bounced: 'Came back undelivered',
    complained: 'Called spam',
    opposed: 'Oppositions by this message',
    opposedAfter: 'Oppositions after it, of which nobody knows by which message',
    headings: 'Every recipient, once',
    heading: 'State',
    recipients: 'Recipients',
    sum: 'Sum',
    reasons: 'Why, and what to do',
    nobody:
      'Nobody was in the audience of this campaign: nothing left. Count this audience (POST /v1/audiences/count) and mend the segment, or the list, before you make another one.',
    nobodyYet: 'Nobody of the audience is selected yet.',
    toDo: 'What to do:',
    examples: 'For example:',
    comesUp: (from, to) => (from === to ? `Due again on ${from}` : `Due again between ${from} and ${to}`),
    hours: 'Hours of sending',
    hour: 'Hour in Paris',
    aboutHours: 'Sent, by the actual hour of sending (Paris time)',
    hourUnknown: 'Hour unknown',
    waves: 'Waves',
    aboutWaves: 'All recipients, by the planned hour of their wave (Paris time)',
    wave: 'Planned hour, in Paris',
    noWave: 'Without waiting for a wave',
    late: 'Late: last sent on',
    others: 'Other states',
    oppositions: 'Oppositions',
    noOpposition: 'No opposition is recorded after this message.',
    aboutOppositions: 'An opposition is immediate and free. Nothing lifts it but a new consent of the person.',
    parisTime: 'Times are those of Paris.',
    notMeasured: 'Opens and clicks are not measured.',
    states: STATE_NAMES.en,
  },
};
