import { acting } from '#functions/wiring/acting.ts';
import { making } from '#functions/wiring/making.ts';
import { fingerprints, inboxDomainOf, inertTokensAt } from '#functions/wiring.ts';
import { previewTemplateVersion } from '#shared/app/preview/preview-template-version.ts';
import {
  previewReader,
  previewTemplateVersionRoute,
  previewView,
} from '#shared/contracts/http/routes/preview-template-version.ts';
import { ok } from '#shared/edge/respond.ts';

/** Shows the very bytes of a message before anyone gets it; writes nothing. */
export const handler = acting(previewTemplateVersionRoute, async ({ env, path, body, caller, accessTo }) => {
  const { advertiserId, ...template } = path;
  const { contact: _contact, invented: _invented, ...message } = body;
  const preview = await previewTemplateVersion(
    { ...making(env), fingerprints: await fingerprints(env), tokens: inertTokensAt(inboxDomainOf(env)) },
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
