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
const sized = (style: string) => `<img src="https://i.example/s.gif" style="${style}" alt="Se désabonner">`;
const NOTHING = [
  '',
  ' ',
  '&nbsp;',
  '&#8203;',
  '&zwnj;&#847;&#65279;',
  '&#12644;',
  '&#65440;',
  '&#65039;',
  '<!-- rien -->',
  '<!--[if mso]>&nbsp;<![endif]-->',
  PIXEL,
  STYLED_PIXEL,
  sized('width:0.5px'),
  sized('width:0%;height:0em'),
  sized('max-height:0'),
  sized('max-width:1px;min-width:0'),
] as const;
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

const TRACKER = 'https://envoi.example/c/7f3a';
const elsewhere = (html: string) => [factsOf(html).externalMeans, externalLinks(html).length];
/** Asked about, and its place taken, as is that of our own link beside it. */
const ASKED = [['envoi.example'], 2];
const LEFT = [undefined, 0];

describe('a picture that mailboxes show, whatever hacks its sizes are', () => {
  test.each([
    'width:1px;min-width:100%',
    'width:100%;max-width:600px',
    'width:1%',
    'height:1em',
    'width:0.9em',
    'width:120px;height:auto',
    'max-height:none',
  ])('by its description: %s', (style) => {
    expect(factsOf(line(link(OURS, sized(style)))).carriesOppositionMeans).toBe(true);
  });
  test('a size that its style says comes before the one of its attribute', () => {
    const picture = '<img src="https://i.example/s.png" width="1" style="width:120px" alt="Se désabonner">';
    expect(factsOf(line(link(OURS, picture))).carriesOppositionMeans).toBe(true);
    expect(factsOf(line(link(OURS, picture.replace('width="1"', 'width="120"')))).carriesOppositionMeans).toBe(true);
    expect(factsOf(line(link(OURS, picture.replace('120px', '1px')))).carriesOppositionMeans).toBe(false);
    expect(factsOf(line(link(OURS, picture.replace(' style="width:120px"', '')))).carriesOppositionMeans).toBe(false);
  });
});

describe('words after a link belong to the next one where that says nothing without them', () => {
  test.each([
    ['a picture', line(STOP, `${link(TRACKER, PICTURE)} Pour vous désabonner | ${link(NOTICE, 'Vos données')}`)],
    ['a mark', line(STOP, `${link(TRACKER, '»')} pour vous désabonner, ${link(NOTICE, 'Vos données')}`)],
    ['a picture alone', line(STOP, `${link(TRACKER, PICTURE)} Se désabonner | ${link(NOTICE, 'Vos données')}`)],
    ['beside ours', line(`${link(TRACKER, PICTURE)} Se désabonner | ${link(OURS, 'Se désabonner')}`)],
  ])('and to %s where it does', (_, html) => {
    expect(elsewhere(html)).toEqual(ASKED);
  });
  test('also where another link that says nothing follows', () => {
    const html = line(STOP, `Cliquez ${link(TRACKER, 'ici')} pour vous désabonner ou ${link(SHOP, 'ici')}`);
    expect(factsOf(html).externalMeans).toContain('envoi.example');
  });
  test.each([
    line(`${link(SHOP, PICTURE)} Pour ne plus recevoir nos messages, ${link(OURS, 'désabonnez-vous')}.`),
    line(`Pour lire ce message en ligne, ${link(SHOP, 'cliquez ici')}`, STOP),
    line(`${link(SHOP, PICTURE)} Nos fleurs | Pour vous désabonner, ${link(OURS, 'cliquez ici')}`),
  ])('the page of a shop keeps its place: %s', (html) => {
    expect(factsOf(html).externalMeans).toBeUndefined();
    expect(externalLinks(html).map(({ start }) => html.slice(start).startsWith(OURS))).toEqual([true]);
  });
});

describe('a picture of many links', () => {
  const map = (href: string, alt: string) =>
    `<img src="https://i.example/m.png" usemap="#m" alt="Au jardin"><map name="m"><area href="${href}"${alt}></map>`;
  test.each([
    map(OTHERS, ' alt="Se désabonner"'),
    map(TRACKER, ' alt="Se désabonner"'),
    map(OTHERS, ' alt=""'),
    map(OTHERS, ''),
  ])('may lead elsewhere to stop: %s', (html) => {
    expect(elsewhere(`${line(STOP)}${html}`)[0]).toEqual(['envoi.example']);
    expect(externalLinks(html)).toHaveLength(1);
  });
  test.each([
    `${map(SHOP, ' alt="Boutique"')} Pour ne plus recevoir nos messages, répondez STOP.`,
    `${map(SHOP, '')} Pour ne plus recevoir nos messages, répondez STOP.`,
    `Pour ne plus recevoir nos messages, répondez STOP ${map(SHOP, '')}`,
  ])('and its shop is no way to stop: %s', (html) => {
    expect(elsewhere(html)).toEqual(LEFT);
  });
  test('is in no sentence, so that the words around it are of others', () => {
    const html = `<p>Pour vous désabonner, ${map(SHOP, ' alt="Boutique"')} ${link(TRACKER, 'cliquez ici')}</p>`;
    expect(externalLinks(html).map(({ start, end }) => html.slice(start, end))).toEqual([TRACKER]);
  });
});

describe('a link of which Outlook alone shows the words', () => {
  const outlook = (inside: string) => `<!--[if mso]>${inside}<![endif]-->`;
  test.each([OTHERS, TRACKER])('is a way to stop: %s', (href) => {
    expect(elsewhere(line(STOP, link(href, outlook('Se désabonner'))))).toEqual(ASKED);
    expect(elsewhere(line(STOP, link(href, `${outlook('Se désabonner')} Se désabonner`)))).toEqual(ASKED);
  });
  test('or to a shop', () => {
    expect(elsewhere(line(STOP, link(SHOP, outlook('Nos fleurs')))).at(0)).toBeUndefined();
  });
});

describe('a mark is said of the words before it on its line', () => {
  const MARKS = ['→', '»', '>', '➡️', '⇒', '👉'];
  const ANSWER = 'Pour ne plus recevoir nos offres, répondez STOP';
  test.each(MARKS)('and stays where these speak of something else: %s', (mark) => {
    for (const html of [
      `<p>Nos nouveautés ${link(SHOP, mark)}<br>${ANSWER}</p>`,
      `<p>Nos nouveautés ${link(SHOP, mark)}<br>\n  ${ANSWER}</p>`,
      `<p>${ANSWER}<br>Nos nouveautés ${link(SHOP, mark)}</p>`,
      `<p>${ANSWER}<br>${link(SHOP, mark)} Nos nouveautés</p>`,
      `<p>Vos données ${link(NOTICE, mark)} ${ANSWER}</p>`,
      `<p>Vos données ${link(NOTICE, mark)} ${ANSWER.toLowerCase()}</p>`,
    ]) {
      expect(elsewhere(html)).toEqual(LEFT);
      expect(factsOf(html).carriesOppositionMeans).toBe(false);
    }
  });
  test.each(MARKS)('and leads elsewhere where they speak of stopping: %s', (mark) => {
    for (const html of [
      `<p>Se désabonner ${link(TRACKER, mark)}</p>`,
      `<p>Pour ne plus recevoir nos offres ${link(TRACKER, mark)}<br>Nos nouveautés</p>`,
      `<p>Pour ne plus\n  recevoir nos offres ${link(TRACKER, mark)}</p>`,
      `<p>Pour vous désabonner :<br>${link(TRACKER, mark)}</p>`,
      `<p>Pour ne plus recevoir les offres de<br>Maison Ablette ${link(TRACKER, mark)}</p>`,
      `<p>Nos nouveautés<br>${link(TRACKER, mark)} Pour vous désabonner</p>`,
    ])
      expect(elsewhere(`${html}${line(STOP)}`)).toEqual(ASKED);
  });
});

describe('a new line begins something of its own', () => {
  test.each(['ici', PICTURE, 'cliquez ici'])('after a link that says nothing: %s', (inside) => {
    const html = `<p>Nos nouveautés ${link(SHOP, inside)}<br>Pour vous désabonner : répondez STOP</p>`;
    expect(elsewhere(html)).toEqual(LEFT);
    expect(elsewhere(`<p>Pour vous désabonner : répondez STOP<br>Nos nouveautés ${link(SHOP, inside)}</p>`)).toEqual(
      LEFT,
    );
  });
  test.each([
    `Cliquez ${link(TRACKER, 'ici')}<br>pour vous désabonner`,
    `Cliquez ${link(TRACKER, 'ici')}<br>Pour vous désabonner`,
    `${link(TRACKER, 'Cliquez ici')}<br>Pour vous désabonner`,
    `${link(TRACKER, PICTURE)}<br>Pour vous désabonner`,
    `Pour vous désabonner<br>${link(TRACKER, 'Cliquez ici')}`,
    `Pour vous désabonner<br>Merci de cliquer ${link(TRACKER, 'ici')}`,
    `Pour vous désabonner,<br>cliquez ${link(TRACKER, 'ici')}`,
    `Pour ne plus recevoir les offres de<br>Maison Ablette, ${link(TRACKER, 'cliquez ici')}`,
    `Pour ne plus recevoir nos offres<br>Désinscription ${link(TRACKER, 'ici')}`,
    `Pour ne plus<br>recevoir nos offres, ${link(TRACKER, 'cliquez ici')}`,
    `Pour vous désabonner | ${link(TRACKER, 'cliquez ici')}`,
    `Pour vous désabonner<br>C’est par ${link(TRACKER, 'ici')}`,
    `Pour ne plus recevoir nos offres<br>Rendez-vous sur notre site : ${link(TRACKER, 'ici')}`,
    `Vous souhaitez vous désabonner ?<br>C’est simple : ${link(TRACKER, 'cliquez ici')}`,
    `Pour vous désabonner<br>Gérez votre abonnement ${link(TRACKER, 'ici')}`,
    `Pour vous désabonner<br>Rendez-vous sur notre site ${link(TRACKER, '→')}`,
    `To unsubscribe<br>Follow this link: ${link(TRACKER, 'here')}`,
    `Wenn Sie keine E-Mails mehr erhalten möchten<br>Bitte klicken Sie ${link(TRACKER, 'hier')}`,
    `Para darse de baja<br>Haga clic ${link(TRACKER, 'aquí')}`,
  ])('unless its sentence goes on: %s', (html) => {
    expect(elsewhere(`<p>${html}</p>${line(STOP)}`)).toEqual(ASKED);
  });
});

describe('a picture that is no arrow says what it leads to', () => {
  const ANSWER = 'Pour ne plus recevoir nos offres, répondez STOP.';
  test.each(['📘', '🛒', '★', '📞'])('and is no way to stop beside one: %s', (mark) => {
    for (const html of [
      `<p>${link(SHOP, mark)} ${ANSWER}</p>`,
      `<p>${ANSWER} ${link(SHOP, mark)}</p>`,
      `<p>${link(SHOP, mark)}<br>${ANSWER}</p>`,
    ])
      expect(elsewhere(html)).toEqual(LEFT);
  });
  test.each(['❌', '✉️', '📧', '🚫'])('but one of stopping, or of a mail, says nothing: %s', (mark) => {
    expect(elsewhere(`<p>Pour vous désabonner : ${link(TRACKER, mark)}</p>${line(STOP)}`)).toEqual(ASKED);
  });
  test('a line that has its own answer is not of the link on the next', () => {
    for (const html of [
      `<p>Pour vous désabonner : répondez STOP<br>C’est par ${link(SHOP, 'ici')}</p>`,
      `<p>Pour ne plus recevoir nos SMS, répondez STOP<br>Nos horaires sont ${link(SHOP, 'ici')}</p>`,
    ])
      expect(elsewhere(html)).toEqual(LEFT);
  });
});

describe('marks and blanks around words change nothing of what they say', () => {
  test.each([
    '→ Se désabonner',
    'Se désabonner 👉',
    '✉️ Se&nbsp;désabonner',
    '| Unsubscribe |',
    '→ Je m’oppose à ces envois',
  ])('%s', (words) => {
    expect(elsewhere(line(STOP, link(TRACKER, words)))).toEqual(ASKED);
  });
  test.each(['cliquez ici →', '→ ici', 'cliquez&nbsp;ici', '👉 Cliquez ici 👈', '(ici)', 'cliquez\n   ici'])(
    'in a sentence: %s',
    (words) => {
      expect(elsewhere(line(STOP, `Pour vous désabonner, ${link(TRACKER, words)}`))).toEqual(ASKED);
      expect(elsewhere(`<p>Pour nos fleurs, ${link(TRACKER, words)}.</p>${line(STOP)}`)).toEqual([undefined, 1]);
    },
  );
  test.each(['→ Nos fleurs', 'Comment se désabonner ?', '→ Lire : se désabonner', '🛒', '?'])('%s stays', (words) => {
    expect(elsewhere(`<p>Nos fleurs : ${link(TRACKER, words)}</p>${line(STOP)}`)).toEqual([undefined, 1]);
  });
});
