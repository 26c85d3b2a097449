import type { Bug } from './bug.ts';

const REPORT = 'shared/app/feedback/apply-provider-report.ts';
const HAND_OVER = 'shared/adapters/https/hand-over.ts';

/** Bugs of a provider that speaks our contract, and of what it reports by HTTPS. */
export const ROUTED_BUGS: readonly Bug[] = [
  {
    name: 'a report that nobody signed settles its message',
    kind: 'routed',
    edits: [
      { file: 'shared/edge/public/report.ts', find: "if (vouched === 'refused') throw refused;", put: '' },
      { file: REPORT, find: '  if (!report.isSigned) return done;\n', put: '' },
    ],
  },
  {
    name: 'a report of another message settles this one',
    kind: 'routed',
    edits: [{ file: REPORT, find: '  if (!isOf(report, message)) return done;\n', put: '' }],
  },
  {
    name: 'a key that is acknowledged before it is stored',
    kind: 'routed',
    edits: [
      {
        file: REPORT,
        find: 'if (said !== undefined) await oppose(ports, report, said);',
        put: 'if (said !== undefined) await oppose(ports, report, said).catch(() => undefined);',
      },
    ],
  },
  {
    name: 'the word of a person lost for its signature',
    kind: 'routed',
    edits: [
      {
        file: 'shared/edge/public/report.ts',
        find: 'if (stop !== undefined && !isSigned) await route.run',
        put: "if (stop !== undefined && !isSigned && vouched !== 'refused') await route.run",
      },
    ],
  },
  {
    name: 'what its provider could not bring counts as brought',
    kind: 'routed',
    edits: [
      {
        file: REPORT,
        find: "return kind === 'failed' || (kind === 'blacklisted'",
        put: "return (kind === 'blacklisted'",
      },
    ],
  },
  {
    name: '5xx of our contract taken for "not taken"',
    kind: 'routed',
    edits: [
      {
        file: HAND_OVER,
        find: "    return { answer: 'unknown', cause:",
        put: "    return { answer: 'not-taken', retryable: true, cause:",
      },
    ],
  },
];
