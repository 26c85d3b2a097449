import { isProblem, NoAnswerError, ProblemError } from './errors.ts';
import { type Ports, RUNTIME } from './ports.ts';
import { mayTryAgain, RETRY, type RetryPolicy, waitBefore } from './retry.ts';

/** Where Aval is and who calls. What the environment lacks is a `TypeError` that says so. */
export interface ClientOptions {
  /** The ApplicationUrl of the deployment, such as `https://api.example.com/live`. */
  readonly baseUrl: string | undefined;
  /** An API key, `aval_…`: give it from the environment or a secret store, never from code. */
  readonly key: string | undefined;
  /** The language of problems; English unless given. */
  readonly language?: 'en' | 'fr';
  /** Of one try, in milliseconds: 30 seconds unless given, the longest that Aval takes. */
  readonly timeoutMs?: number;
  readonly retry?: Partial<RetryPolicy>;
  /** For tests, and for runtimes of another kind. */
  readonly ports?: Partial<Ports>;
}

/** A request as a method of the client makes it. */
export interface Request {
  /** The `operationId`, for errors. */
  readonly operation: string;
  readonly method: string;
  /** With its parameters filled in, such as `/v1/contacts/v1n1.…`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
  /** Twice is the same as once. */
  readonly isRepeatable: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** A 2xx of Aval; `body` is `undefined` where there is none. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

interface Try extends Reply {
  readonly retryAfter: string | null;
}

const NO_BODY = 204;

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Throws a `TypeError` for what is no URL. */
const withoutSlash = (baseUrl: string): string => {
  try {
    return new URL(baseUrl).href.replace(/\/$/, '');
  } catch {
    throw new TypeError('baseUrl is no URL: give the ApplicationUrl of the deployment.');
  }
};

/** Sends requests to one deployment, again where that is safe. */
export class Connection {
  readonly ports: Ports;
  readonly #options: ClientOptions;
  readonly #retry: RetryPolicy;
  readonly #base: string;

  constructor(options: ClientOptions) {
    const { baseUrl = '', key = '' } = options;
    this.#base = withoutSlash(baseUrl);
    if (key === '') throw new TypeError('key is empty: give an API key of Aval.');
    this.#options = options;
    this.#retry = { ...RETRY, ...options.retry };
    this.ports = { ...RUNTIME, ...options.ports };
  }

  /**
   * Resolves to a 2xx of Aval. Throws `ProblemError`, `NoAnswerError`, or the reason of the caller's
   * signal.
   */
  async send(request: Request): Promise<Reply> {
    const startedAt = this.ports.now();
    for (let attempt = 1; ; attempt++) {
      request.signal?.throwIfAborted();
      const tried = await this.#try(request);
      request.signal?.throwIfAborted();
      const wait = this.#waitBeforeNext(request, tried, attempt, startedAt);
      if (wait === undefined) return replyOf({ ...request, host: new URL(this.#base).host }, tried);
      await this.ports.sleep(wait, request.signal);
    }
  }

  /** `undefined`: this try was the last. */
  #waitBeforeNext(request: Request, tried: Try | Error, attempt: number, startedAt: number): number | undefined {
    const came = tried instanceof Error ? { status: undefined, retryAfter: undefined } : tried;
    if (attempt >= this.#retry.attempts || !mayTryAgain(came, request.isRepeatable)) return undefined;
    const wait = waitBefore(came, attempt, this.#retry, this.ports);
    const isInTime = wait !== undefined && this.ports.now() + wait - startedAt <= this.#retry.patienceMs;
    return isInTime ? wait : undefined;
  }

  /** One try; resolves to the error of the network, or of the time-out, where no whole answer came. */
  async #try(request: Request): Promise<Try | Error> {
    const stop = new AbortController();
    const over = new AbortController();
    const limit = AbortSignal.timeout(this.#options.timeoutMs ?? 30_000);
    for (const signal of [limit, request.signal])
      signal?.addEventListener('abort', () => stop.abort(signal.reason), { once: true, signal: over.signal });
    try {
      return await this.#fetch(request, stop.signal);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      over.abort();
    }
  }

  async #fetch({ method, path, headers, body, idempotencyKey }: Request, signal: AbortSignal): Promise<Try> {
    const { key, language } = this.#options;
    const response = await this.ports.fetch(`${this.#base}${path}`, {
      method,
      signal,
      redirect: 'error',
      headers: {
        accept: 'application/json, application/problem+json',
        authorization: `Bearer ${key}`,
        ...(language === undefined ? {} : { 'accept-language': language }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, retryAfter: response.headers.get('retry-after'), body: jsonOf(text) };
  }
}

/** What the last try means for the caller. */
const replyOf = (
  { operation, idempotencyKey, host }: Request & { readonly host: string },
  tried: Try | Error,
): Reply => {
  if (tried instanceof Error) throw new NoAnswerError({ operation, idempotencyKey, host, cause: tried });
  const { status, body } = tried;
  const isOk = status >= 200 && status < 300;
  if (isOk && (body !== undefined || status === NO_BODY)) return { status, body };
  if (!isOk && isProblem(body)) throw new ProblemError(body, { operation, idempotencyKey });
  throw new NoAnswerError({ operation, idempotencyKey, host, status });
};
