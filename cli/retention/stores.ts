/** What keeps something of the deployment outside of the table, and the term that is set on it there. */
export interface Store {
  readonly what: 'bucket' | 'queue' | 'log-group';
  /** A bucket as the stack calls it, then a folder of it that has a term of its own; anything else by its name. */
  readonly name: string;
  /** Days after which it deletes what lies in it, as is set on it; absent: never. */
  readonly days?: number | undefined;
  /** Why AWS did not let it be seen; absent: it did. */
  readonly unseen?: string | undefined;
  /** What lies there and was written before an instant, by its name; of a queue nothing can be looked at. */
  olderThan(instant: string): AsyncIterable<string>;
}

/** What is wrong with a store, or with something in it. */
interface StoreFinding {
  /** `not-looked-at`: AWS did not let it be seen, so that nothing is known of it. */
  readonly wrong: 'outlived' | 'no-term' | 'term-too-long' | 'not-looked-at';
  readonly kind: string;
  readonly name: string;
}

const DAY_MS = 86_400_000;
/** S3 begins a term at the next midnight, and both S3 and CloudWatch delete some time after it: three days at the most, as AWS says of logs. */
const LATE_DAYS = 3;

/**
 * What may lie where, written for this scan alone. `most`: days that may be set. `gone`: days after which nothing may be there, whatever is
 * set. `stays`: what may lie there and has no term: contents of authors, and what left without what was of one reader, are of nobody, and stay as
 * long as the advertiser. Folders of values by months are looked at by themselves.
 */
const RULES: readonly {
  readonly what: Store['what'];
  readonly named: RegExp;
  readonly most?: number;
  readonly gone?: number;
  readonly stays?: RegExp;
}[] = [
  // What went to each reader of a campaign: the folder says for how many months, and no more than thirteen may be set.
  ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map(
    (months) =>
      ({ what: 'bucket', named: new RegExp(`^Contents[^/]*/values/${months}/$`), most: months * 31 + 1 }) as const,
  ),
  { what: 'bucket', named: /^Contents[^/]*$/, stays: /^(?:contents|sent|values\/[^/]+)\// },
  { what: 'bucket', named: /^Uploads/, most: 5, gone: 8 },
  { what: 'bucket', named: /^(?:Journal|FailedRecords)/ },
  { what: 'queue', named: /^/, most: 14 },
  // SNS writes telephone numbers in clear.
  { what: 'log-group', named: /^sns\//, most: 7 },
  { what: 'log-group', named: /^/ },
];

const THINGS: Readonly<Record<Store['what'], string>> = {
  bucket: 'object',
  queue: 'message',
  'log-group': 'log-group',
};

const notLookedAt = ({ what, name }: Store, why: string): StoreFinding => ({
  wrong: 'not-looked-at',
  kind: what,
  name: `${name} (${why})`,
});

/** Of an error of AWS its name: a message may hold what was asked. */
export const nameOfError = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** The same; what cannot be looked at keeps no other from it. */
async function* seenOfStore(store: Store, now: string): AsyncIterable<StoreFinding> {
  try {
    yield* ofStore(store, now);
  } catch (error) {
    yield notLookedAt(store, nameOfError(error));
  }
}

async function* ofStore(store: Store, now: string): AsyncIterable<StoreFinding> {
  const { what, name, days, unseen } = store;
  if (unseen !== undefined) {
    yield notLookedAt(store, unseen);
    return;
  }
  const rule = RULES.find((each) => each.what === what && each.named.test(name));
  if (rule?.stays !== undefined) {
    for await (const each of store.olderThan(now))
      if (!rule.stays.test(each)) yield { wrong: 'no-term', kind: THINGS[what], name: each };
    return;
  }
  if (rule === undefined || days === undefined) {
    yield { wrong: 'no-term', kind: what, name };
    return;
  }
  if (days > (rule.most ?? Number.POSITIVE_INFINITY)) yield { wrong: 'term-too-long', kind: what, name };
  const gone = rule.gone ?? days + LATE_DAYS;
  const before = new Date(Date.parse(now) - gone * DAY_MS).toISOString();
  for await (const old of store.olderThan(before)) yield { wrong: 'outlived', kind: THINGS[what], name: old };
}

/**
 * What lies past its term in buckets and logs, each bucket, queue and log group that deletes nothing or too late, and each that cannot be looked at. It knows no register: what is
 * set at AWS is compared with what these stores may keep, and with when things were written.
 */
export const findingsOfStores = async (stores: AsyncIterable<Store>, now: string) => {
  const findings: StoreFinding[] = [];
  const counts: Record<Store['what'], number> = { bucket: 0, queue: 0, 'log-group': 0 };
  for await (const store of stores) {
    counts[store.what] += 1;
    for await (const finding of seenOfStore(store, now)) findings.push(finding);
  }
  return { findings, counts };
};
