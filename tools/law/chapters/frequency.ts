import { type ChapterPlan, situation, words } from './plan.ts';

export const FREQUENCY: ChapterPlan = {
  id: 'frequency',
  title: words('Combien de messages', 'How many messages'),
  alsoQuoted: [],
  does: [
    words(
      '**Appels.** Pas plus de quatre par période de trente jours au même consommateur, tentatives sans réponse comprises, ceux de ses sous-traitants avec les siens. Aval compte ceux qu’il fait passer, à tous les numéros que l’annonceur a reliés à la personne ou qu’elle a changés, et ne connaît pas ceux d’un autre système : qui en fait passer ailleurs s’en tient à un seul système par personne. Seuls comptent les appels de prospection (« démarcher ou tenter de démarcher ») : un rappel de rendez-vous ou une enquête n’en est pas un. La pause de soixante jours après un refus a disparu le 11 août 2026 ; un refus est désormais une [opposition](#opposition).',
      '**Calls.** No more than four in thirty days to one consumer, unanswered attempts included, those of the advertiser’s subcontractors with its own. Aval counts those that it makes, to all numbers that the advertiser linked to the person or that they changed, and does not know those of another system: whoever makes some elsewhere keeps to one system for each person. Prospecting calls alone count (“démarcher ou tenter de démarcher”): a reminder of an appointment or a survey is none. The pause of sixty days after a refusal is gone since 11 August 2026; a refusal is now an [opposition](#opposition).',
    ),
    words(
      '**Courriels, SMS, MMS.** Aucun texte ne fixe de nombre. Aval pose un garde-fou contre un programme qui s’emballe : cinq messages par jour, de prospection, par adresse ou numéro et par canal (réglage `dailyCeiling`, de 1 à 50). Ce plafond ou le quota atteint, le message attend le premier jour admis ; il est refusé si sa validité prend fin avant.',
      '**E-mails, SMS, MMS.** No text sets a number. Aval has a guard against a program that runs away: five messages per day, prospecting ones, by address or number and channel (setting `dailyCeiling`, 1 to 50). Once this ceiling or the quota is reached, the message waits for the first day on which it may be sent; it is refused if its validity ends before.',
    ),
  ],
  open: [
    {
      codes: ['ATTEMPT_QUOTA'],
      setting: 'automated-calls-by-l34-5-alone',
      says: words(
        'Le décret parle d’appels « par voie téléphonique » ; L. 223-7 renvoie les automates à L. 34-5, qui ne fixe pas de nombre. Aval applique le quota à l’automate, sauf autre choix.',
        'The decree speaks of calls “par voie téléphonique”; L. 223-7 sends automated calls to L. 34-5, which sets no number. Aval applies the quota to automated calls, unless chosen otherwise.',
      ),
    },
  ],
  situations: [
    situation(
      '33',
      'Cinquième appel en trente jours, message valable un jour',
      'A fifth call in thirty days, the message being valid for a day',
    ),
    situation('33b', 'Le même, message valable assez longtemps', 'The same, the message being valid long enough'),
    situation('D8b', 'Sixième courriel de la journée', 'A sixth e-mail of the day'),
  ],
};
