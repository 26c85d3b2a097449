/** One page of a list, and where the next one begins. */
export interface Page<T> {
  readonly items: readonly T[];
  /** The position of the last item looked at; absent: the list ends here. */
  readonly next?: string | undefined;
}

/** Which page is asked for. */
export interface PageAsked {
  /** How many items at most. */
  readonly limit: number;
  /** The `next` of the page before; absent: the first page. */
  readonly after?: string | undefined;
}
