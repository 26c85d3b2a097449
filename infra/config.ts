import { existsSync, readFileSync } from 'node:fs';
import type { ProviderRoute } from '#functions/manifest/provider-route.ts';
import type { ReplyCode } from '#shared/domain/sending/text-answers.ts';
import { stated } from '#shared/domain/stated.ts';
import { refuseClashes } from './clashing-stages.ts';
import { refuseSameRegion } from './journal-replica.ts';
import { type Connect, refuseRegionOfCalls } from './routes/connect.ts';
import { type TextSettings, withCountries } from './routes/end-user-messaging.ts';
import { DEFAULTS_OF_PROVIDERS, LOCAL_ROUTES, PACE_OF_AWS, providersOf } from './routes/providers.ts';
import type { Routes } from './routes/routes.ts';
import { readSettings, type StageSettings } from './settings.ts';
import { refuseRegionOfModel } from './template-reader.ts';

/** Each setting of a group, whether the file says it or not. */
type Whole<G> = { readonly [K in keyof G]-?: NonNullable<G[K]> };

/** The configuration of one stage: what its file says over what holds by default. */
export interface Config
  extends Pick<StageSettings, 'publicDomain' | 'apiDomain' | 'journalReplica' | 'formerly' | 'templateReader'> {
  readonly stage: string;
  readonly region: string;
  /** True on a developer's machine alone. */
  readonly isLocal: boolean;
  /** Every stage but `local` and `dev`: data are retained, and links are on the deployer's own domain. */
  readonly isProduction: boolean;
  /** Domains and addresses of SES that one may send from; none: any that is verified. */
  readonly emailIdentities: readonly string[];
  /** Codes, numbers and names that SMS are sent from. */
  readonly smsSenders: readonly string[];
  /** Codes and numbers at which answers to texts are received, and from where. Absent: whichever an advertiser has. */
  readonly replyCodes?: readonly ReplyCode[];
  /** Who answers STOP is notified that it is recorded. */
  readonly confirmsStop: boolean;
  /** What SNS reports of each SMS of the account is logged and counted by this stage. */
  readonly keepsSmsStatus: boolean;
  /** The list of opt-outs of AWS that this stage reads. Absent: none. */
  readonly optOutList?: string;
  /** What each channel leaves by. */
  readonly routes: Routes & Required<Pick<Routes, 'email' | 'sms'>>;
  /** Who takes the channels that do not leave by AWS; none: nobody does. */
  readonly providers: readonly ProviderRoute[];
  /** What SMS leave by at End User Messaging, and where to. Absent: they leave by another. */
  readonly endUserMessaging?: TextSettings;
  /** The instance that calls leave by, and its numbers. Absent: they leave by another. */
  readonly connect?: Connect;
  /** Where mails that oppose arrive. Absent: nowhere. */
  readonly inbox?: NonNullable<StageSettings['inbox']>;
  /** Who may speak by events on the bus; none: nothing listens to it. */
  readonly eventSources: NonNullable<StageSettings['eventSources']>;
  readonly alarms: NonNullable<StageSettings['alarms']>;
  readonly prices: NonNullable<StageSettings['prices']>;
  readonly smsRoute: Whole<NonNullable<StageSettings['smsRoute']>>;
  readonly retention: Whole<NonNullable<StageSettings['retention']>>;
  readonly journal: Whole<NonNullable<StageSettings['journal']>>;
  /** What is used as it is, in place of a resource of the stacks. */
  readonly adopt: NonNullable<StageSettings['adopt']>;
  readonly quotas: Whole<NonNullable<StageSettings['quotas']>>;
  /** Stacks of production that are not protected from termination, since they are not yet created. */
  readonly unprotectedStacks: readonly string[];
}

/** What holds where the file says nothing. */
export const defaultsOf = (
  stage: string,
): Pick<Config, 'region' | 'routes' | 'smsRoute' | 'alarms' | 'retention' | 'journal' | 'quotas'> & {
  readonly senders: {
    readonly confirmStop: boolean;
    readonly smsStatus: boolean;
    readonly optOutList?: string;
  };
} & typeof DEFAULTS_OF_PROVIDERS => ({
  region: 'eu-west-3',
  // At home SNS writes what becomes of SMS, and it is read, as is its list of opt-outs: an account has one of each, and says which stage keeps it.
  senders: { confirmStop: true, smsStatus: stage === 'local', ...(stage === 'local' && { optOutList: 'Default' }) },
  routes: { email: 'ses', sms: 'sns', ...(stage === 'local' ? LOCAL_ROUTES : {}) },
  ...DEFAULTS_OF_PROVIDERS,
  smsRoute: PACE_OF_AWS,
  alarms: stage === 'local' ? { smsMonthlyLimitUsd: LOCAL_SMS_LIMIT_USD } : {},
  retention: { logDays: LOG_DAYS_BY_STAGE[stage] ?? 90, failedRecordDays: 30 },
  journal: JOURNAL_BY_STAGE[stage] ?? { lock: 'COMPLIANCE', days: 400 },
  quotas:
    stage === 'dev' ? { requestsPerSecond: 50, requestsAtOnce: 100 } : { requestsPerSecond: 500, requestsAtOnce: 1000 },
});
/** A limit that nobody set: the local SNS has prices that nobody pays. */
const LOCAL_SMS_LIMIT_USD = 100;
const ON_TRIAL = { lock: 'GOVERNANCE', days: 1 } as const;
const JOURNAL_BY_STAGE: Readonly<Record<string, Config['journal']>> = { local: ON_TRIAL, dev: ON_TRIAL };
const LOG_DAYS_BY_STAGE: Readonly<Record<string, 1 | 14>> = { local: 1, dev: 14 };

const isLocalStage = (stage: string): boolean => stage === 'local';
const isProductionStage = (stage: string): boolean => !isLocalStage(stage) && stage !== 'dev';

const INBOX_AT_HOME = { domain: 'stop.aval.localhost', replies: 'replies.aval.localhost' };

/** What the file says of a stage over what holds by default. */
const overDefaults = (stage: string, own: StageSettings): Omit<Config, 'unprotectedStacks'> => {
  const defaults = defaultsOf(stage);
  const isLocal = isLocalStage(stage);
  const { publicDomain, apiDomain, senders, endUserMessaging, connect, templateReader, journalReplica, formerly } = own;
  const { inbox = isLocal ? INBOX_AT_HOME : undefined } = own;
  return {
    stage,
    region: own.region ?? defaults.region,
    isLocal,
    isProduction: isProductionStage(stage),
    emailIdentities: (senders?.email ?? []).map(({ identity }) => identity),
    smsSenders: (senders?.sms ?? []).map(({ sender }) => sender),
    confirmsStop: senders?.confirmStop ?? defaults.senders.confirmStop,
    keepsSmsStatus: senders?.smsStatus ?? defaults.senders.smsStatus,
    routes: { ...defaults.routes, ...own.routes },
    providers: providersOf(stage, own, defaults.routes),
    eventSources: own.eventSources ?? [],
    alarms: own.alarms ?? defaults.alarms,
    prices: own.prices ?? {},
    smsRoute: Object.assign({ ...defaults.smsRoute }, own.smsRoute),
    retention: Object.assign({ ...defaults.retention }, own.retention),
    journal: Object.assign({ ...defaults.journal }, own.journal),
    adopt: own.adopt ?? {},
    quotas: Object.assign({ ...defaults.quotas }, own.quotas),
    ...stated({ publicDomain, apiDomain, connect, templateReader, inbox, journalReplica, formerly }),
    ...stated({
      replyCodes: senders?.replyCodes,
      optOutList: senders?.optOutList ?? defaults.senders.optOutList,
      endUserMessaging: endUserMessaging && withCountries(endUserMessaging),
    }),
  };
};

/**
 * The configuration of a stage, from the settings of the file. `local` and `dev` need none.
 * Throws an `Error` whose message is a sentence for the deployer.
 *
 * @param settings what `aval.config.json` holds, unread; `undefined` when there is no such file
 * @param file how the file is called in what is said of it
 */
export const configOf = (
  stage: string,
  settings: unknown,
  unprotectedStacks: readonly string[] = [],
  file = 'aval.config.json',
): Config => {
  const { stages } = settings === undefined ? { stages: {} } : readSettings(settings, file);
  const own = Object.hasOwn(stages, stage) ? stages[stage] : undefined;
  if (own === undefined && isProductionStage(stage))
    throw new Error(settings === undefined ? describedNowhere(stage) : noSuchStage(stage, Object.keys(stages), file));
  const config: Config = { ...overDefaults(stage, own ?? {}), unprotectedStacks };
  if (config.isProduction) refuseIncomplete(config, file);
  refuseClashes(stages, stage, defaultsOf(stage).region);
  refuseSameRegion(config);
  refuseRegionOfCalls(config);
  refuseRegionOfModel(config);
  return config;
};

const describedNowhere = (stage: string): string =>
  `Stage "${stage}" is described nowhere: name its file with --config, or write an aval.config.json, from docs/aval.config.example.json.`;

const noSuchStage = (stage: string, known: readonly string[], file: string): string =>
  `Stage "${stage}" is not in ${file}, which describes: ${known.join(', ') || 'none'}.`;

/** A table is restored to any second of the last 35 days (Amazon DynamoDB, "Point-in-time recovery"), and by a human. */
const SHORTEST_JOURNAL_DAYS = 36;

const refuseIncomplete = ({ stage, publicDomain, emailIdentities, alarms, journal }: Config, file: string): void => {
  const needs = (what: string, setting: string) =>
    new Error(`Stage "${stage}" needs ${what}: set \`stages.${stage}.${setting}\` in ${file}.`);
  if (publicDomain === undefined)
    throw needs('its own public domain, since opposition links must outlive the stack', 'publicDomain.host');
  if (emailIdentities.length === 0)
    throw needs('the identities of SES that it may send from, since it may use no other', 'senders.email');
  if (alarms.email === undefined) throw needs('somebody whom alarms reach', 'alarms.email');
  if (journal.days < SHORTEST_JOURNAL_DAYS)
    throw needs(
      `a journal of at least ${SHORTEST_JOURNAL_DAYS} days, as far back as a table can be restored`,
      'journal.days',
    );
};

/** What a file of settings holds, unread; `undefined` when it is not there, unless somebody named it (`isGiven`). Throws an `Error` when it is no JSON. */
export const loadSettings = (path: string, isGiven = false): unknown => {
  if (!existsSync(path)) {
    if (isGiven) throw new Error(`${path} is not there: --config names the file of settings, from where you are.`);
    return undefined;
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error(`${path} is not JSON.`);
  }
};

/** Whether SMS leave by Amazon SNS. Where they leave by another, nobody has a right to send by it. */
export const areTextsBySns = ({ routes }: Pick<Config, 'routes'>): boolean => routes.sms === 'sns';
