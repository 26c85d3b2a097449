import { describe, expect, test } from 'vitest';
import type { Comparison } from '#shared/channels/content/external.ts';
import { externalEmail } from '#shared/channels/email/external.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { judged, OURS as OURS_IN_HTML, pageOf } from '../../../support/channels/links-of-bytes.ts';
import { growth } from '../../../support/growth.ts';
import { sent } from '../../../support/tags/put.ts';

const OURS = 'https://stop.example/o/k1_AbC-09';
const ENDS_IN_A_MARK = 'https://stop.example/o/k1_AbC_';
const NOTICE = 'https://dubois.example/donnees';
const routeTo = (ours: string, noticeUrl: string): Comparison => ({
  names: ['Caves Dubois'],
  noticeUrl,
  address: 'jeanne@exemple.example',
  sources: [],
  isOurLink: (url) => url === ours,
  isOurHost: (url) => url.startsWith('https://stop.example/'),
  linkAloneSuffices: false,
});
const factsOf = (text: string, ours = OURS, notice = NOTICE) =>
  externalEmail({ email: { from: { address: 'a@dubois.example' }, subject: 'Nos vins', headers: [], text } }).factsFor(
    routeTo(ours, notice),
    { senders: { email: [], sms: [] } } as unknown as Advertiser,
  );
const said = (text: string, ours = OURS) => {
  const { carriesOppositionMeans, oppositionMeansWork, carriesProcessingNotice } = factsOf(text, ours);
  return [carriesOppositionMeans, oppositionMeansWork, carriesProcessingNotice];
};
const textOf = (stop: string, notice: string) =>
  `Nos vins.\n\nPublicité de Caves Dubois.\n\nSe désabonner ${stop}\nVos données ${notice}\n`;

/** As programs that make texts of HTML, and people, write a link. */
const MARKS: readonly (readonly [string, string])[] = [
  ['[', ']'],
  ['[ ', ' ]'],
  ['(', ')'],
  ['<', '>'],
  ['{', '}'],
  ['«', '»'],
  ['« ', ' »'],
  ['‹', '›'],
  ['“', '”'],
  ['„', '“'],
  ['"', '"'],
  ['*', '*'],
  ['**', '**'],
  ['_', '_'],
  ['`', '`'],
  ['|', '|'],
  ['', '|Boutique'],
  ['', '…'],
  ['', ').'],
  ['[', '].'],
  ['', '\u200b'],
  ['', '\u00ad'],
];

describe('a link of a text between marks', () => {
  test.each(MARKS)('is one without them: %su%s', (before, after) => {
    const around = (url: string) => `${before}${url}${after}`;
    expect(said(textOf(around(OURS), around(NOTICE)))).toEqual([true, true, true]);
  });
  test('is ours with a mark that belongs to it', () => {
    expect(said(textOf(ENDS_IN_A_MARK, NOTICE), ENDS_IN_A_MARK)).toEqual([true, true, true]);
    expect(said(textOf(`_${ENDS_IN_A_MARK}_`, NOTICE), ENDS_IN_A_MARK)).toEqual([true, true, true]);
    expect(said(textOf(`[${ENDS_IN_A_MARK}].`, NOTICE), ENDS_IN_A_MARK)).toEqual([true, true, true]);
  });
  test.each(['HTTPS://stop.example/o/k1_AbC-09', 'https://STOP.Example/o/k1_AbC-09'])(
    'in capitals is the same: %s',
    (url) => {
      expect(said(textOf(url, NOTICE.replace('https', 'Https')))).toEqual([true, true, true]);
    },
  );
  test.each([
    'https://stop.example/o/k1_AbC-09x',
    'https://stop.example/o/k1_AbC-09/]x',
    'https://stop.example/o/K1_ABC-09',
  ])('of another is none of ours: %s', (url) => {
    expect(said(textOf(url, NOTICE)).slice(0, 2)).toEqual([true, false]);
  });
  test('to another system is named by its host', () => {
    expect(factsOf(textOf('[https://envoi.example/u/1]', NOTICE)).externalMeans).toEqual(['envoi.example']);
    expect(factsOf(textOf('{https://envoi.example}', NOTICE)).externalMeans).toEqual(['envoi.example']);
  });
  test('to a notice that was set in capitals is the same', () => {
    const capitals = 'https://Dubois.Example/donnees';
    expect(factsOf(textOf(OURS, capitals), OURS, capitals).carriesProcessingNotice).toBe(true);
    expect(factsOf(textOf(OURS, NOTICE), OURS, capitals).carriesProcessingNotice).toBe(true);
  });
  test('many marks are read once', () => {
    expect(growth('_', 100_000, (marks) => said(textOf(`${OURS}${marks}`, NOTICE)))).toBeLessThan(30);
  });
});

describe('a link of HTML as browsers follow it', () => {
  const at = (href: string) => judged(pageOf('', `<p><a href="${href}">Se désabonner</a></p>`));
  test.each([
    ` ${OURS_IN_HTML} `,
    `\n  ${OURS_IN_HTML}`,
    OURS_IN_HTML.replace('https', 'HTTPS'),
    OURS_IN_HTML.replace('/o/', '\n/o/'),
  ])('is ours: "%s"', (href) => {
    expect(at(href)).toBe('allowed');
  });
  test('and not another', () => {
    expect(at(`${OURS_IN_HTML}x`)).toBe('refused');
  });
});

describe('a way to stop of another system between marks, in a text that we send', () => {
  test.each([
    ['[', ']'],
    ['{', '}'],
    ['«', '»'],
    ['“', '”'],
    ['`', '`'],
  ])('leaves its marks: %s%s', (before, after) => {
    const { text = '' } = sent({
      subject: 'Nos vins',
      text: `Nos vins\n\nSe désabonner ${before}https://envoi.example/unsub?x=1${after}\n`,
    } as never);
    expect(text).toContain(`Se désabonner ${before}${OURS_IN_HTML}${after}\n`);
  });
});
