import { describe, expect, test } from 'vitest';
import { contentsOf } from '#shared/app/settings/templates/template-fields.ts';
import { spokenMeans } from '#shared/channels/automated-call/spoken-means.ts';
import type { Comparison } from '#shared/channels/content/external.ts';
import { type KnownMeans, meansInText } from '#shared/channels/content/means-of-opposition.ts';
import { externalMeansInText } from '#shared/channels/content/stopping/external-means.ts';
import { isPricedIn } from '#shared/channels/content/stopping/priced.ts';
import { saysNothing } from '#shared/channels/content/stopping/words-of-stopping.ts';
import { regionsOf } from '#shared/channels/content/tags/html-regions.ts';
import { refusedTags } from '#shared/channels/content/tags/refused-tags.ts';
import { tagsIn } from '#shared/channels/content/tags/tags-in.ts';
import { externalEmail } from '#shared/channels/email/external.ts';
import { declarationsOf, plainRules } from '#shared/channels/email/html/hidden-style.ts';
import { shownTags } from '#shared/channels/email/html/shown-tags.ts';
import { readSheet } from '#shared/channels/email/styles/css-rules.ts';
import { pixelsOf } from '#shared/channels/email/styles/css-values.ts';
import { smsCost } from '#shared/channels/sms/segments.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { growth } from '#test/support/growth.ts';

const NOBODY = { senders: { email: [], sms: [] } } as unknown as Advertiser;
const ROUTE: Comparison = {
  names: ['Caves Dubois'],
  noticeUrl: 'https://dubois.example/donnees',
  address: 'jeanne@exemple.example',
  sources: [],
  isOurLink: () => false,
  isOurHost: () => false,
  linkAloneSuffices: false,
};
const NONE: KnownMeans = { isOurLink: () => false, isOurHost: () => false, linkAloneSuffices: false };
const SIZE = 100_000;
const PIECES = [
  ['one word', 'a'],
  ['words that could be a mailbox', 'a.b-'],
  ['mailboxes', 'a@'],
  ['mailboxes of one host', 'a@b.'],
  ['mailboxes left open', 'mailto:'],
  ['links left open', 'https://'],
  ['marks', ':'],
  ['space', ' '],
] as const;

describe('a text that is made to be slow to read', () => {
  test.each(PIECES)('%s: links and mailboxes by which one would stop', (_, piece) => {
    expect(growth(piece, SIZE, externalMeansInText)).toBeLessThan(40);
  });

  test.each(PIECES)('%s: means of opposition', (_, piece) => {
    expect(growth(piece, SIZE, (text) => meansInText(`Stop: ${text}`, NONE))).toBeLessThan(40);
  });

  const RUNS = ['désabonner-', 'abc-', 'abc/', 'abc—', 'été·', 'l’', 'dGhpcyBp+', 'SGVsbG8/'];
  const PRICES = ['3 € ', 'frais de ', 'Se désabonner Nos ', 'STOP 36180 ', 'stop ', 'désabonner\n', '| ', '→ '];
  test.each([...RUNS, ...PRICES])('prices beside stopping, of %j', (piece) => {
    expect(growth(piece, SIZE, isPricedIn)).toBeLessThan(40);
  });
  test.each(RUNS)('a mail of another system, of %j without a space', (piece) => {
    const read = (text: string) =>
      externalEmail({
        email: { from: { address: 'a@dubois.example' }, subject: 'Vins', headers: [], text: `Caves Dubois. ${text}` },
      }).factsFor(ROUTE, NOBODY);
    expect(growth(piece, SIZE, read)).toBeLessThan(40);
  });

  test('marks after a link', () => {
    expect(growth(':', SIZE, (text) => externalMeansInText(`https://a${text}`))).toBeLessThan(40);
  });

  test.each(['> ', ' ', '>', '.'])('a link that says nothing but %j', (piece) => {
    expect(growth(piece, SIZE, saysNothing)).toBeLessThan(40);
  });

  test.each([
    ' ',
    '\t',
    'a, ',
    'a ',
    'druk op ',
    'taste ',
    'nicht mehr ',
    'no recibir ',
    'non piu ',
    'pulse tecla numero ',
    'tecla numero ',
    '8 00 ',
  ])('what is spoken, of %j', (piece) => {
    expect(
      growth(piece, SIZE, (text) => spokenMeans(text, { to: '+34612345678', acceptsKeyPress: true })),
    ).toBeLessThan(40);
  });

  test.each(['1', '1.', '.1', '1e'])('a length of style made of %j', (piece) => {
    expect(growth(piece, SIZE, (text) => pixelsOf(`${text}!`))).toBeLessThan(40);
  });

  test.each([' ', '! ', 'a:b;'])('declarations of style made of %j', (piece) => {
    expect(growth(piece, SIZE, (text) => declarationsOf(`color: red${text}`))).toBeLessThan(40);
  });

  test.each(['<style>', 'a{', 'a}', '{}', '@', '@a ', '/*', '@a{b{}'])('rules of style made of %j', (piece) => {
    expect(growth(piece, SIZE, plainRules)).toBeLessThan(40);
  });

  test.each([' ', '\t', 'a '])('an import of a style sheet that is left open after %j', (piece) => {
    expect(growth(piece, 4_000, (text) => readSheet(`@import url(${text}`))).toBeLessThan(40);
  });

  const MB = 1_000_000;
  const SOURCES = ['<style', '<a ', '<a "', `<a '"`, '<title>', '<title', '<!--', '</style ', `<a '<a "`, '<'];
  test.each(SOURCES)('where text is not for its reader, of %j', (piece) => {
    expect(growth(piece, MB, regionsOf)).toBeLessThan(40);
  });

  const TAGS = ['<unsubscribe', '<unsubscribe>', 'class=eloquaemail ', '[unsubscribe]href=', '<!--{{a}}-->', '{{a}}'];
  test.each(TAGS)('tags of a source made of %j', (piece) => {
    expect(growth(piece, SIZE, (text) => tagsIn(`<span <a href="${text}`, 'html'))).toBeLessThan(40);
  });

  test.each(['{', '[[', '*|', '{{a', '{{a}} ', '{{a}}\n'])(
    'the fields and dead tags of a template made of %j',
    (piece) => {
      const read = (html: string) => [
        refusedTags({ subject: 'Vins', html }, 'known'),
        contentsOf({ content: { email: { subject: 'Vins', html } } }),
      ];
      expect(growth(piece, SIZE / 4, read)).toBeLessThan(40);
    },
  );

  test.each(['{<b>{a}}</b>', '&#123;&#123;a}}'])('tags that are in pieces, of %j', (piece) => {
    expect(growth(piece, SIZE / 2, shownTags)).toBeLessThan(40);
  });

  test.each(['a ', 'é', 'ê', '😀'])('what an SMS costs, of %j', (piece) => {
    expect(growth(piece, SIZE, smsCost)).toBeLessThan(40);
    expect(smsCost(piece.repeat(SIZE)).segments).toBeGreaterThan(600);
  });
});
