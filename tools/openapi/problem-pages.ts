import { FAILURE_CODES, type FailureCode } from '#shared/domain/failure.ts';
import { PROBLEM_BASE, PROBLEMS, type ProblemKind } from '#shared/edge/problems.ts';
import { PROBLEMS_FR } from '#shared/edge/words/problems-fr.ts';

const pageOf = (code: FailureCode): string => {
  const { status, retry, title, remedy, route }: ProblemKind = PROBLEMS[code];
  const french = PROBLEMS_FR[code];
  return `# ${title}

\`${PROBLEM_BASE}${code}\`

- Code: \`${code}\`
- Status: ${status}
- The same request again ${retry ? 'can succeed: wait for the seconds in Retry-After' : 'will fail again'}.${route === undefined ? '' : `\n- Where: \`${route}\`.`}

${remedy}

En français : **${french.title}.** ${french.remedy}
`;
};

const index = (): string => {
  const rows = FAILURE_CODES.map(
    (code) => `- [${code}](${code}.md) (${PROBLEMS[code].status}): ${PROBLEMS[code].title}.`,
  );
  return `# Problems

Every error of the API is a problem (RFC 9457). \`code\` and \`type\` never change;
\`detail\` and \`remedy\` speak to a developer, in English, or in French where \`Accept-Language\` asks for it. What the
gateway or the firewall answers by itself is in English.
Made of \`shared/edge/problems.ts\` by \`npm run openapi\`.

${rows.join('\n')}
`;
};

/** One page for each problem, and their index, by file name. */
export const problemPages = (): ReadonlyMap<string, string> =>
  new Map([...FAILURE_CODES.map((code) => [`${code}.md`, pageOf(code)] as const), ['README.md', index()] as const]);
