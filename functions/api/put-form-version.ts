import { manifest } from '#functions/manifest.ts';
import { advertisers, clock, formVersions } from '#functions/wiring.ts';
import { putFormVersion } from '#shared/app/settings/put-form-version.ts';
import { FormVersionPath, PutFormVersionRequest } from '#shared/contracts/http/requests.ts';
import { formVersionView } from '#shared/contracts/http/views.ts';
import { endpoint } from '#shared/edge/api.ts';
import { createdOrKnown } from '#shared/edge/respond.ts';

/** Stores a form exactly as shown: 201 when new, 200 when the same version was stored before. */
export const handler = endpoint(manifest['put-form-version'], {
  path: FormVersionPath,
  body: PutFormVersionRequest,
  run: async ({ env, path, body, scopeOf }) => {
    const { stored, isNew } = await putFormVersion(
      { advertisers: advertisers(env), formVersions: formVersions(env), clock },
      {
        scope: scopeOf(path.advertiserId),
        form: { formId: path.formId, version: path.version },
        content: body,
      },
    );
    return createdOrKnown(isNew, formVersionView(stored));
  },
});
