import { deserialize, serialize } from 'node:v8';
import { byBytes, type Image } from './expressions.ts';

/** Where the first of these texts, in their order, is that comes not before `text`. */
const placeOf = (sorted: readonly string[], text: string): number => {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (byBytes(sorted[middle] ?? '', text) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** The items of a partition, by their sort keys; the order of these is kept once somebody asked for it. */
export class Partition {
  #items: Map<string, Image> | undefined;
  #folded: Buffer | undefined;
  #sorted: string[] | undefined;

  constructor(items: Iterable<readonly [string, Image]> = []) {
    this.#items = new Map(items);
  }

  get items(): Map<string, Image> {
    const items = this.#items ?? (deserialize(this.#folded ?? serialize(new Map())) as Map<string, Image>);
    this.#items = items;
    this.#folded = undefined;
    return items;
  }

  /** Keeps the items as bytes outside of the heap until somebody asks for one. */
  fold(): void {
    if (this.#items === undefined) return;
    this.#folded = serialize(this.#items);
    this.#items = this.#sorted = undefined;
  }

  /** `after` absent: takes the item away. */
  set(sk: string, after: Image | undefined): void {
    const isThere = this.items.has(sk);
    if (after === undefined) this.items.delete(sk);
    else this.items.set(sk, after);
    if (this.#sorted === undefined || isThere === (after !== undefined)) return;
    this.#sorted.splice(placeOf(this.#sorted, sk), isThere ? 1 : 0, ...(isThere ? [] : [sk]));
  }

  /** The items in the order of their sort keys, those from `from` to `to` alone where these are given, both included. */
  inOrder(from?: string, to?: string): Image[] {
    this.#sorted ??= [...this.items.keys()].sort(byBytes);
    const found: Image[] = [];
    for (let place = from === undefined ? 0 : placeOf(this.#sorted, from); place < this.#sorted.length; place += 1) {
      const sk = this.#sorted[place] ?? '';
      if (to !== undefined && byBytes(sk, to) > 0) break;
      const image = this.items.get(sk);
      if (image !== undefined) found.push(image);
    }
    return found;
  }
}
