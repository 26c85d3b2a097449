import { tenantNameOf } from '#shared/adapters/ses/tenants.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import type { Readers } from '../../doctor/alarms.ts';

/** An alarm of the stage, and whether it reports to anybody. */
interface AskedAlarm {
  readonly name: string;
  /** It has an action, and actions are on. */
  readonly reports: boolean;
}

/** What an account is asked about a stage that runs. It changes nothing, but for `put`. Each throws what AWS refuses. */
export interface AskedAccount {
  /** What a stack published as `/aval/<stage>/<name>`; throws where it did not. */
  link(name: string): Promise<string>;
  /** Names of the log groups that begin so. */
  logGroups(prefix: string): Promise<readonly string[]>;
  /** The first lines since this instant (milliseconds) in which the pattern finds something: a page at most, none where there is none. */
  lines(logGroup: string, pattern: string, since: number): Promise<readonly string[]>;
  /** Whether the metric had a value in the last two weeks, whatever its dimensions. */
  hasMetric(namespace: string, name: string): Promise<boolean>;
  alarms(prefix: string): Promise<readonly AskedAlarm[]>;
  /** Who is subscribed to a topic; `undefined`: there is none of this name. */
  readers(topic: string): Promise<Readers | undefined>;
  /** Reads a page of what SES suppresses for a tenant; false: it has no such tenant. */
  readSuppressed(tenant: string): Promise<boolean>;
  /** The mode of Object Lock and its days, as "GOVERNANCE, 30 days"; `undefined`: there is no lock. */
  lockOf(bucket: string): Promise<string | undefined>;
  /** Where S3 copies a bucket to, and what became of the newest entry of the journal there; `undefined`: it is not copied. */
  copyOf(bucket: string, since: number): Promise<{ readonly to: string; readonly newest?: string } | undefined>;
  /** Whether DynamoDB deletes what has expired. */
  isTtlOn(table: string): Promise<boolean>;
  /** Puts an event of this source, which no rule takes, on a bus; `undefined`: it was taken, else the code with which it was refused. */
  put(bus: string, source: string): Promise<string | undefined>;
}

/** What is looked at. */
export interface AskedStage {
  readonly stage: string;
  /** The advertiser whose tenant is read. */
  readonly advertiserId: string | undefined;
  /** A source of `eventSources` that these credentials are no role of. */
  readonly source: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What AWS said of one row of docs/cloud-only.md. */
export interface Answer {
  readonly level: 'ok' | 'mend' | 'cannot say';
  readonly says: string;
}

const ok = (says: string): Answer => ({ level: 'ok', says });
const mend = (says: string): Answer => ({ level: 'mend', says });
const unknown = (says: string): Answer => ({ level: 'cannot say', says });

type Ask = (account: AskedAccount, asked: AskedStage) => Promise<Answer>;

const DAY_MS = 24 * 3600_000;
/** How AWS's services word what a role may not do; each is enough. */
const DENIED = '?AccessDenied ?"not authorized to perform"';

const denied: Ask = async (account, { stage, now }) => {
  const groups = await account.logGroups(`/aval/${stage}/`);
  if (groups.length === 0) return unknown(`no log group begins with /aval/${stage}/`);
  const found: string[] = [];
  for (const group of groups) if ((await account.lines(group, DENIED, now - DAY_MS)).length > 0) found.push(group);
  return found.length === 0
    ? ok(`nothing was denied since yesterday, in ${groups.length} log groups`)
    : mend(`denied since yesterday, as these say: ${found.join(', ')}`);
};

const metrics =
  (namespace: string, names: readonly string[], until: string): Ask =>
  async (account) => {
    const has = await Promise.all(names.map((name) => account.hasMetric(namespace, name)));
    const missing = names.filter((_, index) => !has[index]);
    return missing.length === 0
      ? ok(`${names.join(' and ')} of ${namespace} had values in two weeks`)
      : unknown(`${missing.join(' and ')} of ${namespace} had no value in two weeks: ${until}`);
  };

const suppressed: Ask = async (account, { stage, advertiserId }) => {
  if (advertiserId === undefined) return unknown('say whose list with --advertiser NAME');
  const tenant = tenantNameOf(stage, advertiserId as AdvertiserId);
  return (await account.readSuppressed(tenant))
    ? ok(`SES reads the list of ${tenant}; that the night mends it is for you to see`)
    : unknown(`SES has no tenant ${tenant} yet: the first mail makes it`);
};

/** A number as SNS writes it, where nothing hides it. */
const NUMBER = /\+\d{6,15}/;

const smsStatus: Ask = async (account, { stage, now }) => {
  const groups = (await account.logGroups('sns/')).filter((name) => name.includes('/DirectPublishToPhoneNumber'));
  const read = async (group: string) => ({ group, lines: await account.lines(group, 'destination', now - 7 * DAY_MS) });
  const written = (await Promise.all(groups.map(read))).filter(({ lines }) => lines.length > 0);
  const shown = written.filter(({ lines }) => lines.some((line) => NUMBER.test(line)));
  if (shown.length > 0) return mend(`numbers are to be read in ${shown.map(({ group }) => group).join(', ')}`);
  if (written.length === 0)
    return unknown('no SMS was logged in a week: see `senders.smsStatus`, `npm run aval -- account`, and send one');
  return (await account.hasMetric(`Aval/${stage}`, 'sms-delivered'))
    ? ok('logged in a week, with no number to be read, and counted')
    : mend(`logged, and no metric sms-delivered of Aval/${stage} counts it`);
};

const REFUSALS = ['NotAuthorizedForSourceException', 'AccessDenied', 'AccessDeniedException'];

const otherSource: Ask = async (account, { stage, source }) => {
  if (source === undefined)
    return unknown('say a source of `eventSources` that these credentials may not use: --source NAME');
  const refusal = await account.put(`aval-${stage}`, source);
  if (refusal === undefined)
    return mend(
      `${source} was taken from these credentials: they are a role of it, or the bus takes it from everybody`,
    );
  return REFUSALS.includes(refusal) ? ok(`${source} is refused (${refusal})`) : unknown(`the answer is ${refusal}`);
};

const alarms: Ask = async (account, { stage }) => {
  const [readers, all] = await Promise.all([account.readers(`aval-${stage}-alarms`), account.alarms(`aval-${stage}-`)]);
  const silent = all.filter(({ reports }) => !reports).map(({ name }) => name);
  if (silent.length > 0) return mend(`these report to nobody: ${silent.join(', ')}`);
  if (all.length === 0) return mend(`no alarm begins with aval-${stage}-`);
  return (readers?.confirmed ?? 0) > 0
    ? ok(`${all.length} alarms report to ${readers?.confirmed}; that one of them reads it is for you to see`)
    : mend('nobody confirmed to read them');
};

const objectLock: Ask = async (account) => {
  const bucket = await account.link('journal-bucket-name');
  const lock = await account.lockOf(bucket);
  return lock === undefined ? mend(`${bucket} has no Object Lock`) : ok(`${bucket}: ${lock}`);
};

const copied: Ask = async (account, { now }) => {
  const bucket = await account.link('journal-bucket-name');
  const copy = await account.copyOf(bucket, now - DAY_MS);
  if (copy === undefined) return unknown(`${bucket} is not copied: \`journalReplica\` is not set`);
  if (copy.newest === undefined) return unknown(`${bucket} is copied to ${copy.to}; it has no entry since yesterday`);
  if (copy.newest === 'PENDING')
    return unknown(`the newest entry waits to be copied to ${copy.to}: ask again in 15 minutes`);
  return copy.newest === 'COMPLETED'
    ? ok(`the newest entry is in ${copy.to}`)
    : mend(`the newest entry is not in ${copy.to}: S3 says ${copy.newest}`);
};

/** As the filter of `public-turned-away` reads a line: a number there, or another word for the route, and nobody is woken. */
const turnedAway: Ask = async (account, { stage, now }) => {
  const group = `/aval/${stage}/access-public`;
  const found = await account.lines(group, '{ $.status = "429" && $.route = "/*" }', now - 14 * DAY_MS);
  return found.length > 0
    ? ok(`${group} has such lines of two weeks, with the route`)
    : unknown(`${group} has none of two weeks: nobody was turned away, or the line is written otherwise`);
};

const ttl: Ask = async (account) => {
  const table = await account.link('table-name');
  return (await account.isTtlOn(table)) ? ok(`on for ${table}`) : mend(`off for ${table}`);
};

/** What AWS itself can answer, by how its row of docs/cloud-only.md begins. */
export const ASKED: readonly (readonly [row: string, ask: Ask])[] = [
  ['IAM as AWS evaluates it', denied],
  [
    'They count in the reputation of the account',
    metrics('AWS/SES', ['Reputation.BounceRate', 'Reputation.ComplaintRate'], 'no mail of yours came back yet'),
  ],
  ['The round through the lists of SES', suppressed],
  ['What becomes of SMS is logged', smsStatus],
  ['The bus refuses a source to other roles', otherSource],
  ['An alarm reaches a human', alarms],
  ['`SMSMonthToDateSpentUSD` has values', metrics('AWS/SNS', ['SMSMonthToDateSpentUSD'], '`sms-spend` cannot ring')],
  ['The access log of the public API', turnedAway],
  ['The firewall counts', metrics('AWS/WAFV2', ['BlockedRequests'], '`readers-blocked` was never on')],
  ['TTL deletes', ttl],
  ['Object Lock', objectLock],
  ['The journal is copied to the second Region', copied],
];

/** Asks an account all of it, one after the other: what cannot be asked is said, and stops nothing else. */
export const askAccount = async (
  account: AskedAccount,
  asked: AskedStage,
): Promise<readonly (Answer & { readonly row: string })[]> => {
  const answers: (Answer & { readonly row: string })[] = [];
  for (const [row, ask] of ASKED) {
    const answer = await ask(account, asked).catch((error: unknown) =>
      unknown(error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
    );
    answers.push({ row, ...answer });
  }
  return answers;
};
