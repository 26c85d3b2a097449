/** What the console answers. */
export interface Answer {
  readonly status: number;
  readonly type?: string;
  /** Its content security policy. Absent: nothing may be loaded. */
  readonly policy?: string;
  readonly location?: string;
  readonly body?: string | Uint8Array;
}

/** What it is asked. */
export interface Asked {
  readonly path: string;
  readonly search: URLSearchParams;
  /** JSON, or the fields of a form; reading it throws `SyntaxError` when it is neither. */
  readonly body: unknown;
  /** The body as it came. */
  readonly content: Uint8Array;
  readonly isForm: boolean;
}

/** What answers, by method and path. */
export type Routes = Readonly<Record<string, (asked: Asked) => Answer | Promise<Answer>>>;

/** An answer for a program. */
export const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});

/** An answer for a person, under a content security policy. */
export const page = (body: string, policy: string): Answer => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  policy,
  body,
});

/** A form goes back to its page, a program gets JSON. */
export const done = (asked: Asked, value: unknown, back = '/'): Answer =>
  asked.isForm ? { status: 303, location: back } : json(value);
