import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { modelClient } from '#shared/adapters/bedrock/client.ts';
import { converseReader } from '#shared/adapters/bedrock/converse-reader.ts';
import { INSTRUCTION } from '#shared/adapters/bedrock/instruction.ts';
import { type ModelServer, startModels } from '#test/support/http/models.ts';

const MODEL = 'eu.amazon.nova-pro-v1:0';
const TEMPLATE = {
  reason: 'order',
  subject: 'Votre commande {{numero}}',
  content: '<p>Votre commande est confirmée.</p>\n<p>Et <b>−20 %</b> sur la\n  prochaine, d’ici lundi.</p>',
  ownHosts: ['maison-valmy.example'],
} as const;

let server: ModelServer;
beforeAll(async () => {
  server = await startModels();
  for (const [name, value] of Object.entries({
    AWS_REGION: 'eu-west-3',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL: server.url,
  }))
    vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});
beforeEach(() => {
  server.answer(MODEL, () => ({ text: '{"answer":"owed"}' }));
  server.asked.length = 0;
});

const read = (model = MODEL, template: object = {}) =>
  converseReader(modelClient({ requestTimeout: 300 }), model).read({ ...TEMPLATE, ...template });
const writing = async (text: string, stopReason?: string) => {
  server.answer(MODEL, () => ({ text, ...(stopReason === undefined ? {} : { stopReason }) }));
  return read();
};

describe('what a model is asked', () => {
  test('the instruction to the letter, the template as JSON, no chance, and few words', async () => {
    expect(await read()).toEqual({ answer: 'transactional' });
    const [asked] = server.asked;
    expect(asked?.modelId).toBe(MODEL);
    expect(asked?.system).toBe(INSTRUCTION);
    expect(JSON.parse(asked?.message ?? '')).toEqual(TEMPLATE);
    expect(asked?.input).toEqual({
      system: [{ text: INSTRUCTION }],
      messages: [{ role: 'user', content: [{ text: JSON.stringify(TEMPLATE) }] }],
      inferenceConfig: { temperature: 0, maxTokens: 300 },
    });
  });

  test('a text message without a subject, which is none and not an empty one', async () => {
    await read(MODEL, { subject: undefined });
    expect(Object.keys(JSON.parse(server.asked[0]?.message ?? ''))).toEqual(['reason', 'content', 'ownHosts']);
  });

  test('with the very instruction by which it was measured', () => {
    const { instructionSha256 } = JSON.parse(readFileSync('test/labelled/readings/unseen.json', 'utf8'));
    expect(createHash('sha256').update(INSTRUCTION).digest('hex')).toBe(instructionSha256);
  });
});

describe('what a model writes', () => {
  test.each([
    ['as it was asked to', '{"answer": "owed"}', { answer: 'transactional' }],
    ['in a fence', '```json\n{"answer": "owed"}\n```', { answer: 'transactional' }],
    ['in a fence without a language, with room around', '\n```\n{"answer":"owed"}\n```\n', { answer: 'transactional' }],
    [
      'with a part, to the letter: whether it is there is for whoever asks',
      '{"answer":"promotes","part":"−20 %\\n sur la prochaine"}',
      { answer: 'promotes', part: '−20 %\n sur la prochaine' },
    ],
    ['without a part', '{"answer":"promotes"}', { answer: 'promotes', part: undefined }],
  ])('%s: it counts', async (_, text, answer) => {
    expect(await writing(text)).toEqual(answer);
  });

  test.each([
    ['nothing', ''],
    ['words', 'All of it is owed.'],
    ['words before it', 'Here it is: {"answer":"owed"}'],
    ['words after it', '{"answer":"owed"} I hope that this helps.'],
    ['two objects', '{"answer":"owed"}\n{"answer":"promotes","part":"−20 %"}'],
    ['two fences', '```json\n{"answer":"owed"}\n```\n```json\n{"answer":"promotes"}\n```'],
    ['another answer', '{"answer":"fine"}'],
    ['an answer with more', '{"answer":"owed","approved":true}'],
    ['an answer twice', '{"answer":"promotes","answer":"owed"}'],
    ['an answer twice, once with an escape', '{"answer":"promotes","\\u0061nswer":"owed"}'],
    ['a list', '["owed"]'],
    ['half an object', '{"answer":"ow'],
  ])('%s: it is no answer', async (_, text) => {
    expect(await writing(text)).toEqual({ answer: 'none', why: 'malformed' });
  });

  test.each([
    ['max_tokens', 'cut-off'],
    ['model_context_window_exceeded', 'cut-off'],
    ['guardrail_intervened', 'filtered'],
    ['content_filtered', 'filtered'],
    ['tool_use', 'malformed'],
    ['malformed_model_output', 'malformed'],
    ['of a later version', 'malformed'],
  ])('ends by %s: it is no answer, whatever was written', async (stopReason, why) => {
    expect(await writing('{"answer":"owed"}', stopReason)).toEqual({ answer: 'none', why });
  });

  test('ends by a sequence that stops it: it counts', async () => {
    expect(await writing('{"answer":"owed"}', 'stop_sequence')).toEqual({ answer: 'transactional' });
  });
});

describe('what goes wrong', () => {
  test.each([
    [429, 'ThrottlingException', 'throttled', 2],
    [403, 'AccessDeniedException', 'denied', 1],
    [400, 'ValidationException', 'refused', 1],
    [404, 'ResourceNotFoundException', 'refused', 1],
    [424, 'ModelErrorException', 'unavailable', 1],
    [500, 'InternalServerException', 'unavailable', 2],
    [503, 'ServiceUnavailableException', 'unavailable', 2],
  ] as const)('%i %s: no answer, in a word of ours', async (status, name, why, attempts) => {
    const before = server.calls();
    server.next(...Array.from({ length: attempts }, () => [status, name] as const));
    expect(await read()).toEqual({ answer: 'none', why });
    expect(server.calls() - before).toBe(attempts);
  });

  test('a model that took too long at AWS', async () => {
    server.next([408, 'ModelTimeoutException'], [408, 'ModelTimeoutException']);
    expect(await read()).toEqual({ answer: 'none', why: 'timed-out' });
    await read();
  });

  test('once throttled is asked once more', async () => {
    server.next('throttle');
    expect(await read()).toEqual({ answer: 'transactional' });
  });

  test('a model that does not answer, twice', async () => {
    server.next('never-answer', 'never-answer');
    expect(await read()).toEqual({ answer: 'none', why: 'timed-out' });
  });

  test('an account without access to it, and no such model', async () => {
    expect(await read('anthropic.claude-haiku-v1:0')).toEqual({ answer: 'none', why: 'denied' });
    expect(await read('Nova Pro')).toEqual({ answer: 'none', why: 'refused' });
  });

  test('nobody listens there', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:9');
    expect(await read()).toEqual({ answer: 'none', why: 'unavailable' });
    vi.stubEnv('AWS_ENDPOINT_URL', server.url);
  });
});
