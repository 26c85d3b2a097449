import { manifest } from '#functions/manifest.ts';
import { advertisers, tokens } from '#functions/wiring.ts';
import { showOppositionPage } from '#shared/app/oppositions/show-opposition-page.ts';
import { page } from '#shared/edge/public/by-link.ts';
import { closedCentre } from '#shared/pages/centre/closed-centre.ts';

/** Shows who writes, what stops at once, and how to see the rest. A scanner that follows the link changes nothing. */
export const handler = page(manifest['show-preference-centre'], (env) => ({
  tokens: () => tokens(env),
  show: async ({ access, link, token, languageOr }) => {
    const notice = await showOppositionPage({ advertisers: advertisers(env) }, access, link);
    return closedCentre(notice, { token }, languageOr(notice.locale));
  },
}));
