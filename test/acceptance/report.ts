import type { Judged } from './run.ts';

/** What `-- --json` prints: every scenario, and the counts. */
export interface Report {
  readonly scenarios: readonly Judged[];
  readonly asExpected: number;
  readonly otherwise: number;
  readonly forged: {
    readonly callers: number;
    readonly lies: number;
    readonly caught: number;
    readonly uncaught: number;
  };
}

export const reportOf = (scenarios: readonly Judged[]): Report => {
  const lies = scenarios.flatMap(({ forged }) => forged);
  const caught = lies.filter(({ isCaught }) => isCaught).length;
  const asExpected = scenarios.filter((each) => each.isAsExpected).length;
  return {
    scenarios,
    asExpected,
    otherwise: scenarios.length - asExpected,
    forged: {
      callers: scenarios.filter(({ forged }) => forged.length > 0).length,
      lies: lies.length,
      caught,
      uncaught: lies.length - caught,
    },
  };
};

const line = ({ id, expected, alsoAcceptable, given, codes, isAsExpected, forged }: Judged): string => {
  const wanted = [expected, ...alsoAcceptable].join(' or ');
  const told = forged.map(
    ({ field, lie, given: outcome, isCaught, by }) =>
      `     ${isCaught ? 'caught  ' : 'uncaught'} ${field}: “${lie}”: ${outcome}, ${by}`,
  );
  const mark = isAsExpected ? 'ok ' : 'NOT';
  return [
    `${mark}  ${id.padEnd(16)} expected ${wanted.padEnd(16)} given ${given.padEnd(16)} ${codes.join(' ')}`,
    ...told,
  ].join('\n');
};

/** Expected against given, one line each; below an allow, its forged caller; the counts last. */
export const printed = ({ scenarios, asExpected, otherwise, forged }: Report): string =>
  [
    ...scenarios.map(line),
    '',
    `Forged callers: ${forged.callers}, one for each allowed message; ${forged.lies} lies told, ${forged.caught} caught, ${forged.uncaught} uncaught, each with the reason.`,
    `${scenarios.length} scenarios: ${asExpected} as expected, ${otherwise} otherwise.`,
    '',
  ].join('\n');
