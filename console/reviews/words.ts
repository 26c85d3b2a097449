import type { Language } from '#tools/law/page/language.ts';

const en = {
  lead: 'What the law leaves to a human: each cause once, for all messages that meet it. What waits is released or refused by the decision.',
  show: 'Show',
  open: 'those to decide',
  decided: 'those that are decided',
  both: 'all',
  go: 'Show',
  none: 'Nothing waits for a decision.',
  noneSuch: 'There is none.',
  noneOlder: 'None on this page.',
  waiting: (count: number) => {
    if (count === 0) return 'No message waits.';
    return count === 1 ? 'One message waits.' : `${count} messages wait.`;
  },
  states: { open: 'to decide', decided: 'decided' },
  since: 'Open since ',
  cause: 'Cause: ',
  subjects: {
    form: (id: string, version: string) => `The words of the form ${id}, ${version}`,
    template: (id: string, version: string) => `The template ${id}, ${version}`,
    reply: () => 'What somebody wrote back',
  },
  unknownWords: 'The words are not known here.',
  assessed: (answer: string, model: string) => {
    if (answer === 'promotes') return `The language model ${model} read it and found that it promotes`;
    return answer === 'transactional'
      ? `The language model ${model} read it and found nothing that promotes`
      : `The language model ${model} was asked to read it and did not answer as it should`;
  },
  part: ' by this part:',
  decisions: { allowed: 'Allowed', refused: 'Refused' },
  decidedBy: (who: string) => `by ${who}, `,
  until: 'until ',
  limitedTo: (what: string) => `Only for: ${what}.`,
  decide: 'Your decision',
  allow: 'Allow',
  refuse: 'Refuse',
  reason: 'Reason, for whoever reads it later',
  decider: 'Who decides (name and function)',
  last: 'Last day on which it applies (empty: no end)',
  noDay: 'There is no such last day, or it is too far away. Nothing was recorded.',
  narrower: 'Only for a channel or a category',
  channel: 'Channel',
  everyChannel: 'every channel',
  category: 'Category of offers (empty: every one)',
  send: 'Record the decision',
  again: 'Decide otherwise',
};
export type ReviewWords = typeof en;

const fr: ReviewWords = {
  lead: 'Ce que la loi laisse à l’appréciation d’une personne : chaque cause une seule fois, pour tous les messages concernés. La décision libère ou refuse ce qui attend.',
  show: 'Montrer',
  open: 'à décider',
  decided: 'décidés',
  both: 'tous',
  go: 'Montrer',
  none: 'Rien n’attend de décision.',
  noneSuch: 'Il n’y en a pas.',
  noneOlder: 'Aucune sur cette page.',
  waiting: (count) => {
    if (count === 0) return 'Aucun message n’attend.';
    return count === 1 ? 'Un message attend.' : `${count} messages attendent.`;
  },
  states: { open: 'à décider', decided: 'décidé' },
  since: 'Ouvert depuis le ',
  cause: 'Cause : ',
  subjects: {
    form: (id, version) => `Les mots du formulaire ${id}, ${version}`,
    template: (id, version) => `Le modèle ${id}, ${version}`,
    reply: () => 'Ce que quelqu’un a répondu',
  },
  unknownWords: 'Les mots ne sont pas connus ici.',
  assessed: (answer, model) => {
    if (answer === 'promotes') return `Le modèle de langue ${model} l’a lu et y a trouvé une promotion`;
    return answer === 'transactional'
      ? `Le modèle de langue ${model} l’a lu et n’y a trouvé aucune promotion`
      : `Le modèle de langue ${model} devait le lire et n’a pas répondu comme demandé`;
  },
  part: ', dans ce passage :',
  decisions: { allowed: 'Permis', refused: 'Refusé' },
  decidedBy: (who) => `par ${who}, `,
  until: 'jusqu’au ',
  limitedTo: (what) => `Seulement pour : ${what}.`,
  decide: 'Votre décision',
  allow: 'Permettre',
  refuse: 'Refuser',
  reason: 'Motif, pour qui le lira plus tard',
  decider: 'Qui décide (nom et fonction)',
  last: 'Dernier jour où elle s’applique (vide : sans fin)',
  noDay: 'Ce dernier jour n’existe pas, ou il est trop lointain. Rien n’a été enregistré.',
  narrower: 'Seulement pour un canal ou une catégorie',
  channel: 'Canal',
  everyChannel: 'tous les canaux',
  category: 'Catégorie d’offres (vide : toutes)',
  send: 'Enregistrer la décision',
  again: 'Décider autrement',
};

/** The words of the page of reviews. */
export const REVIEW_WORDS: Readonly<Record<Language, ReviewWords>> = { fr, en };
