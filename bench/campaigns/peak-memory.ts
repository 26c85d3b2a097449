import { readdirSync, readFileSync } from 'node:fs';

/** What Linux says of a process; empty when it has ended, or is another user's. */
const said = (pid: string, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};

const numberIn = (status: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? Number.NaN);

/**
 * The most memory that any process of each of these functions ever had, in MB: of the processes that this one began and that run still.
 * Linux alone says it.
 */
export const peakMegabytes = (names: readonly string[]): readonly (readonly [string, number])[] => {
  const own = readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && numberIn(said(pid, 'status'), 'PPid') === process.pid)
    .map((pid) => ({ environment: said(pid, 'environ'), peak: numberIn(said(pid, 'status'), 'VmHWM') / 1024 }));
  return names.map((name) => {
    const runs = own.filter(({ environment }) =>
      environment.split('\0').some((each) => each.startsWith('AWS_LAMBDA_FUNCTION_NAME=') && each.endsWith(name)),
    );
    return [name, Math.max(0, ...runs.map(({ peak }) => peak))];
  });
};
