import { createHash } from 'node:crypto';

/** What happened, in its order: a line each, with the virtual time in milliseconds since the start. */
export interface Trace {
  readonly say: (what: string) => void;
  readonly lines: readonly string[];
  /** The same history has the same hash. */
  readonly hash: () => string;
}

export const traceOf = (now: () => number): Trace => {
  const began = now();
  const lines: string[] = [];
  return {
    say: (what) => void lines.push(`${String(now() - began).padStart(10)}  ${what}`),
    lines,
    hash: () => createHash('sha256').update(lines.join('\n')).digest('hex'),
  };
};
