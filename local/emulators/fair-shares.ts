/**
 * Whose message comes next, as SQS describes its fair queues (Developer Guide, "How Amazon SQS fair queues work"): a group is
 * noisy with more than a tenth of what is in flight and thirty or more of its own there, or with more than a tenth of the
 * recent working time. The oldest message of the quiet comes first; among the noisy, who has the fewest in flight.
 */
const SHARE = 0.1;
const NOISY_FROM = 30;
/** "Recent": AWS does not say how long. A group is quiet again after five minutes without a message. */
const WINDOW_MS = 5 * 60_000;

interface Work {
  readonly group: string;
  readonly since: number;
}

/** A group with messages to give: the place in line of its oldest one. */
interface Waiting {
  readonly group: string;
  readonly oldest: number;
}

const add = (map: Map<string, number>, group: string, amount: number) =>
  void map.set(group, (map.get(group) ?? 0) + amount);

/** What the groups of one queue have in hand and had; times in milliseconds. */
export class FairShares {
  readonly #inHand = new Map<string, Work>();
  readonly #counts = new Map<string, number>();
  #done: { readonly group: string; readonly lasted: number; readonly until: number }[] = [];

  taken(handle: string, group: string, now: number): void {
    this.#inHand.set(handle, { group, since: now });
    add(this.#counts, group, 1);
  }

  /** Deleted, or visible again. */
  ended(handle: string, now: number): void {
    const work = this.#inHand.get(handle);
    if (work === undefined) return;
    this.#inHand.delete(handle);
    add(this.#counts, work.group, -1);
    this.#done.push({ group: work.group, lasted: now - work.since, until: now });
  }

  /** The group whose oldest message is given next; `undefined`: nobody waits. */
  next(waiting: readonly Waiting[], now: number): string | undefined {
    if (waiting.length < 2) return waiting[0]?.group;
    const isNoisy = this.#noisy(now);
    const inOrder = waiting.toSorted((a, b) => a.oldest - b.oldest);
    const quiet = inOrder.find(({ group }) => !isNoisy(group));
    const counted = ({ group }: Waiting) => this.#counts.get(group) ?? 0;
    return (quiet ?? inOrder.toSorted((a, b) => counted(a) - counted(b))[0])?.group;
  }

  #noisy(now: number): (group: string) => boolean {
    this.#done = this.#done.filter(({ until }) => until > now - WINDOW_MS);
    const worked = new Map<string, number>();
    for (const { group, lasted } of this.#done) add(worked, group, lasted);
    for (const { group, since } of this.#inHand.values()) add(worked, group, now - since);
    const time = [...worked.values()].reduce((sum, one) => sum + one, 0);
    return (group) => {
      const count = this.#counts.get(group) ?? 0;
      const hasMany = count >= NOISY_FROM && count > SHARE * this.#inHand.size;
      return hasMany || (worked.get(group) ?? 0) > SHARE * time;
    };
  }
}
