import { type Said, TO_FILL_IN } from '#shared/domain/processing/said.ts';

const TITLE: Said = {
  fr: 'Annexe à l’analyse d’impact (art. 35)',
  en: 'Annex to the data protection impact assessment (art. 35)',
};
const NEEDED: Said = {
  fr: 'Une analyse d’impact est requise si le traitement présente un risque élevé : grande échelle, croisement de données, personnes vulnérables, profilage. Aval ne note ni n’évalue les personnes et ne décide rien qui produise pour elles un effet juridique ; l’échelle dépend de l’annonceur.',
  en: 'An assessment is required where the processing is likely to result in a high risk: large scale, combined data, vulnerable persons, profiling. Aval scores nobody and decides nothing with a legal effect on them; the scale depends on the advertiser.',
};

/** What could go wrong for persons, and what prevents it. */
const RISKS: readonly { readonly risk: Said; readonly measure: Said }[] = [
  {
    risk: {
      fr: 'Un message à qui s’y est opposé, ou sans base.',
      en: 'A message to whoever opposed, or without a basis.',
    },
    measure: {
      fr: 'Verdict relu juste avant la remise ; opposition effective avant la réponse à qui s’oppose ; contrôle de tous les envois chaque heure, et alarme.',
      en: 'A verdict given again just before the hand-off; an opposition in effect before whoever opposes is answered; an audit of all hand-offs each hour, and an alarm.',
    },
  },
  {
    risk: { fr: 'Accès illégitime aux adresses.', en: 'Illegitimate access to addresses.' },
    measure: {
      fr: 'Adresses chiffrées contact par contact ; clés d’accès limitées et révocables ; aucune adresse dans les journaux, et les numéros masqués là où AWS journalise le sort des SMS.',
      en: 'Addresses encrypted contact by contact; API keys limited and revocable; no address in logs, and numbers masked where AWS logs what became of SMS.',
    },
  },
  {
    risk: {
      fr: 'Modification non désirée : une opposition perdue, un consentement inventé.',
      en: 'Unwanted change: a lost opposition, an invented consent.',
    },
    measure: {
      fr: 'Registre où rien n’est réécrit, scellé ; journal des oppositions verrouillé ; deux personnes pour annuler un enregistrement.',
      en: 'A ledger in which nothing is rewritten, each record with its seal; a locked journal of oppositions; two persons to annul a record.',
    },
  },
  {
    risk: { fr: 'Disparition des données.', en: 'Loss of data.' },
    measure: {
      fr: 'Restauration à tout instant des 35 derniers jours ; rien ne part d’une base restaurée avant le rejeu du journal.',
      en: 'Recovery to any instant of the last 35 days; nothing leaves from a restored table before the journal is replayed.',
    },
  },
  {
    risk: { fr: 'Données gardées trop longtemps.', en: 'Data kept too long.' },
    measure: {
      fr: 'Terme pour chaque chose conservée, filtré à chaque lecture, vérifié par un contrôle indépendant.',
      en: 'A term for everything that is stored, filtered on each read, proved by a scan of its own.',
    },
  },
];

const HEADS = {
  risk: { fr: 'Risque pour les personnes', en: 'Risk to persons' },
  measure: { fr: 'Mesures en place', en: 'Measures in place' },
  rest: { fr: 'Gravité et vraisemblance résiduelles', en: 'Residual severity and likelihood' },
  views: {
    fr: 'Avis des personnes ou de leurs représentants ; avis du délégué',
    en: 'Views of persons or their representatives; advice of the officer',
  },
} as const satisfies Readonly<Record<string, Said>>;

/** What Aval can say of a DPIA; what only the controller can judge is left to be filled in. */
export const impactOf = (say: (said: Said) => string): string =>
  [
    `# ${say(TITLE)}\n`,
    `${say(NEEDED)}\n`,
    `| ${say(HEADS.risk)} | ${say(HEADS.measure)} | ${say(HEADS.rest)} |`,
    '|---|---|---|',
    ...RISKS.map(({ risk, measure }) => `| ${say(risk)} | ${say(measure)} | ${say(TO_FILL_IN)} |`),
    '',
    `${say(HEADS.views)} — ${say(TO_FILL_IN)}`,
    '',
  ].join('\n');
