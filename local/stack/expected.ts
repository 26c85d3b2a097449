/** What calls a function, as its author declares it. */
export type ExpectedTrigger =
  | {
      readonly kind: 'http';
      /** A name of `StackOptions.apis`. */
      readonly api: string;
      readonly method: string;
      readonly path: string;
      /** True when only callers whom an authorizer knows may call it. */
      readonly isKeyed: boolean;
    }
  /** `batchSize`: the most messages that it is made to be given at once. */
  | { readonly kind: 'queue'; readonly queue: string; readonly batchSize?: number }
  | { readonly kind: 'schedule'; readonly everyMinutes?: number }
  | { readonly kind: 'stream'; readonly batchSize?: number }
  /** `operator`: a person calls it, and nothing in the template. */
  | { readonly kind: 'authorizer' | 'operator' };

/** A function that the template must hold, so that a wiring mistake is reported before anything starts. */
export interface ExpectedFunction {
  readonly trigger: ExpectedTrigger;
  /** How long it may need; absent: nothing is said. */
  readonly timeoutSeconds?: number;
  /** Each environment variable that it asks for, with a test of the value that the template gives. */
  readonly environment: Readonly<Record<string, (value: string) => boolean>>;
}
