import { once } from '#functions/wiring/once.ts';
import { modelClient } from '#shared/adapters/bedrock/client.ts';
import { converseReader } from '#shared/adapters/bedrock/converse-reader.ts';
import type { TemplateReader } from '#shared/app/settings/reading/template-reader.port.ts';

/** Who reads templates; `undefined`: this deployment has nobody who does. */
export const templateReader = /* @__PURE__ */ once(
  ({ TEMPLATE_READER }: { readonly TEMPLATE_READER: string }): TemplateReader | undefined =>
    TEMPLATE_READER === 'none' ? undefined : converseReader(modelClient(), TEMPLATE_READER),
);
