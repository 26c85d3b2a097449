/** The name of a field where the record, the fact or the field around it gives it another meaning. */
export const LABELS_WITHIN: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  'rights-request': {
    by: ['Demandé par', 'Asked for by'],
    dueAt: ['Réponse attendue au plus tard le', 'Answer due by'],
    kind: ['Objet de la demande', 'What was asked for'],
    words: ['Vos mots', 'Your words'],
  },
  'partner-notification': { cause: ['Parce que', 'Because'], since: ['À notifier depuis le', 'To be notified since'] },
  'campaign-job': {
    state: ['Ce qu’il en est de votre message', 'What came of your message'],
    name: ['Campagne', 'Campaign'],
  },
  confirmation: { at: ['Envoyée le', 'Sent'] },
  actor: { by: ['Par', 'By'] },
};
