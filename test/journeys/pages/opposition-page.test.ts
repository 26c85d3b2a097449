import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { documentOf, headersOf, type Page } from '#shared/pages/layout.ts';
import { startPage } from '#shared/pages/start-page.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { publicPages } from '#test/support/pages/public-pages.ts';
import { rulesBroken, WCAG } from '#test/support/pages/rules-broken.ts';
import { shoot } from '#test/support/pages/shoot.ts';

const PAGES: Readonly<Record<string, string>> = {
  'GET /o': 'by-address',
  'GET /o/abc': 'by-link',
  'GET /o/sms': 'by-link-of-a-text',
  'GET /o/long': 'by-link-long-names',
  'GET /o/own': 'by-link-own-look',
  'GET /o/unreadable': 'unreadable',
  'GET /o/failing': 'not-recorded',
  'POST /o/abc': 'recorded',
  'POST /o/abc scope=all': 'recorded-everything',
};

/** The views behind a plain server, as the public API answers them. */
const pageFor = (asked: string, language: ReaderLanguage): Page => {
  if (asked === 'GET /') return startPage(language, `${origin}/o`);
  const answered = () => {
    if (!asked.includes('%40')) return 'by-address-fault';
    return asked.includes('phone=%2B33&') ? 'by-address-partly' : 'recorded-by-address';
  };
  const typed = asked.startsWith('POST /o ') ? answered() : '';
  const page = publicPages(language)[typed || (PAGES[asked] ?? '')];
  if (page === undefined) throw new Error(`nothing is at ${asked}`);
  return page;
};

let browser: Browser;
let server: Server;
let origin: string;
const received: string[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const asked = `${request.method} ${request.url} ${body}`.trim();
    received.push(asked);
    if (request.url === '/favicon.ico') return response.writeHead(404).end();
    const language = (request.headers['accept-language'] ?? 'fr').startsWith('en') ? 'en' : 'fr';
    const page = pageFor(asked, language);
    return response.writeHead(page.status, headersOf(page)).end(documentOf(page));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

/** One page after the other, in one tab: a new one for each takes four times as long. */
const visitEach = async (
  paths: readonly string[],
  options: BrowserContextOptions,
  see: (tab: Tab, path: string) => Promise<void>,
): Promise<void> => {
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  const tab = await context.newPage();
  for (const path of paths) {
    await tab.goto(origin + path);
    await see(tab, path);
  }
  await context.close();
};
const visit = (path: string, options: BrowserContextOptions, see: (tab: Tab) => Promise<void>): Promise<void> =>
  visitEach([path], options, see);

/** Rules of WCAG 2.2 A and AA that the page breaks. */
const violations = (tab: Tab) => rulesBroken(tab, { runOnly: WCAG });

const SIZES = {
  mobile: { viewport: { width: 320, height: 640 } },
  desktop: { viewport: { width: 1280, height: 800 } },
  dark: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
} as const satisfies Record<string, BrowserContextOptions>;

describe('the opposition page in a browser', () => {
  for (const [size, options] of Object.entries(SIZES))
    for (const locale of ['fr-FR'])
      test(`breaks no rule of WCAG AA and never scrolls sideways, ${size}, ${locale}`, async () => {
        const paths = ['/o/abc', '/o/sms', '/o/long', '/o/own', '/o/unreadable', '/o/failing', '/', '/o'];
        await visitEach(paths, { ...options, locale }, async (tab, path) => {
          expect(await violations(tab)).toEqual([]);
          expect(await tab.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
          await shoot(tab, `${path.slice(3)}-${size}-${locale}`);
        });
      });

  test.each(['fr-FR', 'en-GB'])(
    'the button is right under the heading and seen whole at 320 by 568, %s',
    async (locale) => {
      const smallest = { viewport: { width: 320, height: 568 }, locale };
      await visitEach(['/o/abc', '/o/sms', '/o/long', '/o/own'], smallest, async (tab, path) => {
        const box = await tab.getByRole('button').boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(568);
        expect(
          await tab.evaluate("document.querySelector('h1').nextElementSibling.querySelector('button') !== null"),
        ).toBe(true);
        await shoot(tab, `${path.slice(3)}-first-${locale}`);
      });
    },
  );

  test('who has no link types an address, is told when it is none, and is not asked for more', async () => {
    received.length = 0;
    await visit('/', { javaScriptEnabled: false, ...SIZES.mobile }, async (tab) => {
      await tab.getByLabel('Votre adresse').fill('rose');
      await tab.getByRole('button').click();
      await tab.getByRole('alert').waitFor();
      await tab.getByLabel('Votre adresse').fill('rose@example.fr');
      await tab.keyboard.press('Enter');
      await tab.getByRole('heading', { name: 'Votre opposition est enregistrée' }).waitFor();
    });
    expect(received.filter((line) => line.startsWith('POST'))).toEqual([
      'POST /o address=rose&phone=&sender=',
      'POST /o address=rose%40example.fr&phone=&sender=',
    ]);
  });

  test('of two fields the one that cannot be read is marked, the other is said to be recorded, and nothing more is asked', async () => {
    received.length = 0;
    await visit('/o', { ...SIZES.mobile }, async (tab) => {
      await tab.getByLabel('Votre adresse').fill('camille.martin-dubois@exemple-de-messagerie.fr');
      await tab.getByLabel('numéro de téléphone').fill('+33');
      await tab.getByRole('button').click();
      await tab.getByRole('status').filter({ hasText: 'Enregistré' }).filter({ hasText: 'camille.martin' }).waitFor();
      await tab.getByRole('alert').filter({ hasText: '+33' }).filter({ hasText: 'n’est pas enregistré' }).waitFor();
      expect(await tab.evaluate("[...document.querySelectorAll('[aria-invalid]')].map(({ id }) => id)")).toEqual([
        'phone',
      ]);
      expect(await violations(tab)).toEqual([]);
      expect(await tab.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await tab.getByLabel('numéro de téléphone').fill('');
      await tab.getByRole('button').click();
      await tab.getByRole('heading', { name: 'Votre opposition est enregistrée' }).waitFor();
    });
    expect(received.filter((line) => line.startsWith('POST'))).toEqual([
      'POST /o address=camille.martin-dubois%40exemple-de-messagerie.fr&phone=%2B33&sender=',
      'POST /o address=camille.martin-dubois%40exemple-de-messagerie.fr&phone=&sender=',
    ]);
  });

  test('the checker of accessibility sees a fault where there is one', async () => {
    await visit('/o/abc', SIZES.desktop, async (tab) => {
      await tab.setContent(
        '<html><body><img src="a.png"><button></button><p><font color="#cccccc">pâle</font></p></body></html>',
      );
      const found = (await violations(tab)).map((violation) => violation.split(':')[0]);
      for (const rule of ['button-name', 'color-contrast', 'html-has-lang', 'image-alt']) expect(found).toContain(rule);
    });
  });

  test('one press of the one button is enough, by keyboard, without script', async () => {
    received.length = 0;
    await visit('/o/abc', { javaScriptEnabled: false, ...SIZES.mobile }, async (tab) => {
      expect(await tab.getByRole('button').count()).toBe(1);
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('Enter');
      await tab.getByRole('heading', { name: 'Votre opposition est enregistrée' }).waitFor();
      await shoot(tab, 'recorded-mobile-fr');
    });
    expect(received.filter((line) => line.startsWith('POST'))).toEqual(['POST /o/abc']);
  });

  test('the confirmation offers everything from the advertiser as a second choice', async () => {
    received.length = 0;
    await visit('/o/abc', { locale: 'en-GB', ...SIZES.desktop }, async (tab) => {
      await tab.getByRole('button').click();
      expect(await violations(tab)).toEqual([]);
      await shoot(tab, 'recorded-desktop-en');
      await tab.getByRole('button', { name: 'Receive no more advertising from Caves Dubois & Fils' }).click();
      await tab.getByText('no more advertising, by any means').waitFor();
      expect(await tab.getByRole('button').allTextContents()).toEqual(['Send this answer']);
      await shoot(tab, 'everything-desktop-en');
    });
    expect(received.filter((line) => line.startsWith('POST'))).toEqual(['POST /o/abc', 'POST /o/abc scope=all']);
  });

  test('the page loads nothing else and keeps its style under its own policy', async () => {
    received.length = 0;
    await visit('/o/abc', SIZES.desktop, async (tab) => {
      const colour = await tab.evaluate("getComputedStyle(document.querySelector('button')).backgroundColor");
      expect(colour).toBe('rgb(11, 61, 145)');
      expect(await tab.context().cookies()).toEqual([]);
    });
    expect(received.filter((line) => !line.includes('favicon'))).toEqual(['GET /o/abc']);
  });

  test.each([
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(20, 19, 18)'],
  ] as const)(
    'the colour of an advertiser is shown as far as it can be read, and its logo, in %s',
    async (colorScheme, words) => {
      await visit('/o/own', { ...SIZES.desktop, colorScheme }, async (tab) => {
        const seen = await tab.evaluate(
          "(({backgroundColor, color}) => ({backgroundColor, color}))(getComputedStyle(document.querySelector('button')))",
        );
        expect(seen).toMatchObject({ color: words });
        expect(seen).not.toMatchObject({ backgroundColor: 'rgb(11, 61, 145)' });
        await tab.getByRole('img', { name: 'Caves Dubois & Fils' }).waitFor();
        expect(await tab.evaluate("document.querySelector('img').naturalWidth")).toBe(180);
      });
    },
  );

  test('a reader whose link cannot be read is told that nothing was recorded, and what to do', async () => {
    await visit('/o/unreadable', SIZES.mobile, async (tab) => {
      await tab.getByText('Rien n’a été enregistré.').waitFor();
      expect(await tab.getByRole('listitem').count()).toBe(4);
      await tab.getByLabel('Votre adresse').fill('rose@example.fr');
      await tab.getByRole('button').click();
      await tab.getByRole('heading', { name: 'Votre opposition est enregistrée' }).waitFor();
    });
  });
});
