import { once } from '#functions/wiring/once.ts';
import { modelClient } from '#shared/adapters/bedrock/client.ts';
import { converseReader } from '#shared/adapters/bedrock/converse-reader.ts';
import type { TemplateReader } from '#shared/app/settings/reading/template-reader.port.ts';
import { log } from '#shared/edge/log/log.ts';

/** One that says in the log, and in a word of ours, why it had no answer: nothing of what it was asked. */
const noting = (reader: TemplateReader): TemplateReader => ({
  model: reader.model,
  read: async (template) => {
    const answer = await reader.read(template);
    if (answer.answer === 'none') log('template-not-assessed', { code: answer.why });
    return answer;
  },
});

/** Who reads templates; `undefined`: this deployment has nobody who does. */
export const templateReader = /* @__PURE__ */ once(
  ({ TEMPLATE_READER }: { readonly TEMPLATE_READER: string }): TemplateReader | undefined =>
    TEMPLATE_READER === 'none' ? undefined : noting(converseReader(modelClient(), TEMPLATE_READER)),
);
