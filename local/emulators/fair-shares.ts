/**
 * Whose message comes next, as SQS describes its fair queues (Developer Guide, "How Amazon SQS fair queues work"): a group is
 * noisy with more than a tenth of what is in flight and thirty or more of its own there, or with more than a tenth of the
 * recent working time. The oldest message of the quiet comes first; among the noisy, who has the fewest in flight.
 */
const SHARE = 0.1;
const NOISY_FROM = 30;
/** "Recent": AWS does not say how long. A group is quiet again after five minutes without a message. */
const WINDOW_MS = 5 * 60_000;
/** What the window has left behind is removed from the list together. */
const FORGOTTEN_AT_ONCE = 1000;

interface Work {
  readonly group: string;
  readonly since: number;
}

/** A group with messages to give: the place in line of its oldest one. */
interface Waiting {
  readonly group: string;
  readonly oldest: number;
}

const add = (map: Map<string, number>, group: string, amount: number): void => {
  const sum = (map.get(group) ?? 0) + amount;
  if (sum === 0) map.delete(group);
  else map.set(group, sum);
};

/** What the groups of one queue have in hand and had; times in milliseconds, never going back. */
export class FairShares {
  readonly #inHand = new Map<string, Work>();
  readonly #counts = new Map<string, number>();
  /** Of those in hand, the sum of when they were taken. */
  readonly #since = new Map<string, number>();
  /** What ended within the window, and its sum by group. */
  #ended: { readonly group: string; readonly lasted: number; readonly at: number }[] = [];
  readonly #worked = new Map<string, number>();
  #oldest = 0;

  taken(handle: string, group: string, now: number): void {
    this.#inHand.set(handle, { group, since: now });
    add(this.#counts, group, 1);
    add(this.#since, group, now);
  }

  /** Deleted, or visible again. */
  ended(handle: string, now: number): void {
    const work = this.#inHand.get(handle);
    if (work === undefined) return;
    this.#inHand.delete(handle);
    add(this.#counts, work.group, -1);
    add(this.#since, work.group, -work.since);
    const lasted = now - work.since;
    this.#ended.push({ group: work.group, lasted, at: now });
    add(this.#worked, work.group, lasted);
  }

  /** The group whose oldest message is given next; `undefined`: nobody waits. */
  next(waiting: readonly Waiting[], now: number): string | undefined {
    if (waiting.length < 2) return waiting[0]?.group;
    this.#forget(now);
    const all = [...this.#worked.keys(), ...this.#counts.keys()];
    const time = [...new Set(all)].reduce((sum, group) => sum + this.#timeOf(group, now), 0);
    const countOf = ({ group }: Waiting) => this.#counts.get(group) ?? 0;
    const isNoisy = (one: Waiting) =>
      (countOf(one) >= NOISY_FROM && countOf(one) > SHARE * this.#inHand.size) ||
      this.#timeOf(one.group, now) > SHARE * time;
    const inOrder = waiting.toSorted((a, b) => a.oldest - b.oldest);
    const quiet = inOrder.find((one) => !isNoisy(one));
    return (quiet ?? inOrder.toSorted((a, b) => countOf(a) - countOf(b))[0])?.group;
  }

  #timeOf(group: string, now: number): number {
    const inHand = (this.#counts.get(group) ?? 0) * now - (this.#since.get(group) ?? 0);
    return (this.#worked.get(group) ?? 0) + inHand;
  }

  #forget(now: number): void {
    for (let one = this.#ended[this.#oldest]; one && one.at <= now - WINDOW_MS; one = this.#ended[this.#oldest]) {
      add(this.#worked, one.group, -one.lasted);
      this.#oldest += 1;
    }
    if (this.#oldest < FORGOTTEN_AT_ONCE) return;
    this.#ended = this.#ended.slice(this.#oldest);
    this.#oldest = 0;
  }
}
