import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { StoryCall } from './call.ts';

/** One call of the story, with what was sent and answered. */
export interface Recorded extends StoryCall {
  readonly request?: unknown;
  /** Absent: the answer has no body. */
  readonly answer?: unknown;
}

export const RECORDED_FILE = fileURLToPath(new URL('recorded.json', import.meta.url));

/** What `npm run examples` recorded last, in the order of the story. */
export const RECORDED: readonly Recorded[] = JSON.parse(readFileSync(RECORDED_FILE, 'utf8'));

const wordsOf = (example: string): string => {
  const words = example.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
};

const byName = (recorded: readonly Recorded[], pick: (each: Recorded) => unknown) =>
  Object.fromEntries(recorded.map((each) => [each.example, { summary: wordsOf(each.example), value: pick(each) }]));

/** The examples of what an operation takes, by name. */
export const requestExamples = (operationId: string) =>
  byName(
    RECORDED.filter((each) => each.operationId === operationId),
    ({ request }) => request,
  );

/** The examples of what it answers with this status, by the name of the request. */
export const answerExamples = (operationId: string, status: number) =>
  byName(
    RECORDED.filter((each) => each.operationId === operationId && each.status === status),
    ({ answer }) => answer,
  );

/** The calls of the story, as the document shows them. */
export const storyCalls = (): readonly StoryCall[] =>
  RECORDED.map(({ request: _request, answer: _answer, ...call }) => call);
