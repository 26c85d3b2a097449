import { manifest } from '#functions/manifest.ts';
import { openPage } from '#shared/edge/public/open.ts';
import { startPage } from '#shared/pages/start-page.ts';

/** The page at the root of the public address. */
export const handler = openPage(
  manifest['show-start-page'],
  (env) =>
    async ({ language }) =>
      startPage(language, `${env.PUBLIC_BASE_URL}/o`),
);
