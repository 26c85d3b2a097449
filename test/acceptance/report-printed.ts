import type { Ablation } from './ablation/ablate.ts';
import type { Report } from './report.ts';
import type { Judged } from './run.ts';

const indented = (text: string): string => `     ${text}`;

const ablationLines = ({ turning, cured, accidents }: Ablation): readonly string[] => [
  ...turning.map(({ path, reason, alone }) => {
    const byItself = alone === undefined ? '' : `; alone: ${alone.outcome} ${alone.reasons.join(', ')}`;
    return `turns on ${path.replace(/^facts\./, '')}: ${reason}${byItself}`;
  }),
  `cured: ${cured.outcome} ${cured.reasons.join(', ')}`,
  ...accidents.map((accident) => `BY ACCIDENT: ${accident}`),
];

const forgedLines = ({ lies, twins }: Judged['forged']): readonly string[] => [
  ...lies.map(
    ({ field, lie, given, isCaught, by }) =>
      `${isCaught ? 'caught  ' : 'uncaught'} ${field}: “${lie}”: ${given}, ${by}`,
  ),
  ...twins.map(
    ({ field, looksLike, given, codes, isAllowed }) =>
      `${isAllowed ? 'lawful  ' : 'STOPPED '} ${field}: looks like ${looksLike}: ${given} ${codes.join(' ')}`,
  ),
];

const markOf = ({ given, isAsExpected }: Judged): string => {
  if (given === 'not-expressible') return '-  ';
  return isAsExpected ? 'ok ' : 'NOT';
};

const block = (judged: Judged): string => {
  const { id, expected, alsoAcceptable, given, codes, decidedByFile, again, forged, ablation } = judged;
  const wanted = [expected, ...alsoAcceptable].join(' or ');
  const more = [
    ...(decidedByFile.length === 0 ? [] : [`decided by the file: ${decidedByFile.join('; ')}`]),
    ...(ablation === undefined ? [] : ablationLines(ablation)),
    ...again.map((one) => `${one.isAllowed ? 'allowed ' : 'STOPPED '} ${one.how}: ${one.given} ${one.codes.join(' ')}`),
    ...forgedLines(forged),
  ];
  const first = `${markOf(judged)}  ${id.padEnd(16)} expected ${wanted.padEnd(16)} given ${given.padEnd(16)} ${codes.join(' ')}`;
  return [first, ...more.map(indented)].join('\n');
};

/** A table for people: expected against given, below it what else was tried, the counts last. */
export const printed = (report: Report): string => {
  const { scenarios, withBytes, sent, ablated, forged, twins, notExpressible } = report;
  return [
    ...scenarios.map(block),
    '',
    ...notExpressible.map(({ id, why }) => `Not expressible: ${id}: ${why}`),
    `Decided by the file: ${report.decidedByFile} scenarios.`,
    `Allowed messages: ${withBytes.all} asked with final bytes, ${withBytes.wrong} stopped; ${sent.all} sent, ${sent.wrong} stopped.`,
    ...(ablated.all === 0 ? [] : [`Held messages cured: ${ablated.all}; held by accident: ${ablated.wrong}.`]),
    `Forged callers: ${forged.callers}, one for each allowed message; ${forged.lies} lies told, ${forged.caught} caught, ${forged.uncaught} uncaught, each with the reason.`,
    `Lawful messages that look forged: ${twins.all}, ${twins.wrong} stopped.`,
    `${scenarios.length} scenarios: ${report.asExpected} as expected, ${notExpressible.length} not expressible, ${report.otherwise} otherwise.`,
    '',
  ].join('\n');
};
