import { launchBrowser } from '#test/support/browser.ts';

/** A mail that lies in a mailbox, and the pages of ours that it may lead to. */
interface ScannedMail {
  readonly html: string;
  /** The link of its body. */
  readonly link: string;
  readonly publicUrl: string;
}

/** A program that looks at mails before, or in place of, their reader. */
export interface Scanner {
  readonly scanner: string;
  readonly does: string;
  /** Resolves to how many requests of ours it made. */
  readonly scan: (mail: ScannedMail) => Promise<number>;
}

const linksOf = (page: string, base: string): readonly string[] =>
  [...page.matchAll(/href="([^"]+)"/g)].map(([, to = '']) => new URL(to.replaceAll('&amp;', '&'), base).href);

/** Asks for the page of the link and for that of the preference centre. */
const asking =
  (method: string, headers: Readonly<Record<string, string>>): Scanner['scan'] =>
  async ({ link }) => {
    for (const url of [link, link.replace('/o/', '/p/')]) await (await fetch(url, { method, headers })).text();
    return 2;
  };

/** Follows the links of the mail, those of their pages, and so on. */
const crawl: Scanner['scan'] = async ({ html, link, publicUrl }) => {
  const seen = new Set(linksOf(html, link).filter((url) => url.startsWith(publicUrl)));
  for (const url of seen)
    for (const next of linksOf(await (await fetch(url)).text(), url))
      if (next.startsWith(publicUrl) && seen.size < 50) seen.add(next);
  return seen.size;
};

/** Opens the mail in Chromium, with script, then each link of it and each link of these pages; whatever they load is loaded. */
const openInBrowser: Scanner['scan'] = async ({ html, publicUrl }) => {
  const browser = await launchBrowser();
  try {
    const tab = await browser.newPage();
    let asked = 0;
    tab.on('request', (request) => {
      if (request.url().startsWith(publicUrl)) asked += 1;
    });
    const linksHere = async (): Promise<readonly string[]> => {
      const hrefs = await tab.evaluate("[...document.querySelectorAll('[href]')].map(({ href }) => href)");
      return (hrefs as readonly string[]).filter((each) => each.startsWith(publicUrl));
    };
    await tab.setContent(html, { waitUntil: 'load' });
    const seen = new Set(await linksHere());
    for (const url of seen) {
      await tab.goto(url, { waitUntil: 'load' });
      for (const next of await linksHere()) if (seen.size < 50) seen.add(next);
    }
    return asked;
  } finally {
    await browser.close();
  }
};

/** Presses the one button of the page of the link, as no program should. */
const press: Scanner['scan'] = async ({ link }) => {
  await (await fetch(link, { method: 'POST' })).text();
  return 1;
};

export const SCANNERS: readonly Scanner[] = [
  { scanner: 'a checker of links', does: '`GET` of the link, and of the centre', scan: asking('GET', {}) },
  { scanner: 'the same, by `HEAD`', does: '`HEAD` of both', scan: asking('HEAD', {}) },
  {
    ...{ scanner: 'a browser that fetches ahead', does: '`GET` of both, with `Sec-Purpose: prefetch`' },
    scan: asking('GET', { 'sec-purpose': 'prefetch' }),
  },
  {
    ...{ scanner: 'a maker of previews', does: '`GET` of both, with `Purpose: prefetch`, as `BingPreview`' },
    scan: asking('GET', { purpose: 'prefetch', 'user-agent': 'BingPreview' }),
  },
  { scanner: 'a crawler', does: 'every link of the mail, of its pages, and so on', scan: crawl },
  {
    ...{
      scanner: 'a browser without a window',
      does: 'opens the mail in Chromium, with script, and goes to every link',
    },
    scan: openInBrowser,
  },
  { scanner: 'one that presses', does: '`POST` of the link, as the button does', scan: press },
];
