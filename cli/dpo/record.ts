import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { ApiKey } from '#shared/domain/advertiser/api-key.ts';
import { ACTIVITIES } from '#shared/domain/processing/activities.ts';
import { PROCESSOR, type RouteProcessor, SERVICES, transferOf } from '#shared/domain/processing/processors.ts';
import { type Language, type Said, TO_FILL_IN } from '#shared/domain/processing/said.ts';
import { type TermsOfStage, termOf } from '#shared/domain/processing/terms.ts';
import { impactOf } from './impact.ts';
import type { InForce } from './live.ts';
import { MEASURES } from './measures.ts';

/** The deployment that is described. */
export interface Described extends TermsOfStage {
  readonly stage: string;
  readonly region: string;
  /** The Region that the journal is copied to. Absent: none. */
  readonly copyRegion?: string | undefined;
  /** Regions that it was copied to before, and where the copies still are. */
  readonly formerCopies?: readonly string[] | undefined;
  /** Who takes what leaves by each route of the settings. */
  readonly processors: readonly RouteProcessor[];
  /** Sources of events that may ask for something, and for which advertisers. */
  readonly eventSources: readonly { readonly source: string; readonly advertisers: readonly string[] }[];
}

const WORDS = {
  title: { fr: 'Registre des activités de traitement', en: 'Record of processing activities' },
  written: {
    fr: 'Écrit depuis la configuration en vigueur ; à relire et à compléter par le responsable du traitement (RGPD, art. 30).',
    en: 'Written from the configuration in force; the controller checks and completes it (GDPR, art. 30).',
  },
  controller: { fr: 'Responsable du traitement', en: 'Controller' },
  officer: { fr: 'Délégué à la protection des données', en: 'Data protection officer' },
  channels: { fr: 'Canaux', en: 'Channels' },
  senders: { fr: 'Expéditeurs, par canal', en: 'Senders, by channel' },
  activities: { fr: 'Activités', en: 'Activities' },
  purpose: { fr: 'Finalité', en: 'Purpose' },
  basis: { fr: 'Base légale', en: 'Legal basis' },
  people: { fr: 'Personnes concernées', en: 'Data subjects' },
  data: { fr: 'Catégories de données', en: 'Categories of data' },
  recipients: { fr: 'Destinataires', en: 'Recipients' },
  term: { fr: 'Durées de conservation', en: 'Retention' },
  stored: { fr: 'Ce qui est conservé', en: 'What is stored' },
  programs: { fr: 'Applications qui y ont accès', en: 'Applications with access' },
  transfers: { fr: 'Transferts hors de l’Union', en: 'Transfers out of the Union' },
  measures: { fr: 'Mesures de sécurité', en: 'Security measures' },
  processors: { fr: 'Sous-traitants (art. 28)', en: 'Processors (art. 28)' },
  byRoute: { fr: 'Prestataires d’envoi, par les routes en vigueur', en: 'Who sends, by the routes in force' },
  gets: { fr: 'Reçoit', en: 'Gets' },
  keeps: { fr: 'Conserve', en: 'Keeps' },
  where: { fr: 'Lieu', en: 'Where' },
  identity: { fr: 'Dénomination, siège, contrat (art. 28, § 3)', en: 'Legal name, seat, contract (art. 28, § 3)' },
  ending: { fr: 'plus rien n’en part', en: 'nothing leaves by it any more' },
  former: {
    fr: 'Une route que les paramètres ne nomment plus n’est ici que si `formerly.providers` la nomme, et une Région où le journal a été copié que si `formerly.journalRegions` la nomme : les y laisser tant que des données y sont. Un message ne dit pas quel prestataire l’a acheminé.',
    en: 'A route that the settings name no more is here where `formerly.providers` names it, and a Region that the journal was copied to where `formerly.journalRegions` does: leave them there for as long as data are. A message does not say which provider carried it.',
  },
  others: {
    fr: 'Autres sous-traitants (hébergement des applications, prestataires qui accèdent au service)',
    en: 'Other processors (hosting of the applications, providers that use the service)',
  },
} as const satisfies Readonly<Record<string, Said>>;

/** The documents of a deployment in one language: the record of each advertiser, the processors, and the annex for a DPIA. */
export const recordOf = ({ advertisers, keys }: InForce, described: Described, language: Language): string => {
  const say = (said: Said): string => said[language];
  const head = `# ${say(WORDS.title)}\n\n${say(WORDS.written)}\n\nAval, ${described.stage}, ${described.region}.\n`;
  return [
    head,
    ...advertisers.flatMap((advertiser) => ofAdvertiser(advertiser, keys, described, say)),
    `# ${say(WORDS.processors)}\n\n${say(PROCESSOR)}\n`,
    tableOf(
      [{ fr: 'Service', en: 'Service' }, WORDS.purpose],
      SERVICES.map(({ name, does }) => [name, say(does)]),
      say,
    ),
    `## ${say(WORDS.byRoute)}\n`,
    routesOf(described, say),
    `${say(WORDS.former)}\n`,
    `${say(WORDS.others)} : ${say(TO_FILL_IN)}\n`.replace(' :', language === 'fr' ? ' :' : ':'),
    impactOf(say),
  ].join('\n');
};

/** A service of AWS is in the Region of the deployment, and party to its addendum. */
const routesOf = ({ processors, region }: Described, say: (said: Said) => string): string =>
  tableOf(
    [WORDS.channels, WORDS.byRoute, WORDS.gets, WORDS.keeps, WORDS.where, WORDS.identity],
    processors.map(({ channels, name, gets, keeps, transfer }) => [
      channels.map((channel) => `\`${channel}\``).join(', ') || say(WORDS.ending),
      ...[say(name), say(gets), say(keeps)],
      ...(transfer === undefined ? [region, 'AWS'] : [say(transfer), say(TO_FILL_IN)]),
    ]),
    say,
  );

const ofAdvertiser = (
  advertiser: Advertiser,
  keys: readonly ApiKey[],
  described: Described,
  say: (said: Said) => string,
): readonly string[] => [
  `# ${advertiser.legalName} (SIREN ${advertiser.siren})\n`,
  listOf(
    [
      [WORDS.controller, identityOf(advertiser)],
      [WORDS.officer, say(TO_FILL_IN)],
      [WORDS.senders, channelsOf(advertiser)],
      [WORDS.programs, programsOf(advertiser, keys, described)],
      [WORDS.transfers, say(transferOf(described.region, described.copyRegion, described.formerCopies))],
    ],
    say,
  ),
  `## ${say(WORDS.activities)}\n`,
  ...ACTIVITIES.flatMap((activity, index) => [
    `### ${index + 1}. ${say(activity.title)}\n`,
    listOf(
      [
        [WORDS.purpose, say(activity.purpose)],
        [WORDS.basis, say(activity.basis)],
        [WORDS.people, say(activity.people)],
        [WORDS.data, say(activity.data)],
        [WORDS.recipients, say(activity.recipients)],
        [WORDS.term, say(termOf(activity.term, advertiser, described))],
        [WORDS.stored, activity.kinds.map((kind) => `\`${kind}\``).join(', ')],
      ],
      say,
    ),
  ]),
  `## ${say(WORDS.measures)}\n`,
  `${MEASURES.map((measure) => `- ${say(measure)}`).join('\n')}\n`,
];

const listOf = (entries: readonly (readonly [Said, string])[], say: (said: Said) => string): string =>
  `${entries.map(([name, value]) => `- **${say(name)}** — ${value}`).join('\n')}\n`;

const tableOf = (heads: readonly Said[], rows: readonly (readonly string[])[], say: (said: Said) => string): string =>
  [
    `| ${heads.map(say).join(' | ')} |`,
    `|${'---|'.repeat(heads.length)}`,
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');

const identityOf = ({ legalName, tradeNames, postalAddress, contact }: Advertiser): string =>
  [legalName, tradeNames.join(', '), postalAddress, contact.email, contact.phone, contact.url]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');

const channelsOf = ({ senders }: Advertiser): string =>
  [
    ...senders.email.map(({ address }) => address),
    ...senders.sms.map(({ senderId, replyCode }) => `SMS ${senderId} (${replyCode})`),
    ...(senders.calls ?? []).map(({ callerId }) => callerId),
  ].join(' · ');

/** The keys that may act for this advertiser, and the events that may speak for it. */
const programsOf = ({ advertiserId }: Advertiser, keys: readonly ApiKey[], { eventSources }: Described): string => {
  const own = keys.filter(
    ({ advertisers }) => advertisers === 'every-advertiser' || advertisers.includes(advertiserId),
  );
  const events = eventSources.filter(({ advertisers }) => advertisers.includes(advertiserId));
  return [
    'root',
    ...own.map(({ name, scopes }) => `${name} (${scopes.join(', ')})`),
    ...events.map(({ source }) => source),
  ].join(' ; ');
};
