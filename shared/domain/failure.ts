import { type Missing, missingUnder } from './missing.ts';

/** What can go wrong, in the words of the domain. The edge alone knows HTTP: a code without a status in `shared/edge/problems.ts` does not compile. */
export const FAILURE_CODES = [
  'malformed-request',
  'unsupported-media-type',
  'payload-too-large',
  'invalid-request',
  'idempotency-key-missing',
  'idempotency-key-reused',
  'unauthenticated',
  'insufficient-scope',
  'waf-filtered',
  'route-not-found',
  'batch-refused',
  'batch-unfinished',
  'advertiser-not-found',
  'template-version-not-found',
  'contact-not-found',
  'contact-erased',
  'contact-restricted',
  'consent-not-found',
  'record-not-found',
  'not-annullable',
  'message-not-found',
  'review-not-found',
  'request-not-found',
  'request-settled',
  'campaign-not-found',
  'campaign-cancelled',
  'campaign-finished',
  'campaign-not-approved',
  'approval-not-awaited',
  'campaign-time-passed',
  'campaign-run-not-found',
  'api-key-not-found',
  'api-key-ended',
  'content-not-found',
  'token-not-found',
  'settings-version-not-found',
  'form-version-not-found',
  'upload-not-found',
  'upload-not-there',
  'job-not-found',
  'import-not-checked',
  'list-not-found',
  'identity-not-bound',
  'identity-taken',
  'precondition-required',
  'precondition-failed',
  'version-immutable',
  'template-draft',
  'template-not-approved',
  'second-key-expected',
  'test-refused',
  'test-recipients-full',
  'standing-full',
  'person-too-large',
  'address-expected',
  'concurrent-change',
  'rate-limited',
  'dependency-unavailable',
  'stored-unreadable',
  'internal-error',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/**
 * One fault in the caller's request: an RFC 6901 pointer into the body and a sentence. Never the value itself.
 * `parameter` names a query or path parameter instead; the pointer is empty then.
 */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
  readonly parameter?: string;
  /** What is missing there, in both languages, with its remedy; its sentence is the detail. */
  readonly missing?: Missing;
}

/** What is missing, as a fault of the request that would have put it. */
export const faultOfMissing = (missing: Missing): Fault => ({
  pointer: missing.pointer,
  detail: missing.sentence.en,
  missing,
});

/** The same fault, seen from around what it points into: its pointers begin with `prefix`. */
export const faultUnder = (prefix: string, { missing, ...fault }: Fault): Fault => ({
  ...fault,
  pointer: `${prefix}${fault.pointer}`,
  ...(missing === undefined ? {} : { missing: missingUnder(prefix, missing) }),
});

/**
 * A request that cannot be served. `detail` speaks to the developer of the client and holds no personal data.
 * `errors` point into the body; `retryAfter` is in seconds; `reason` names the stable code that a verdict would carry.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly detail: string;
  readonly errors: readonly Fault[];
  readonly retryAfter: number | undefined;
  readonly reason: string | undefined;

  constructor(
    code: FailureCode,
    detail: string,
    more: { errors?: readonly Fault[]; retryAfter?: number; reason?: string; cause?: unknown } = {},
  ) {
    super(`${code}: ${detail}`, { cause: more.cause });
    this.code = code;
    this.detail = detail;
    this.errors = more.errors ?? [];
    this.retryAfter = more.retryAfter;
    this.reason = more.reason;
  }
}

/** The body does not match its schema, or names something that does not exist. */
export const invalidRequest = (errors: readonly Fault[]) =>
  new Failure('invalid-request', errors.length === 1 ? '1 field is invalid.' : `${errors.length} fields are invalid.`, {
    errors,
  });

/** A batch of which some items could not be tried to the end: the same call again completes it, and takes none twice. */
export const batchUnfinished = (cause?: unknown) =>
  new Failure('batch-unfinished', 'Part of the batch is not stored yet. What is stored is not stored twice.', {
    retryAfter: 2,
    cause,
  });

export const advertiserNotFound = () =>
  new Failure('advertiser-not-found', 'No such advertiser with settings in force, or this key is not bound to it.');
export const templateVersionNotFound = (pointer: string) =>
  new Failure('template-version-not-found', 'No such template version at this advertiser.', {
    errors: [{ pointer, detail: 'unknown template version' }],
  });
export const contactNotFound = () => new Failure('contact-not-found', 'No such contact at this advertiser.');
export const consentNotFound = () => new Failure('consent-not-found', 'No such consent at this advertiser.');
export const messageNotFound = () => new Failure('message-not-found', 'No such message at this advertiser.');
export const contentNotFound = (pointer: string) =>
  new Failure('content-not-found', 'No content is stored under this hash.', {
    errors: [{ pointer, detail: 'unknown content' }],
  });
export const tokenNotFound = () => new Failure('token-not-found', 'This link cannot be read. Nothing was recorded.');
export const settingsVersionNotFound = () =>
  new Failure('settings-version-not-found', 'No such version of the settings of this advertiser.');
export const formVersionNotFound = () =>
  new Failure('form-version-not-found', 'No such form version at this advertiser.');
export const preconditionRequired = () =>
  new Failure('precondition-required', 'Settings are stored already, and this call would replace all of them.');
export const preconditionFailed = () =>
  new Failure('precondition-failed', 'The state is not the one that If-Match or If-None-Match asks for.');
export const versionImmutable = () =>
  new Failure('version-immutable', 'This version exists with other content. Store the change under a new version.');
export const templateDraft = (pointer: string) =>
  new Failure('template-draft', 'This template version is a draft: no message is made from it.', {
    errors: [{ pointer, detail: 'a draft' }],
  });
export const templateNotApproved = (pointer: string) =>
  new Failure('template-not-approved', 'No other key than the one that put this template version approved it yet.', {
    errors: [{ pointer, detail: 'not approved yet' }],
  });
export const standingFull = () =>
  new Failure('standing-full', 'This contact holds as many bases as can be kept. Oppositions are still recorded.');
export const personTooLarge = () => new Failure('person-too-large', 'A person has at most 25 contacts.');
export const idempotencyKeyMissing = () =>
  new Failure(
    'idempotency-key-missing',
    'Send an Idempotency-Key header, so that a repeated call is not a second act.',
  );
export const idempotencyKeyReused = () =>
  new Failure('idempotency-key-reused', 'This Idempotency-Key was used for another request.');
export const concurrentChange = () => new Failure('concurrent-change', 'Another request changed it first. Try again.');
/** A store or provider cannot be read or written now: retry, never allow, never a final refusal (P10). */
export const dependencyUnavailable = (what: string, cause?: unknown, reason?: string) =>
  new Failure('dependency-unavailable', `${what} cannot be reached now.`, {
    retryAfter: 2,
    cause,
    ...(reason === undefined ? {} : { reason }),
  });
export const oppositionStoreUnavailable = (cause?: unknown) =>
  dependencyUnavailable('The store of oppositions', cause, 'OPPOSITION_STORE_UNAVAILABLE');
/** No time is left to answer: what was stored stays, and the same again is no second act. */
export const outOfTime = () =>
  new Failure('dependency-unavailable', 'This took too long. What was stored stays stored.', { retryAfter: 2 });

const RETRYABLE: ReadonlySet<FailureCode> = new Set([
  'dependency-unavailable',
  'stored-unreadable',
  'rate-limited',
  'concurrent-change',
  'batch-unfinished',
]);

/** True when trying the same thing again later can succeed. */
export const isRetryable = (error: unknown): boolean => error instanceof Failure && RETRYABLE.has(error.code);
