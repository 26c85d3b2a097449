/**
 * `npm run examples`: plays the story on a running system where nothing is stored yet, and records what it answers, with
 * ids that are the same each time and instants of the clock that it starts with. `npm run openapi` then writes the document.
 */
import { writeFileSync } from 'node:fs';
import { operationIdOf } from '#tools/openapi/routes.ts';
import { call, excerptOf, type StoryCall, settledReply } from '#tools/openapi/story/call.ts';
import { mapStrings, Names } from '#tools/openapi/story/names.ts';
import { RECORDED_FILE, type Recorded } from '#tools/openapi/story/recorded.ts';
import type { Step } from '#tools/openapi/story/step.ts';
import { bodyOf, routeNamed, STORY } from '#tools/openapi/story/steps.ts';
import { type Aval, startAval } from '#tools/start/aval.ts';

const START = '2026-11-24T10:00:00Z';
const SETTLED_WITHIN_MS = 30_000;
const FIVE_MINUTES = 300_000;

const names = new Names();
const answers = new Map<string, unknown>();

/** The value of an earlier answer that `route example /pointer` names, or the text itself. */
const resolved = (value: string): string => {
  const [, step, pointer] = /^(\S+ \S+) (\/\S+)$/.exec(value) ?? [];
  if (step === undefined || pointer === undefined) return value;
  const found = pointer
    .slice(1)
    .split('/')
    .reduce((at: unknown, key) => Object(at)[key], answers.get(step));
  if (typeof found !== 'string') throw new Error(`${step} answered nothing at ${pointer}.`);
  return found;
};

const callOf = ({ route, example = 'typical', status, parameters, key, members, after, sends }: Step): StoryCall => ({
  operationId: operationIdOf(routeNamed(route)),
  example,
  status,
  ...(parameters && {
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, resolved(value)])),
  }),
  ...(key === undefined ? {} : { key: resolved(key) }),
  ...(members && { members }),
  ...(after === undefined ? {} : { after }),
  ...(sends === undefined ? {} : { sends }),
});

/** What a clock shows, down to five minutes: the story takes less. Instants that callers chose have no such parts. */
const plainInstant = (text: string): string =>
  text.replace(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, (instant) => {
    const milliseconds = Date.parse(instant);
    return new Date(milliseconds - (milliseconds % FIVE_MINUTES)).toISOString();
  });

const plainNow = (milliseconds: number): string => plainInstant(new Date(milliseconds).toISOString());

/** The instant that the clock would show if the story took no time. */
let storyTime = Date.parse(START);

const play = async (stack: Aval, step: Step): Promise<Recorded> => {
  const { method, path } = routeNamed(step.route);
  const request = mapStrings(bodyOf(step), resolved);
  const asked = callOf(step);
  names.keep(request);
  if (step.after !== undefined) {
    await stack.clock.advance(step.after);
    storyTime += step.after * 1_000;
    await stack.idle();
  }
  const system = { url: stack.applicationUrl, rootKey: stack.rootKey, names };
  const reply = await settledReply(() => call(system, asked, { method, path, body: request }), SETTLED_WITHIN_MS);
  if (reply.status !== step.status)
    throw new Error(`${step.route} (${asked.example}) answered ${reply.status}: ${JSON.stringify(reply.body)}`);
  if (plainNow(Date.parse(stack.clock.now())) !== plainNow(storyTime))
    throw new Error('The story took so long that its instants are others: record it on a machine with less to do.');
  const answer = mapStrings(names.inExamples(excerptOf(step, reply.body)), plainInstant);
  answers.set(`${step.route} ${asked.example}`, answer);
  return { ...asked, ...(request === undefined ? {} : { request }), ...(answer === undefined ? {} : { answer }) };
};

const stack = await startAval({ at: START });
try {
  const recorded: Recorded[] = [];
  for (const step of STORY) recorded.push(await play(stack, step));
  writeFileSync(RECORDED_FILE, `${JSON.stringify(recorded, undefined, 2)}\n`);
  console.log(`${recorded.length} examples are recorded. Run npm run openapi.`);
} finally {
  await stack.stop();
}
