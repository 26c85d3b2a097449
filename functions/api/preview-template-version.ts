import {
  advertisers,
  clock,
  contents,
  fingerprints,
  formVersions,
  inertTokens,
  reviews,
  templates,
  vetReads,
} from '#functions/wiring.ts';
import { previewTemplate } from '#shared/app/preview/preview-template.ts';
import {
  previewReader,
  previewTemplateVersionRoute,
  previewView,
} from '#shared/contracts/http/routes/preview-template-version.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** Shows the very bytes of a message before anyone gets it; writes nothing. */
export const handler = endpoint(previewTemplateVersionRoute, async ({ env, path, body, caller, accessTo }) => {
  const { advertiserId, ...template } = path;
  const { contact: _contact, invented: _invented, ...message } = body;
  const preview = await previewTemplate(
    {
      clock,
      vetReads: vetReads(env),
      advertisers: advertisers(env),
      formVersions: formVersions(env),
      templates: templates(env),
      reviews: reviews(env),
      contents: contents(env),
      fingerprints: await fingerprints(env),
      tokens: inertTokens,
      publicBaseUrl: env.PUBLIC_BASE_URL,
      allowsLocalLinks: env.STAGE === 'local',
    },
    {
      ...message,
      access: accessTo(advertiserId),
      template,
      reader: previewReader(body),
      mayReadContacts: caller.scopes.includes('contacts:read'),
    },
  );
  return ok(previewView(preview));
});
