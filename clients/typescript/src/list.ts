/** A page of a list; `nextCursor` is absent on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | undefined;
}

/** Asks for the page at a cursor; the first, without one. */
export type AskForPage<Item> = (cursor: string | undefined) => Promise<Page<Item>>;

/**
 * A list of any length: `for await (const message of aval.listMessages(…))`. It asks for a page when the one before is
 * used up, and starts again from its first page whenever it is read again.
 */
export class List<Item> implements AsyncIterable<Item> {
  readonly #first: string | undefined;
  readonly #ask: AskForPage<Item>;

  constructor(ask: AskForPage<Item>, first?: string) {
    this.#ask = ask;
    this.#first = first;
  }

  /** Page by page: for a program that keeps the cursor and goes on later. */
  async *pages(): AsyncGenerator<Page<Item>, void, undefined> {
    let cursor = this.#first;
    do {
      const page = await this.#ask(cursor);
      yield page;
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const { items } of this.pages()) yield* items;
  }

  /** All of it at once: for short lists. */
  async toArray(): Promise<readonly Item[]> {
    const all: Item[] = [];
    for await (const item of this) all.push(item);
    return all;
  }
}
