import * as z from 'zod/mini';
import type { ReaderAnswer, WhyNotAssessed } from '#shared/domain/message/template-assessment.ts';
import { jsonIn } from '#shared/domain/text/text.ts';

/** What the instruction asks for. */
const Answer = z.union([
  z.strictObject({ answer: z.literal('owed') }),
  z.strictObject({ answer: z.literal('promotes'), part: z.optional(z.string()) }),
]);

/** Without the fence of Markdown into which models put JSON even where they are asked for nothing else. */
const unfenced = (text: string): string => {
  const lines = text.trim().split('\n');
  const isFenced = /^```(?:json)?$/.test((lines[0] ?? '').trim()) && lines.at(-1)?.trim() === '```';
  return isFenced ? lines.slice(1, -1).join('\n') : text;
};

/** The whole of an answer that lets a template go, to the letter. */
const SAYS_SO_ALONE = /^\s*\{\s*"answer"\s*:\s*"owed"\s*\}\s*$/;

export const notAssessed = (why: WhyNotAssessed): ReaderAnswer => ({ answer: 'none', why });

/** What a model wrote, as an answer: one JSON object of the instruction, and nothing else. */
export const answerIn = (text: string): ReaderAnswer => {
  const { data } = Answer.safeParse(jsonIn(unfenced(text)));
  // Of a name that is there twice, also with escapes, JSON keeps the last.
  if (data === undefined || text.split('"answer"').length !== 2) return notAssessed('malformed');
  if (data.answer === 'owed' && !SAYS_SO_ALONE.test(unfenced(text))) return notAssessed('malformed');
  if (data.answer === 'owed') return { answer: 'transactional' };
  return { answer: 'promotes', part: data.part };
};

/**
 * Why a model ended where it did not end by itself. `undefined`: it did (API reference of Amazon Bedrock, `Converse`, `stopReason`, read on
 * 2026-11-29: `end_turn`, `tool_use`, `max_tokens`, `stop_sequence`, `guardrail_intervened`, `content_filtered`, `malformed_model_output`,
 * `malformed_tool_use`, `model_context_window_exceeded`).
 */
export const endedBy = (stopReason: string | undefined): WhyNotAssessed | undefined => {
  if (stopReason === 'end_turn' || stopReason === 'stop_sequence') return undefined;
  if (stopReason === 'max_tokens' || stopReason === 'model_context_window_exceeded') return 'cut-off';
  return stopReason === 'guardrail_intervened' || stopReason === 'content_filtered' ? 'filtered' : 'malformed';
};

interface Raised {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** Of statuses; 424 is a model that failed, 408 one that took too long (`ModelErrorException`, `ModelTimeoutException`). */
const OF_STATUS: Readonly<Record<number, WhyNotAssessed>> = {
  400: 'refused',
  403: 'denied',
  404: 'refused',
  408: 'timed-out',
  424: 'unavailable',
  429: 'throttled',
};

const TIMED_OUT: readonly unknown[] = ['TimeoutError', 'AbortError', 'ETIMEDOUT'];

/** Why nothing was answered, in a word: what AWS says of an error may quote what was asked. */
export const whyOf = (error: unknown): WhyNotAssessed => {
  const { name, code, $metadata } = Object(error) as Raised;
  const status = $metadata?.httpStatusCode;
  if (status !== undefined) return OF_STATUS[status] ?? 'unavailable';
  return TIMED_OUT.includes(name) || TIMED_OUT.includes(code) ? 'timed-out' : 'unavailable';
};
