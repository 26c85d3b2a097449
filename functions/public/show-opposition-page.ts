import { manifest } from '#functions/manifest.ts';
import { advertisers, tokens } from '#functions/wiring.ts';
import { showOppositionPage } from '#shared/app/oppositions/show-opposition-page.ts';
import { page } from '#shared/edge/public/by-link.ts';
import { oppositionPage } from '#shared/pages/opposition-page.ts';

/** Shows who writes and one button. A scanner that follows the link changes nothing. */
export const handler = page(manifest['show-opposition-page'], (env) => ({
  tokens: () => tokens(env),
  show: async ({ access, link, token, languageOr }) => {
    const notice = await showOppositionPage({ advertisers: advertisers(env) }, access, link);
    return oppositionPage(notice, languageOr(notice.locale), token);
  },
}));
