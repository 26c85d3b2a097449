import { describe, expect, test } from 'vitest';
import type { Comparison } from '#shared/channels/content/external.ts';
import { externalEmail } from '#shared/channels/email/external.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';

const OURS = 'https://stop.example/o/abc';
const NOTICE = 'https://dubois.example/donnees';
const ROUTE: Comparison = {
  names: ['Caves Dubois'],
  noticeUrl: NOTICE,
  address: 'jeanne@exemple.example',
  sources: ['Salon des vins'],
  isOurLink: (url) => url === OURS,
  isOurHost: (url) => url.startsWith('https://stop.example/'),
  linkAloneSuffices: false,
};
const SAID = {
  name: 'Publicité de Caves Dubois.',
  why: 'Vous recevez ce message car vous êtes client.',
  source: 'Votre adresse vient du Salon des vins.',
  notice: `<a href="${NOTICE}">Vos données</a>`,
};
type What = keyof typeof SAID;
const mail = (said: Readonly<Record<What, string>>, sheet = '') =>
  `<!DOCTYPE html><html><head><style>${sheet}</style></head><body><p>Au jardin</p><p>${said.name}</p><p>${said.why}</p><p>${said.source}</p><p>${said.notice}</p><p><a href="${OURS}">Se désabonner</a></p></body></html>`;
const factsOf = (html: string) =>
  externalEmail({
    email: { from: { address: 'a@dubois.example' }, subject: 'Au jardin', headers: [], html },
  }).factsFor(ROUTE, { senders: { email: [], sms: [] } } as unknown as Advertiser);
const saidIn = (html: string) => {
  const facts = factsOf(html);
  return {
    name: facts.namesAdvertiser,
    why: facts.saysWhy,
    source: facts.namesSource,
    notice: facts.carriesProcessingNotice,
    means: facts.carriesOppositionMeans && facts.oppositionMeansWork,
  };
};
const ALL = { name: true, why: true, source: true, notice: true, means: true };
const WHAT = Object.keys(SAID) as What[];

/** What is said in an element with this style, of which a link takes the colour too. */
const hidden = (what: What, style: string) => ({
  ...SAID,
  [what]: `<span style="${style}">${SAID[what].replace('<a ', '<a style="color:inherit" ')}</span>`,
});
const HIDES = [
  'color:#fff',
  'color:#fff;color:',
  'font-size:1px',
  'opacity:.01',
  'display:block;position:absolute;left:-9999px',
  'display:block;height:1px;overflow:hidden',
  'visibility:hidden',
  'display:none',
  'display:block;text-indent:-9999px',
  'color:transparent',
];

describe.each(WHAT)('%s, which a mail must say', (what) => {
  test.each(HIDES)('is not said where nobody sees it: %s', (style) => {
    expect(saidIn(mail(hidden(what, style)))).toEqual({ ...ALL, [what]: false });
  });
  test('nor where a rule of the sheet hides it', () => {
    const html = mail({ ...SAID, [what]: `<span class="x">${SAID[what]}</span>` }, '.x,.x a{color:#fefefe}');
    expect(saidIn(html)).toEqual({ ...ALL, [what]: false });
  });
  test.each(HIDES)('is said where it is seen as well: %s', (style) => {
    const both = { ...SAID, [what]: `${hidden(what, style)[what]} ${SAID[what]}` };
    expect(saidIn(mail(both))).toEqual(ALL);
  });
  test.each([
    'color:#999;font-size:10px',
    'display:block;background:#222;color:#fff',
    'color:windowtext',
    'opacity:.7',
  ])('is said as newsletters say it: %s', (style) => {
    expect(saidIn(mail(hidden(what, style)))).toEqual(ALL);
  });
});

test('a line that is shown before the mail hides nothing of the rest', () => {
  const line = '<div style="display:none;font-size:1px;color:#fff;opacity:0">Publicité de Caves Dubois</div>';
  expect(saidIn(mail(SAID).replace('<p>Au jardin', `${line}<p>Au jardin`))).toEqual(ALL);
});
describe('what is looked at first settles it, and all is looked at where it does not', () => {
  const white = (words: string) => `<p style="color:#fff">${words}</p>`;
  const withFirst = (html: string, words: string) => html.replace('<p>Au jardin', `${words}<p>Au jardin`);
  test.each(WHAT)('%s is found behind many that nobody sees, and not where all are such', (what) => {
    const many = white(SAID[what]).repeat(20).replaceAll('<a ', '<a style="color:inherit" ');
    expect(saidIn(withFirst(mail(SAID), many))).toEqual(ALL);
    expect(saidIn(withFirst(mail({ ...SAID, [what]: '' }), many))).toEqual({ ...ALL, [what]: false });
  });
  test('a name in pieces is found behind whole ones that nobody sees', () => {
    const many = white('Caves Dubois').repeat(20);
    expect(saidIn(withFirst(mail({ ...SAID, name: 'Publicité de Caves <b>Dubois</b>.' }), many))).toEqual(ALL);
    expect(saidIn(withFirst(mail({ ...SAID, name: 'Publicité de Caves.' }), many)).name).toBe(false);
  });
  test('a name that is seen and denied is none, whatever is hidden behind it', () => {
    const name = `Ce message ne vient pas de <b>Caves Dubois</b>. ${white('Caves Dubois').repeat(20)}`;
    expect(saidIn(mail({ ...SAID, name })).name).toBe(false);
    expect(saidIn(mail({ ...SAID, name: `${name}<p>Caves Dubois</p>` })).name).toBe(true);
  });
});
test('a name in several pieces is one', () => {
  expect(saidIn(mail({ ...SAID, name: 'Publicité de Caves <b>Dubois</b>.' }))).toEqual(ALL);
  expect(saidIn(mail({ ...SAID, name: 'Publicité de Caves <b style="color:#fff">Dubois</b>.' })).name).toBe(false);
});

test('what there is too much of to look at is not taken for seen', () => {
  const rules = Array.from({ length: 20 }, (_, index) => `@media(min-width:${index + 300}px){div{margin:${index}px}}`);
  const [deep, end] = ['<div>'.repeat(45), '</div>'.repeat(45)];
  const names = `${deep}<b style="color:#fff">Caves Dubois</b>${end}`.repeat(300);
  expect(saidIn(mail({ ...SAID, name: names }, rules.join(''))).name).toBe(false);
}, 20_000);
