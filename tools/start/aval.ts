import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConsole } from '#console/console.ts';
import { replyCodeIn } from '#console/reply-code.ts';
import type { StackOptions } from '#local/stack/options.ts';
import type { Stack } from '#local/stack/stack.ts';
import { startStack } from '#local/stack/start-stack.ts';
import { FOLLOWED } from '#shared/domain/audience/followed.ts';
import { NOTED_WHEN_GONE } from '#shared/domain/retention/noted-when-gone.ts';
import { REGISTER } from '#shared/domain/retention/register.ts';
import { stopAndReport } from './denied-calls.ts';
import { EXPECTED } from './expected.ts';
import { type RoutesOfStart, synthesiseOwn } from './own-assembly.ts';
import { accountsOfRoutes, completedSecret, hasAccounts } from './provider-accounts.ts';

/** How to start Aval on this machine; nothing given: the sources of this repository, now, on free ports. */
export interface AvalOptions
  extends Pick<
      StackOptions,
      'at' | 'data' | 'isInSandbox' | 'maxMailRate' | 'isMeasuring' | 'onLog' | 'unscheduled' | 'verifiedIdentities'
    >,
    // What the repository's own assembly has SMS, MMS and calls leave by.
    RoutesOfStart {
  /** Folder of a cloud assembly of the stage `local`; absent: the repository's own, made when its sources changed. */
  readonly assembly?: string | undefined;
  /**
   * A DynamoDB Local of which the system takes a part (see `StackOptions`); absent: that of the variable `AVAL_STORE_URL`, or one of its own. What is
   * kept in a folder has its own in any case.
   */
  readonly storeUrl?: string | undefined;
  /**
   * Seed of the faults that AWS has too (see local/README.md); absent: that of the variable
   * `AVAL_FAULTS`; `none`: no faults.
   */
  readonly faults?: string | undefined;
  readonly ports?: { readonly application?: number; readonly public?: number; readonly console?: number } | undefined;
}

/** Aval, running on this machine. */
export interface Aval extends Stack {
  readonly applicationUrl: string;
  readonly publicUrl: string;
  readonly consoleUrl: string;
  /** Bearer key bound to every advertiser. */
  readonly rootKey: string;
}

/** The key that the deployer's secret holds, as callers send it. */
const rootKeyOf = (stack: Stack): string => {
  const secret: unknown = JSON.parse(stack.secretOf(stack.environmentOf('authorize').ROOT_KEY_SECRET_ID ?? '') ?? '{}');
  return `aval_root_${String(Object(secret).key1)}`;
};

/** The seed of a system's faults: the one given, or that of `AVAL_FAULTS`; `undefined`: it has none. */
export const seedOf = (given: string | undefined): string | undefined => {
  const seed = given ?? process.env.AVAL_FAULTS;
  return seed === 'none' ? undefined : seed;
};

/** Every domain below it is reserved for examples (RFC 2606): the advertisers of tests, demo and documents write from these. */
const OF_EXAMPLES = 'example';

/** `message-requested.v1.ts` is of the type `message.requested.v1`. */
const typesOfInboundEvents = (): readonly string[] =>
  globSync('*.v*.ts', { cwd: fileURLToPath(new URL('../../shared/contracts/inbound/', import.meta.url)) }).map((file) =>
    basename(file, '.ts').replaceAll('-', '.'),
  );

/** What a template of ours is checked by before anything starts. */
export const CHECKED_BY = {
  expected: EXPECTED,
  isWhole: true,
  items: {
    expiresIn: 'expiresAt',
    kinds: REGISTER.items.map(({ kind }) => kind),
    followed: FOLLOWED,
    noted: NOTED_WHEN_GONE,
  },
  eventTypes: typesOfInboundEvents(),
  provider: { sender: 'send-message', secretIn: 'PROVIDER_SECRET_ID' },
  smsReplies: { consumer: 'apply-sms-reply', numberIn: replyCodeIn },
} as const;

/** The providers in words of their own that these routes leave by, and what an operator adds to the secret for them. */
const ownWordsOf = (routes: RoutesOfStart) =>
  hasAccounts(routes) ? { completed: completedSecret(routes), accounts: accountsOfRoutes(routes) } : {};

const stackOptions = (
  assembly: string,
  { ports, faults, smsRoute, mmsRoute, callRoute, hasReader, ...options }: AvalOptions,
): StackOptions => ({
  ...options,
  verifiedIdentities: [OF_EXAMPLES, ...(options.verifiedIdentities ?? [])],
  faults: seedOf(faults),
  storeUrl: options.data === undefined ? (options.storeUrl ?? process.env.AVAL_STORE_URL) : undefined,
  assembly,
  // What another assembly may do is nobody's concern.
  recordCallsIn: [options.assembly, smsRoute, mmsRoute, callRoute, hasReader].every((each) => each === undefined)
    ? process.env.AVAL_RECORD_CALLS
    : undefined,
  apis: { application: { port: ports?.application }, public: { port: ports?.public } },
  parameters: ({ urls, providerUrl, clockOffsetFile }) => ({
    PublicBaseUrl: urls.get('public') ?? '',
    ClockOffsetFile: clockOffsetFile,
    ProviderUrl: providerUrl,
  }),
  ...CHECKED_BY,
  provider: { ...CHECKED_BY.provider, ...ownWordsOf({ smsRoute, mmsRoute, callRoute }) },
  console: { port: ports?.console, createListener: (stack) => createConsole(stack, () => rootKeyOf(stack)) },
});

/**
 * Starts the whole of Aval on this machine. Throws `BootFailure` with a sentence for a person when it cannot; nothing is left
 * running then. Its `stop` throws `DeniedCalls` when functions tried what their template does not grant them.
 */
export const startAval = async (options: AvalOptions = {}): Promise<Aval> => {
  const stack = await startStack(stackOptions(options.assembly ?? (await synthesiseOwn(options)), options));
  return {
    ...stack,
    applicationUrl: stack.urlOf('application'),
    publicUrl: stack.urlOf('public'),
    consoleUrl: stack.consoleUrl ?? '',
    rootKey: rootKeyOf(stack),
    stop: () => stopAndReport(stack),
  };
};
