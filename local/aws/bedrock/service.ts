import { at, type Json, type JsonObject, listOf, objectOf, textOf } from '../../template/json.ts';
import { errorAnswer, jsonAnswer } from '../answers.ts';
import type { AwsCall } from '../call.ts';
import type { AwsService } from '../endpoint.ts';
import { type AskedModel, type LocalModels, modelInPath } from './models.ts';

/** A foundation model, or an inference profile of a geography (API reference, `Converse`, `modelId`). */
const MODEL_ID = /^(?:(?:us|us-gov|eu|apac|global)\.)?[a-z0-9-]+\.[a-z0-9.-]+(?::\d+[a-z0-9:]*)?$/;
const MOST_TEXT = 1_000_000;

const textIn = (blocks: readonly Json[]): string => blocks.map((block) => textOf(at(block, 'text'))).join('');

/** What is wrong with a request, in the words of AWS; `undefined`: nothing. */
const wrongIn = (input: JsonObject): string | undefined => {
  const messages = listOf(input.messages);
  const { temperature = 0, maxTokens = 1 } = objectOf(input.inferenceConfig);
  if (messages.length === 0) return 'messages: a conversation must start with a user message.';
  if (textOf(at(messages[0], 'role')) !== 'user') return 'A conversation must start with a user message.';
  const text = textIn(listOf(at(messages[0], 'content')));
  if (text === '') return 'The text field in the ContentBlock object is blank.';
  if (text.length > MOST_TEXT) return 'Input is too long for requested model.';
  if (!(Number(temperature) >= 0 && Number(temperature) <= 1))
    return 'inferenceConfig.temperature: not between 0 and 1.';
  return Number(maxTokens) >= 1 ? undefined : 'inferenceConfig.maxTokens: less than 1.';
};

const askedBy = ({ url, input }: AwsCall): AskedModel => ({
  modelId: modelInPath(url),
  system: textIn(listOf(input.system)),
  message: textIn(listOf(at(listOf(input.messages)[0], 'content'))),
  input,
});

/** About four characters a token, as every price list of models says. */
const tokensOf = (text: string): number => Math.ceil(text.length / 4);

/**
 * Amazon Bedrock, as far as a model is asked by `Converse` (API reference, `Converse`, read on 2026-11-29). Here no model reads: what one
 * answers is what somebody said that it does, and a model of which nobody did is one to which the account has no access.
 */
export const createModelService =
  (models: LocalModels): AwsService =>
  async (call) => {
    if (call.operation !== 'Converse')
      return errorAnswer(call, 501, 'NotImplemented', `The local stack has no bedrock:${call.operation}.`);
    const asked = askedBy(call);
    if (!MODEL_ID.test(asked.modelId))
      return errorAnswer(call, 400, 'ValidationException', 'The provided model identifier is invalid.');
    const wrong = wrongIn(call.input);
    if (wrong !== undefined) return errorAnswer(call, 400, 'ValidationException', wrong);
    const answering = models.answering(asked.modelId);
    if (answering === undefined)
      return errorAnswer(
        call,
        403,
        'AccessDeniedException',
        "You don't have access to the model with the specified model ID.",
      );
    models.asked.push(asked);
    const { text, stopReason = 'end_turn' } = answering(asked);
    const [inputTokens, outputTokens] = [tokensOf(asked.system + asked.message), tokensOf(text)];
    return jsonAnswer({
      output: { message: { role: 'assistant', content: [{ text }] } },
      stopReason,
      usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
      metrics: { latencyMs: 1 },
    });
  };
