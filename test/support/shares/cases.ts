import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { readScenarios, type Scenario } from '../../acceptance/scenario.ts';
import { SHARE, shareOf } from './share.ts';

const FILE = fileURLToPath(new URL('../../fixtures/cases.json', import.meta.url));
const TEXT = readFileSync(FILE, 'utf8');
/** The decided cases that can be asked. */
export const ALL = readScenarios(TEXT).filter((entry): entry is Scenario => 'facts' in entry);
/** The first code of each. */
export const codeOf = new Map(
  z.parse(z.array(z.object({ id: z.string(), code: z.string() })), JSON.parse(TEXT)).map(({ id, code }) => [id, code]),
);

/** Those that are allowed and not sent by the journey. */
export const NOT_SENT_HERE = ['STWL-2'];
/** Those that are allowed by MMS and by call, and sent. */
export const BY_PROVIDER = ['SOLOCAL-4', 'BVERWG-3'];
/** Of which the journey says something by name. */
const NAMED = new Set([
  ...['NESTOR-1', 'SMSHOURS-1', 'SMSHOURS-2', 'INTELIGO-4', 'ACCOR-4', 'LEAVEEU-3', 'TUTO-1'],
  ...NOT_SENT_HERE,
  ...BY_PROVIDER,
]);

/** Each conclusion that facts hold, with its value; of numbers and of the hour only that they are there. */
const conclusionsIn = (facts: object, within = ''): readonly string[] =>
  Object.entries(facts).flatMap(([name, value]) => {
    if (typeof value === 'object' && value !== null) return conclusionsIn(value, `${within}${name}.`);
    return [`${within}${name} ${typeof value === 'number' || name === 'localTime' ? 'given' : value}`];
  });

/** What the API could do otherwise than the law in process, which judges every case (test/law/cases). */
export const kindsOfCase = ({ id, expected, facts }: Scenario): readonly string[] => [
  ...[`${expected} on ${facts.channel}`, `first ${codeOf.get(id)}`],
  ...conclusionsIn(facts),
  ...(NAMED.has(id) ? [id] : []),
];

/** The cases that the API of the running stack is asked. */
export const askedCases = (seed: string = SHARE): readonly Scenario[] =>
  shareOf(ALL, { every: 5, kindsOf: kindsOfCase }, seed);
