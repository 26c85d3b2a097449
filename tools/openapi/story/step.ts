/** One call of the story as it is written here, before it is known what the earlier ones answer. */
export interface Step {
  /** The name of the route. */
  readonly route: string;
  /** Names the example of the request and of the answer; `typical` where nothing is said. */
  readonly example?: string;
  readonly status: number;
  /** Values of path and query parameters; `route example /pointer` names a value of an earlier answer. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** An earlier answer that gave the key to call with, likewise. Absent: the root key. */
  readonly key?: string;
  /** The members of the answer that the example has, where all of them would be too much to read. */
  readonly members?: readonly string[];
  /** Seconds by which the clock is moved forward before, until nothing is left to do. */
  readonly after?: number;
  /** A file that is sent then, as the answer says. */
  readonly sends?: string;
  /** The body, where it is not the one of the route's document; it names earlier answers likewise. */
  readonly body?: unknown;
}
