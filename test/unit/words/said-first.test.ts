import { describe, expect, test } from 'vitest';
import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { closedCentre } from '#shared/pages/centre/closed-centre.ts';
import { messagesPart } from '#shared/pages/centre/listed-parts.ts';
import { oppositionPage } from '#shared/pages/opposition-page.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';

const NOTICE: OppositionNotice = {
  ...{ publicName: 'Maison Valmy', legalName: 'Maison Valmy SAS', contact: 'bonjour@valmy.example', channel: 'email' },
  ...{ noticeUrl: 'https://valmy.example/donnees', locale: 'fr', shortReference: 'AB12' },
};
/** Texts and calls, as each language calls them. */
const OTHER_MEANS = /SMS|sms|text message/;

describe.each(READER_LANGUAGES)('what readers looked for on a page before they went on, in %s', (language) => {
  test('the page of the link of a mail says of texts and calls how they are refused', () => {
    const { content } = oppositionPage(NOTICE, language, 'token');
    expect(content.markup).toMatch(OTHER_MEANS);
  });

  test('so does the centre before its code is typed; not one that is about a request', () => {
    expect(closedCentre(NOTICE, { token: 'token' }, language).content.markup).toMatch(OTHER_MEANS);
    const { shortReference: _none, ...ofRequest } = NOTICE;
    const { twoButtons } = CENTRE_WORDS[language].errands;
    expect(closedCentre(ofRequest, { token: 'token' }, language).content.markup).not.toContain(twoButtons);
  });

  test('the list of what was sent says whose it is', () => {
    const shown = { notice: NOTICE, messages: [] } as unknown as Parameters<typeof messagesPart>[0];
    expect(messagesPart(shown, language).markup).toContain('Maison Valmy');
  });

  test('an erasure says that a copy may be asked for first, and comes all the same', () => {
    const { notes } = CENTRE_WORDS[language].errands;
    expect(notes.erasure).toMatch(/malgré|all the same|trotz|a pesar|nonostante|ondanks/);
  });
});
