import * as z from 'zod/mini';

/**
 * What one deployment looks like. The defaults of each stage are in `STAGES`; any of them can be given for one run with
 * `-c name=value` (CDK context), which wins.
 */

const slug = z
  .string()
  .check(
    z.regex(/^[a-z][a-z0-9-]{0,19}$/, 'the stage is lower-case letters, digits and hyphens, at most 20 characters'),
  );
const hostName = z
  .string()
  .check(
    z.regex(
      /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
      'the domain is a bare host name such as `stop.example.fr`, without scheme, port or path',
    ),
  );
const region = z.string().check(z.regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'not an AWS Region'));
const count = () => z.coerce.number().check(z.int(), z.positive());

const Settings = z.strictObject({
  /** AWS Region; the data stay in it. */
  region,
  /** Public host of the links in messages, owned by the deployer: a link must outlive the stack. */
  domain: z.optional(hostName),
  /** Certificate of `domain` in ACM, same Region. Absent: one is asked for, and the deployment waits for its DNS record. */
  certificateArn: z.optional(z.string().check(z.startsWith('arn:aws:acm:'))),
  /** Domains and addresses that SES may send from, comma-separated; each is verified there. Empty: any verified one. */
  emailIdentity: z.optional(z.string()),
  /** Who is notified when an alarm goes off. */
  alarmEmail: z.optional(z.email()),
  /** Alerts `alarmEmail` at 80 % of this much a month, in US dollars, for the whole account. */
  monthlyBudgetUsd: z.optional(count()),
  logRetentionDays: count(),
  /** Requests per second and burst that each of the two APIs admits before it answers 429; `POST /o` a 25th of them. */
  throttleRate: count(),
  throttleBurst: count(),
  /** Stacks that are not yet created, comma-separated: `aval deploy` names them, and protects them afterwards. */
  unprotected: z.optional(z.string()),
});
type Settings = z.infer<typeof Settings>;

/** The configuration of one stage, checked. */
export interface Config extends Settings {
  readonly stage: string;
  /** True on a developer's machine alone. */
  readonly isLocal: boolean;
  /** Every stage but `local` and `dev`: data are retained, and links are on the deployer's own domain. */
  readonly isProduction: boolean;
  readonly emailIdentities: readonly string[];
  /** Stacks of production that are not protected from termination. */
  readonly unprotectedStacks: readonly string[];
}

const DEFAULTS = {
  region: 'eu-west-3',
  logRetentionDays: 90,
  throttleRate: 500,
  throttleBurst: 1000,
} as const;

/** The file to edit for one's own stages; a key that is not here is a stage with the defaults. */
const STAGES: Readonly<Record<string, Partial<Settings>>> = {
  local: { logRetentionDays: 1 },
  dev: { logRetentionDays: 14, throttleRate: 50, throttleBurst: 100 },
  production: {},
};

/** What only a developer's machine may set: a movable clock, and links to `http://localhost`. */
const LOCAL_ONLY = ['publicBaseUrl', 'clockOffsetFile'] as const;

const NEEDS_DOMAIN = (stage: string): string =>
  `Stage "${stage}" needs its own public domain: opposition links must outlive the stack. ` +
  'Give it in infra/config.ts or with `-c domain=stop.example.fr`. Only the stages `local` and `dev` do without.';

/**
 * Reads the configuration: defaults, then the stage's, then the context's.
 * Throws an `Error` whose message is a sentence for the deployer.
 */
export const readConfig = (context: (name: string) => unknown): Config => {
  const stage = parse(slug, context('stage') ?? 'dev');
  const isLocal = stage === 'local';
  refuseLocalOnly(stage, context);
  const settings = parse(Settings, { ...DEFAULTS, ...STAGES[stage], ...overrides(context) });
  const isProduction = !isLocal && stage !== 'dev';
  if (isProduction && settings.domain === undefined) throw new Error(NEEDS_DOMAIN(stage));
  return {
    ...settings,
    stage,
    isLocal,
    isProduction,
    emailIdentities: listOf(settings.emailIdentity),
    unprotectedStacks: listOf(settings.unprotected),
  };
};

const refuseLocalOnly = (stage: string, context: (name: string) => unknown): void => {
  for (const name of LOCAL_ONLY) {
    if (context(name) === undefined) continue;
    const where = stage === 'local' ? 'it is a parameter of the template there' : 'only the stage `local` has it';
    throw new Error(`\`${name}\` is not accepted as context on stage "${stage}": ${where}.`);
  }
};

/** Names that can be given with `-c`. */
const NAMES = ['stage', ...LOCAL_ONLY, ...Object.keys(Settings.shape)];

/** Throws an `Error` with a sentence for the deployer when a name is no setting: a misspelt one would be silently without effect. */
export const refuseUnknownSettings = (names: readonly string[]): void => {
  const unknown = names.find((name) => !NAMES.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no setting \`${unknown}\`. The settings are: ${Object.keys(Settings.shape).join(', ')}.`);
};

const overrides = (context: (name: string) => unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(Settings.shape)
      .map((name) => [name, context(name)] as const)
      .filter(([, value]) => value !== undefined),
  );

const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const parse = <T>(schema: z.ZodMiniType<T>, value: unknown): T => {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`The configuration cannot be used: ${issue?.path.join('.') || 'stage'}: ${issue?.message}.`);
};
