import type { Browser, Page as Tab, ViewportSize } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { documentOf } from '#shared/pages/layout.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { publicPages } from '#test/support/pages/public-pages.ts';
import { AXE, BROKEN_ALONE, WCAG } from '#test/support/pages/rules-broken.ts';
import { everyLook, looksAtPages, pagesInLanguages, type Shown } from '#test/support/shares/looks-at-pages.ts';
import { shareOfCommit } from '#test/support/shares/share.ts';

const ASKED = { runOnly: WCAG, ...BROKEN_ALONE };

let browser: Browser;
/** What is looked at is written into one tab: a new one for each page takes four times as long. */
let tab: Tab;
beforeAll(async () => {
  browser = await launchBrowser();
  tab = await browser.newPage();
});
afterAll(() => browser?.close());

/** What is wrong with the page that is shown: rules of WCAG, a width that scrolls, words that are cut, a stop that is not first. */
const faultsOf = async (tab: Tab): Promise<readonly string[]> => {
  // One page after the other is written into the same document, and what was loaded into it stays.
  if (!(await tab.evaluate('"axe" in globalThis'))) await tab.evaluate(AXE);
  return tab.evaluate(async (asked): Promise<readonly string[]> => {
    type Axe = {
      run: (at: unknown, how: unknown) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
    const page = globalThis as unknown as { axe: Axe; document: Dom; innerWidth: number };
    type Box = { readonly width: number; readonly height: number };
    type Element = Dom & {
      scrollWidth: number;
      clientWidth: number;
      className: string;
      textContent: string;
      getBoundingClientRect: () => Box;
    };
    type Dom = { querySelectorAll: (selector: string) => Iterable<Element>; documentElement: Element };
    const { document } = page;
    const { violations } = await page.axe.run(document, asked);
    const cut = [...document.querySelectorAll('button,h1,h2,p,li,label')].filter(
      (each) => each.scrollWidth > each.clientWidth + 1,
    );
    const buttons = [...document.querySelectorAll('button')];
    const small = buttons.filter((each) => each.getBoundingClientRect().height < 44);
    const sizes = (of: readonly Element[]) => of.map((each) => each.getBoundingClientRect().width);
    const first = buttons[0];
    const narrower = first === undefined ? [] : sizes(buttons).filter((width) => width > (sizes([first])[0] ?? 0) + 1);
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      ...(document.documentElement.scrollWidth > page.innerWidth ? ['scrolls sideways'] : []),
      ...cut.map((each) => `cut: ${each.textContent}`),
      ...small.map((each) => `small: ${each.textContent}`),
      ...(narrower.length === 0 ? [] : ['the first button is narrower than another']),
    ];
  }, ASKED);
};

/** Whether the keyboard comes to what stops before anything else. */
const stopIsFirst = async (tab: Tab): Promise<unknown> => {
  await tab.keyboard.press('Tab');
  return tab.evaluate('document.activeElement === document.querySelector("button")');
};

const looked = async (
  { viewport, colorScheme }: { readonly viewport: ViewportSize; readonly colorScheme: 'light' | 'dark' },
  see: (tab: Tab) => Promise<void>,
): Promise<void> => {
  await tab.setViewportSize(viewport);
  await tab.emulateMedia({ colorScheme });
  await see(tab);
};

const SIZES = {
  phone: { viewport: { width: 320, height: 568 }, colorScheme: 'light' },
  desktop: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
} as const;

const LOOKS = looksAtPages(everyLook(Object.keys(SIZES)), shareOfCommit());
const isLookedAt = (language: string, page: string, size: string): boolean =>
  LOOKS.some((look) => look.language === language && look.page === page && look.size === size);

/** Where what stops comes first; and where something else does. */
const FIRST_STOPS = pagesInLanguages(
  ['by-link', 'by-link-of-a-text', 'by-link-long-names', 'by-link-own-look', 'centre-closed', 'centre-open'],
  shareOfCommit(),
);
const BOTH_STOPS = pagesInLanguages(
  [
    'centre-code-sent',
    'centre-another-code',
    'centre-wrong-code',
    'centre-wrong-last',
    'centre-too-many-codes',
    'centre-has-code',
    'centre-last-code',
    'centre-asked',
    'centre-asked-erasure',
    'centre-asked-refused',
    'centre-confirmed',
    'centre-agreed',
    'centre-partners-stopped',
    'centre-stopped',
    'centre-thanked',
  ],
  shareOfCommit(),
);
const namesIn = (shown: readonly Shown[], language: string): readonly string[] =>
  shown.filter(({ how }) => how === language).map(({ what }) => what);

describe.each(READER_LANGUAGES)('the public pages in %s', (language) => {
  test.each(Object.entries(SIZES))(
    'break no rule of WCAG AA, cut nothing and do not scroll sideways: %s',
    async (named, size) => {
      await looked(size, async (tab) => {
        for (const [name, page] of Object.entries(publicPages(language))) {
          if (!isLookedAt(language, name, named)) continue;
          await tab.setContent(documentOf(page));
          expect([name, await tab.evaluate('document.documentElement.lang'), await faultsOf(tab)]).toEqual([
            name,
            language,
            [],
          ]);
        }
      });
    },
  );

  test('show what stops whole on the smallest phone, first in the order of the keyboard', async () => {
    await looked(SIZES.phone, async (tab) => {
      for (const name of namesIn(FIRST_STOPS, language)) {
        const page = publicPages(language)[name];
        if (page === undefined) throw new Error(name);
        await tab.setContent(documentOf(page));
        expect([name, await stopIsFirst(tab)]).toEqual([name, true]);
        const box = await tab.getByRole('button').first().boundingBox();
        expect([name, (box?.y ?? 0) + (box?.height ?? 999) <= 568]).toEqual([name, true]);
      }
    });
  });

  test('show both buttons that stop whole on the smallest phone, wherever something else comes first', async () => {
    await looked(SIZES.phone, async (tab) => {
      for (const name of namesIn(BOTH_STOPS, language)) {
        const page = publicPages(language)[name];
        if (page === undefined) throw new Error(name);
        await tab.setContent(documentOf(page));
        const stops = await tab
          .locator('form[action^="../o/"] button, button[value="channel"], button[value="all"]')
          .all();
        const boxes = await Promise.all(stops.map((each) => each.boundingBox()));
        const ends = boxes.map((box) => Math.round((box?.y ?? 999) + (box?.height ?? 999)));
        expect([name, ends.length, ends.filter((end) => end > 568)]).toEqual([name, 2, []]);
      }
    });
  });
});

test.each([
  ['a page without a language', (document: string) => document.replace(' lang="de"', ''), /html-has-lang/],
  [
    'a word wider than the phone',
    (document: string) => document.replace('<h1', '<h1 style="white-space:nowrap"'),
    /cut/,
  ],
  [
    'a page wider than the phone',
    (document: string) => document.replace('<main', '<main style="width:400px;max-width:none"'),
    /sideways/,
  ],
  [
    'a stop narrower than what is beside it',
    (document: string) =>
      document.replace(/<button/, '<button style="width:60%"').replace('</form>', '<button>x</button></form>'),
    /narrower/,
  ],
  ['a label that is lost', (document: string) => document.replaceAll(/<label[^>]*>.*?<\/label>/g, ''), /label/],
  [
    'a button too small to press',
    (document: string) => document.replace('<button', '<button style="min-height:0;padding:0;font-size:10px"'),
    /small/,
  ],
])('the judge finds %s', async (_, spoil, fault) => {
  const page = publicPages('de')['by-address'];
  if (page === undefined) throw new Error('there is no such page');
  await looked(SIZES.phone, async (tab) => {
    // After a look at the page as it is, in the same tab: what is found of one page says nothing of the next.
    await tab.setContent(documentOf(page));
    expect(await faultsOf(tab)).toEqual([]);
    await tab.setContent(spoil(documentOf(page)));
    expect((await faultsOf(tab)).join('\n')).toMatch(fault);
  });
});

test('the judge finds that something comes before what stops', async () => {
  const page = publicPages('de')['by-link'];
  if (page === undefined) throw new Error('there is no such page');
  await looked(SIZES.phone, async (tab) => {
    await tab.setContent(documentOf(page).replace('<form', '<a href="#">Mehr</a><form'));
    expect(await stopIsFirst(tab)).toBe(false);
  });
});
