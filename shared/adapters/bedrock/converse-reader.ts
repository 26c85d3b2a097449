import {
  type BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import type { TemplateReader, TemplateToAssess } from '#shared/app/settings/reading/template-reader.port.ts';
import type { ReaderAnswer } from '#shared/domain/message/template-assessment.ts';
import { answerIn, endedBy, notAssessed, whyOf } from './answer.ts';
import { ASKING_MS } from './client.ts';
import { INSTRUCTION } from './instruction.ts';

/** Tokens of an answer: one object, with a part of some sentences at most. */
const MOST_TOKENS = 300;

/** What is judged, as JSON: whatever it says is a value in it, and no part of what is asked. */
const asData = ({ reason, subject, content, ownHosts }: TemplateToAssess): string =>
  JSON.stringify({ reason, subject, content, ownHosts });

const writtenIn = ({ output }: ConverseCommandOutput): string =>
  (output?.message?.content ?? []).map((block) => block.text ?? '').join('');

/**
 * Asks a model of Amazon Bedrock, in the account and the Region of the deployment. Sources, read on 2026-11-29: API reference, `Converse` (the
 * right is `bedrock:InvokeModel`; errors 400, 403, 404, 408, 424, 429, 500, 503). Nothing of a template or of an answer is logged.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 *
 * @param model the id of a foundation model, or of an inference profile (`eu.…`)
 */
export const converseReader = (client: BedrockRuntimeClient, model: string): TemplateReader => ({
  model,
  read: async (template: TemplateToAssess): Promise<ReaderAnswer> => {
    const command = new ConverseCommand({
      modelId: model,
      system: [{ text: INSTRUCTION }],
      messages: [{ role: 'user', content: [{ text: asData(template) }] }],
      inferenceConfig: { temperature: 0, maxTokens: MOST_TOKENS },
    });
    try {
      const given = await client.send(command, { abortSignal: AbortSignal.timeout(ASKING_MS) });
      const why = endedBy(given.stopReason);
      return why === undefined ? answerIn(writtenIn(given)) : notAssessed(why);
    } catch (error) {
      return notAssessed(whyOf(error));
    }
  },
});
