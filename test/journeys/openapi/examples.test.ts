/**
 * Every example of docs/openapi.json, sent to a running system in the order of the story that the document tells. The
 * whole answer is the example, ids and instants apart.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, excerptOf, settledReply } from '#tools/openapi/story/call.ts';
import { Names } from '#tools/openapi/story/names.ts';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { differences } from '../../support/examples/differences.ts';
import { exampleOf, operationsOf, promisedAnswers, readOpenApi } from '../../support/examples/document.ts';

const SETTLED_WITHIN_MS = 60_000;
const document = readOpenApi();
const operations = operationsOf(document);
const story = document['x-story'].map((asked) => ({
  ...asked,
  title: `${asked.operationId} answers ${asked.status} to the example ${asked.example}`,
}));

let stack: Aval;
const names = new Names();
beforeAll(async () => {
  // What is recorded is what a system without trouble answers.
  stack = await startAval({ at: '2026-11-24T10:00:00Z', faults: 'none' });
});
afterAll(() => stack?.stop());

describe('the examples of docs/openapi.json', () => {
  test('tell a story in which every success of every route has its place', () => {
    const told = new Set(story.map(({ operationId, status }) => `${operationId} ${status}`));
    expect(promisedAnswers(document).filter((promised) => !told.has(promised))).toEqual([]);
  });

  test.each(story)('$title', async (asked) => {
    const { called, answer } = exampleOf(operations, asked);
    if (asked.after !== undefined) {
      await stack.clock.advance(asked.after);
      await stack.idle();
    }
    const system = { url: stack.applicationUrl, rootKey: stack.rootKey, names };
    const reply = await settledReply(() => call(system, asked, called), SETTLED_WITHIN_MS);
    expect([reply.status, differences(answer, excerptOf(asked, reply.body), names)]).toEqual([asked.status, []]);
  });

  test('are in the document that the running system serves', async () => {
    const served = await fetch(`${stack.applicationUrl}/openapi.json`);
    expect(await served.json()).toEqual(document);
  });
});
