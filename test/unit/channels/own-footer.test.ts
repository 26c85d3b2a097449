import { describe, expect, test } from 'vitest';
import type { Mentions, Why } from '#shared/channels/content/mentions.ts';
import { footerHtml, footerText } from '#shared/channels/email/footer/footer.ts';
import { withoutOwnFooter } from '#shared/channels/email/footer/own-footer.ts';
import { wellFormed } from '#shared/channels/email/html/well-formed.ts';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { mentionsOf } from '../../support/mentions.ts';

const since = '2026-01-01T10:00:00Z';
const WHYS: readonly Why[] = [
  { basis: 'consent', since, collectedBy: 'Salon « Vins & Co »' },
  { basis: 'existing-customer', since, asksToRenew: true },
  { basis: 'donation', since },
  { basis: 'membership', since },
  { basis: 'professional-interest', source: 'annuaire <public>', asksToRenew: true },
  { basis: 'legal-person' },
  { basis: 'relation' },
  { basis: 'service' },
];
const ALL: readonly Mentions[] = READER_LANGUAGES.flatMap((language) =>
  WHYS.map((why) => mentionsOf({ language, why, legalName: 'Dubois & Fils "SARL"' })),
);
/** The words that are left: tags, addresses and signs are none. */
const wordsLeft = (text = ''): readonly string[] =>
  text
    .replace(/<[^>]*>|&nbsp;|https?:\S+/g, ' ')
    .match(/\p{L}+/gu)
    ?.map(String) ?? [];

describe('our own footer in bytes made by another system', () => {
  test.each(ALL.map((mentions) => [mentions.language, mentions.why.basis, mentions] as const))(
    'in %s, of %s, is left out of the text and of the HTML, whole',
    (_language, _basis, mentions) => {
      const texts = [footerText(mentions), wellFormed(footerHtml(mentions))];
      for (const left of withoutOwnFooter(texts, [mentions])) expect(wordsLeft(left)).toEqual([]);
    },
  );

  test('is left out as whole sentences alone: what else says that it is free stays', () => {
    const said = 'Le tire-bouchon : c’est gratuit, et vous n’avez pas à dire pourquoi. <b>Vos données</b>';
    expect(withoutOwnFooter([said], ALL)).toEqual([said]);
    expect(withoutOwnFooter([said], [])).toEqual([said]);
  });
});
