import { type TakenOf, takenOrThrow } from './batch.ts';
import { type ClientOptions, Connection, type Reply } from './connection.ts';
import { ProblemError } from './errors.ts';
import type { operations } from './generated/schema.ts';
import { List } from './list.ts';

/** What may be said with any call. */
export interface CallOptions {
  /** Ends the call, and its waits, with the reason of the signal. */
  readonly signal?: AbortSignal;
}

/** What may be said with a call that records or sends. */
export interface KeyedOptions extends CallOptions {
  /**
   * Names this one act, over all its tries. Made for you unless given: give your own where you may repeat the act yourself,
   * such as the number of your order.
   */
  readonly idempotencyKey?: string;
}

/** What may be said with a call that replaces. */
export interface ConditionalOptions extends CallOptions {
  /** Only where this version is the one in force, such as `settings.settingsVersion`. Else: 412, nothing is written. */
  readonly ifMatch?: number;
  /** Only where nothing is stored yet. Else: 412, nothing is written. */
  readonly ifNoneMatch?: '*';
}

type PathOf<Id extends keyof operations> = operations[Id]['parameters'] extends { path: infer Path } ? Path : unknown;
type QueryOf<Id extends keyof operations> = operations[Id]['parameters'] extends { query?: infer Query }
  ? [Query] extends [undefined]
    ? unknown
    : NonNullable<Query>
  : unknown;

/** The parameters of a path and of a query, in one object. */
export type ParametersOf<Id extends keyof operations> = PathOf<Id> & QueryOf<Id>;

/** An operation as docs/openapi.json describes it; `src/generated/api.ts` holds one for each method. */
export interface Operation {
  /** The name of its method, which errors begin with. */
  readonly operationId: string;
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  /** It takes an Idempotency-Key. */
  readonly isKeyed?: true;
  /** Twice is the same as once, also without a key: it only reads, or replaces. */
  readonly isRepeatable?: true;
}

type Values = Readonly<Record<string, unknown>>;

interface Call {
  readonly parameters?: object | undefined;
  readonly body?: unknown;
  readonly options?: (KeyedOptions & ConditionalOptions) | undefined;
}

const IN_BRACES = /\{(\w+)\}/g;

/** The path with its parameters in it, and what is left of them as its query. */
const pathWith = (path: string, parameters: Values): string => {
  const inPath = new Set([...path.matchAll(IN_BRACES)].map(([, name = '']) => name));
  const filled = path.replaceAll(IN_BRACES, (_braces, name: string) => encodeURIComponent(String(parameters[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined && !inPath.has(name)) query.set(name, String(value));
  const text = query.toString();
  return text === '' ? filled : `${filled}?${text}`;
};

const conditionsOf = ({ ifMatch, ifNoneMatch }: ConditionalOptions): Readonly<Record<string, string>> => ({
  ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
  ...(ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch }),
});

/** What every method of the client is made of. */
export abstract class Calls {
  readonly #connection: Connection;

  constructor(options: ClientOptions) {
    this.#connection = new Connection(options);
  }

  /** Resolves to the body of the answer. */
  protected async call<Answer>(operation: Operation, call: Call): Promise<Answer> {
    const { body } = await this.#send(operation, call, this.#keyOf(operation, call));
    // The document says what this operation answers; tests hold the running system against it.
    return body as Answer;
  }

  /** Resolves to what each item became, in order; throws `BatchError` unless every one was taken. */
  protected async batch<Name extends string, Answer extends Readonly<Record<Name, readonly unknown[]>>>(
    operation: Operation,
    list: Name,
    call: Call,
  ): Promise<readonly TakenOf<Answer[Name][number]>[]> {
    const key = this.#keyOf(operation, call);
    const entries = await this.#send(operation, call, key).then(
      ({ body }) => (body as Answer)[list],
      (error: unknown) => entriesOf(error, list),
    );
    return takenOrThrow(entries as readonly Answer[Name][number][], {
      operation: operation.operationId,
      idempotencyKey: key,
    });
  }

  /** A list that asks for its pages as it is read. */
  protected list<Item>(operation: Operation, name: string, { parameters, options }: Call): List<Item> {
    const { cursor: first, ...others }: Values & { readonly cursor?: string } = { ...parameters };
    return new List<Item>(async (cursor) => {
      const answer = await this.call<Values>(operation, { parameters: { ...others, cursor }, options });
      return { items: answer[name] as readonly Item[], nextCursor: answer.nextCursor as string | undefined };
    }, first);
  }

  #keyOf({ isKeyed }: Operation, { options }: Call): string | undefined {
    return isKeyed ? (options?.idempotencyKey ?? this.#connection.ports.newKey()) : undefined;
  }

  #send(operation: Operation, { parameters = {}, body, options = {} }: Call, key: string | undefined): Promise<Reply> {
    const headers = conditionsOf(options);
    // With a condition, the second try of what was done at the first would be refused.
    const isUnconditional = Object.keys(headers).length === 0;
    return this.#connection.send({
      operation: operation.operationId,
      method: operation.method,
      path: pathWith(operation.path, parameters as Values),
      headers,
      body,
      idempotencyKey: key,
      isRepeatable: key !== undefined || (operation.isRepeatable === true && isUnconditional),
      signal: options.signal,
    });
  }
}

/** The entries of a batch of which nothing was taken: its problem lists them. Throws any other error again. */
const entriesOf = (error: unknown, list: string): readonly unknown[] => {
  const entries = error instanceof ProblemError ? (error.problem as unknown as Values)[list] : undefined;
  if (Array.isArray(entries)) return entries;
  throw error;
};
