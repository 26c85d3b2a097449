/** One event for one instance. */
export interface Invocation {
  readonly id: string;
  readonly event: unknown;
  readonly functionArn: string;
  /** Milliseconds until the function's time-out. */
  readonly timeoutMs: number;
  /** What the function passes on with each call of AWS: the chain that it runs in. */
  readonly traceHeader: string;
}

/** An error as Lambda reports one. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

export type FromFunction =
  | { readonly kind: 'ready' }
  | { readonly kind: 'cold-start-failure'; readonly error: FunctionError }
  | { readonly kind: 'result'; readonly id: string; readonly result: unknown }
  | { readonly kind: 'failure'; readonly id: string; readonly error: FunctionError };
