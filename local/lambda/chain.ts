import { createHash, randomBytes } from 'node:crypto';

/** Runs of one function in one chain, after which Lambda ends it unless the function is allowed more. */
export const MOST_RUNS = 16;

/** Where a run is in its chain of requests. */
export interface Chain {
  /** The trace header that the function passes on with all that it asks of AWS: `Root=…;Lineage=…`. */
  readonly header: string;
  /** Times that this function has run in the chain, with this one. */
  readonly runs: number;
}

/** A function in a lineage; AWS has an opaque mark of eight characters there, too. */
const markOf = (functionName: string): string => createHash('sha256').update(functionName).digest('hex').slice(0, 8);

const partOf = (header: string, name: string): string | undefined =>
  header
    .split(';')
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);

const lineageIn = (header: string): readonly (readonly [string, number])[] =>
  (partOf(header, 'Lineage') ?? '').split('|').flatMap((entry) => {
    const [mark, runs] = entry.split(':');
    return mark && runs ? [[mark, Number(runs)] as const] : [];
  });

const newRoot = (): string => `1-${randomBytes(4).toString('hex')}-${randomBytes(12).toString('hex')}`;

/**
 * The chain that a run is in, by the headers of what it was given: a batch is in the chains of all its messages. Counted
 * through what passes the header on (SQS, SNS, calls of functions), as Lambda does it ("Use Lambda recursive loop detection").
 */
export const chainOf = (functionName: string, received: readonly string[]): Chain => {
  const counted = new Map<string, number>();
  for (const [mark, runs] of received.flatMap(lineageIn)) counted.set(mark, Math.max(runs, counted.get(mark) ?? 0));
  const own = markOf(functionName);
  const runs = (counted.get(own) ?? 0) + 1;
  counted.set(own, runs);
  const [root = newRoot()] = received.flatMap((header) => partOf(header, 'Root') ?? []);
  const lineage = [...counted].map((entry) => entry.join(':')).join('|');
  return { header: `Root=${root};Parent=${randomBytes(8).toString('hex')};Sampled=0;Lineage=${lineage}`, runs };
};
