import { manifest } from '#functions/manifest.ts';
import { sameAddress, sentMessages } from '#functions/wiring/recipients.ts';
import { advertisers, clock, ledgerWithoutAddresses, pause, templates, tokens } from '#functions/wiring.ts';
import { opposeByLink } from '#shared/app/oppositions/oppose-by-link.ts';
import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import { page } from '#shared/edge/public/by-link.ts';
import { oppositionRecorded } from '#shared/pages/opposition-recorded.ts';

/** Registers the opposition of a link: a person's button, or the one click of a mailbox provider (RFC 8058). */
export const handler = page(manifest['oppose-by-link'], (env) => ({
  tokens: () => tokens(env),
  show: async ({ languageOr, token, recordedAs, ...visit }) => {
    const recorded = (notice?: OppositionNotice) =>
      oppositionRecorded(notice, visit.everything, languageOr(notice?.locale ?? 'fr'), token);
    const notice = await opposeByLink(
      {
        ledger: ledgerWithoutAddresses(env),
        advertisers: advertisers(env),
        messages: sentMessages(env),
        templates: templates(env),
        sameAddress: sameAddress(env),
        clock,
        pause,
      },
      { ...visit, onRecorded: () => recordedAs(recorded()) },
    );
    return recorded(notice);
  },
}));
