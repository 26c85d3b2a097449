import { describe, expect, test } from 'vitest';
import type { Comparison } from '#shared/channels/content/external.ts';
import { externalEmail } from '#shared/channels/email/external.ts';
import { externalLinks } from '#shared/channels/email/html/external-links.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';

const OURS = 'https://stop.example/o/abc';
const NOTICE = 'https://ablette.example/donnees';
const SHOP = 'https://ablette.example/boutique';
const OTHERS = 'https://envoi.example/unsubscribe/9912';
const ROUTE: Comparison = {
  names: ['Maison Ablette'],
  noticeUrl: NOTICE,
  address: 'jeanne@exemple.example',
  sources: [],
  isOurLink: (url) => url === OURS,
  isOurHost: (url) => url.startsWith('https://stop.example/'),
  isOurMailbox: () => false,
  oppositionInbox: undefined,
  linkAloneSuffices: true,
};
const factsOf = (html: string) =>
  externalEmail({
    email: { from: { address: 'a@ablette.example' }, subject: 'Au jardin', headers: [], html },
  }).factsFor(ROUTE, { senders: { email: [], sms: [] } } as unknown as Advertiser);

const link = (href: string, inside: string, more = '') => `<a href="${href}"${more}>${inside}</a>`;
/** One line, as footers are written: what is beside a link may lead to it. */
const line = (...pieces: string[]) => `<div>Maison Ablette. Publicité. ${pieces.join(' &nbsp;|&nbsp; ')}</div>`;
const STOP = `Pour ne plus recevoir nos messages, ${link(OURS, 'cliquez ici')}.`;

const PICTURE = '<img src="https://i.example/s.png" width="99" height="20">';
const PIXEL = '<img src="https://i.example/s.gif" width="1" height="1" alt="Lien">';
const STYLED_PIXEL = '<img src="https://i.example/s.gif" style="width: 1px; height: 1px" alt="Lien">';
const NOTHING = ['', ' ', '&nbsp;', '&#8203;', '&zwnj;&#847;&#65279;', '<!-- rien -->', PIXEL, STYLED_PIXEL] as const;
const described = (alt: string) => `<img src="https://i.example/s.png" width="99" height="20" alt="${alt}">`;

describe('a link with nothing to see in it', () => {
  test.each(NOTHING)('is no way to stop, whatever its sentence says: "%s"', (inside) => {
    const { carriesOppositionMeans, oppositionMeansWork, externalMeans } = factsOf(line(link(NOTICE, inside), STOP));
    expect([carriesOppositionMeans, oppositionMeansWork, externalMeans]).toEqual([true, true, undefined]);
  });
  test.each(NOTHING)('is no way of ours to stop either: "%s"', (inside) => {
    expect(factsOf(line(`Se désabonner ${link(OURS, inside)}`)).carriesOppositionMeans).toBe(false);
  });
  test.each([...NOTHING, PICTURE])('does not lead to the notice: "%s"', (inside) => {
    expect(factsOf(line(link(NOTICE, inside), STOP)).carriesProcessingNotice).toBe(false);
  });
  test.each(NOTHING)('keeps its place when the mail is sent: "%s"', (inside) => {
    expect(externalLinks(line(link(NOTICE, inside), `Se désabonner ${link(OTHERS, 'ici')}`))).toHaveLength(1);
  });
});

describe('a link that a reader sees', () => {
  test.each([described('Vos données'), 'Vos données', '<b>Vos données</b>', '→'])(
    'leads to the notice: %s',
    (inside) => {
      expect(factsOf(line(link(NOTICE, inside), STOP)).carriesProcessingNotice).toBe(true);
    },
  );
  test('is a way to stop by an arrow after the words', () => {
    expect(factsOf(line(`Se désabonner ${link(OURS, '→')}`)).carriesOppositionMeans).toBe(true);
  });
  test('counts where the blind are not told of it, and not where it is hidden from all', () => {
    expect(factsOf(line(link(OURS, 'Se désabonner', ' aria-hidden="true"'))).carriesOppositionMeans).toBe(true);
    expect(factsOf(line(link(OURS, 'Se désabonner', ' hidden'))).carriesOppositionMeans).toBe(false);
  });
  test.each([PICTURE, '→', '»'])('has what comes after it said of the next link: %s', (inside) => {
    const facts = factsOf(line(link(SHOP, inside), STOP));
    expect([facts.oppositionMeansWork, facts.externalMeans]).toEqual([true, undefined]);
    expect(externalLinks(line(link(SHOP, inside), STOP))).toHaveLength(1);
  });
});

describe('a picture that nobody describes, and that leads elsewhere', () => {
  test.each([
    ['its address speaks of stopping', line(STOP, link(OTHERS, PICTURE))],
    ['the words before it do', line(STOP, `Pour vous désabonner, ${link('https://envoi.example/u', PICTURE)}`)],
    ['the words after it do', line(STOP, `${link('https://envoi.example/u', PICTURE)} pour vous désabonner.`)],
    ['it is a background', line(STOP, link(OTHERS, '', ' style="display:block;background:url(s.png)"'))],
  ])('is asked about where %s', (_, html) => {
    expect(factsOf(html).externalMeans).toEqual(['envoi.example']);
  });
});
