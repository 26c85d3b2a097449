import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAGES, PATHS } from '#console/frame/words.ts';
import { launchBrowser } from '../../support/browser.ts';
import { lookAt } from '../../support/pages/look-at.ts';
import { rulesBroken } from '../../support/pages/rules-broken.ts';
import { shoot } from '../../support/pages/shoot.ts';
import { shownInEachWay, someShown } from '../../support/shares/looks-at-pages.ts';
import { shareOfCommit } from '../../support/shares/share.ts';
import { aMinuteAt } from './a-minute.ts';
import { openPage } from './phones-world.ts';

const SHOWN = ['/', ...(['fr', 'en'] as const).flatMap((language) => PAGES.map((name) => PATHS[language][name]))];

/** Nobody’s address or number is in the address of a page. */
const expectNobodyIn = (url: string): void => expect(decodeURIComponent(url)).not.toMatch(/@|\+?\d{9}/);

/** A card with its state and its text. */
const cardsOf = (page: Page, which = '.card'): Promise<string[]> => page.locator(which).allInnerTexts();

/** The pages of what is stored, on a system that the demo has filled; `origin` is where its console is. */
export const describeStoredPages = (origin: () => string): void => {
  let browser: Browser;
  let tab: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    tab = await browser.newPage({ bypassCSP: true });
  });
  afterAll(() => browser?.close());

  const opened = (path: string, look?: Parameters<typeof openPage>[2]) => openPage(browser, `${origin()}${path}`, look);
  /** As a person without scripts has it: every page works so. */
  const withoutScript = (path: string) => opened(path, { runsScripts: false, width: 375 });

  describe('the console of a filled system', () => {
    test.each(someShown(shownInEachWay(SHOWN, ['light', 'dark']), shareOfCommit()))(
      '$what fits a phone and a desktop, and breaks no rule of accessibility, $how',
      async ({ what: path, how }) => {
        const colours = how === 'dark' ? 'dark' : 'light';
        const page = await lookAt(tab, `${origin()}${path}`, { colours, width: 320 });
        for (const width of [320, 375, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        }
        expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
          how === 'dark' ? 'rgb(22, 21, 20)' : 'rgb(255, 255, 255)',
        );
        expect(await rulesBroken(page, { iframes: false })).toEqual([]);
        await shoot(page, `filled${path.replace('/', '-')}-${how}`);
      },
    );

    test('finds a letter by a word of its subject, with its sender as a reader sees it', async () => {
      const page = await withoutScript('/messages');
      await page.getByLabel('Recipient, or words').fill('nouvelle RECOLTE reunion');
      await page.keyboard.press('Enter');
      await page.getByRole('status').getByText('3 arrived').waitFor();
      const cards = await cardsOf(page);
      expect(cards).toHaveLength(3);
      for (const card of cards) expect(card).toMatch(/@lecteurs\.example, from Les Cafés Ventadour lettre@/);
      await page.getByText('As its reader sees it').first().click();
      const letter = page.frameLocator('iframe').first();
      expect(await letter.getByRole('link').count()).toBeGreaterThan(0);
      expectNobodyIn(page.url());
    });

    test('says of what was refused why, by which article, and what to do', async () => {
      const page = await withoutScript('/envois');
      await page.getByLabel('Montrer').selectOption('refused');
      await page.getByLabel('Canal').selectOption('sms');
      await page.getByRole('button', { name: 'Rechercher' }).click();
      await page.locator('.card').first().waitFor();
      const cards = await cardsOf(page);
      for (const card of cards) expect(card).toMatch(/^refusé\s*SMS/);
      expect(cards.some((card) => card.includes('L. 34-5'))).toBe(true);
      expect(cards.some((card) => card.includes('Que faire : '))).toBe(true);
    });

    test('looks a reader up, and shows the opposition and the refusal after it in their order', async () => {
      const page = await withoutScript('/contacts');
      await page.getByLabel('E-mail address, or').fill(await whoOpposed(origin()));
      await page.keyboard.press('Enter');
      await page.locator('.timeline').waitFor();
      expectNobodyIn(page.url());
      const lines = await page.locator('.timeline > li').allInnerTexts();
      const opposed = lines.findIndex((each) => /Opposition\s+e-mail · by the link of a message/.test(each));
      const refused = lines.findIndex((each) => each.includes('OPPOSED_CHANNEL'));
      // Who was drawn by the order in which mails arrived may be a customer who was written to about a purchase.
      const agreed = lines.findIndex((each) => /^(?:Consent given|Sale)$/m.test(each));
      expect([refused, opposed, agreed]).toEqual([refused, opposed, agreed].toSorted((a, b) => a - b));
      expect(refused).toBeGreaterThanOrEqual(0);
    });

    test('has a cause decided with its words, its article and who waits in view', async () => {
      const page = await withoutScript('/reviews');
      const first = page.locator('.card', { hasText: /(?:One message waits|[1-9]\d* messages wait)\./ }).first();
      const card = (await first.allInnerTexts()).join('');
      expect(card).toMatch(/(?:Law|Reading of a text): .*art\. /);
      expect((await cardsOf(page)).join('')).toMatch(/The words of the form [\s\S]*J’accepte [\s\S]*prospection/);
      await first.getByLabel('Refuse').check();
      await first.getByLabel('Reason').fill('Le formulaire ne dit pas par quel moyen.');
      await first.getByLabel('Who decides').fill('Jeanne Roy, DPO');
      const id = await first.getAttribute('id');
      await first.getByRole('button', { name: 'Record the decision' }).click();
      const decided = page.locator(`#${id}`);
      await decided.getByText('Refused by Jeanne Roy, DPO').waitFor();
      const shown = async () => {
        await page.reload();
        return (await cardsOf(page, `#${id}`)).join('');
      };
      // Each minute the messages of what was decided go back to the sender.
      await aMinuteAt(origin());
      await expect.poll(shown, { timeout: 100_000, interval: 1_000 }).toContain('No message waits.');
    });

    test('says how far each campaign is, what was foreseen, and shows its report as a page', async () => {
      const page = await withoutScript('/campagnes');
      const cards = await cardsOf(page);
      expect(cards).toHaveLength(5);
      expect(cards.at(-1)).toMatch(/terminée[\s\S]*Récolte d’hiver[\s\S]*09:00 là où est chaque lecteur/);
      await page.getByRole('link', { name: 'Ouvrir le bilan' }).first().click();
      await page.getByRole('heading', { name: 'Bilan de campagne' }).waitFor();
      await page.goBack();
      await page.getByRole('button', { name: 'Établir un nouveau bilan' }).last().click();
      await page.getByRole('heading', { name: 'Bilan de campagne' }).waitFor();
    });
  });
};

/** Somebody who pressed the link of a mail, as the events of the system say. */
const whoOpposed = async (origin: string): Promise<string> => {
  const read = async (path: string) => (await fetch(`${origin}${path}`)).json() as Promise<Record<string, never>[]>;
  const [events, inbox] = await Promise.all([read('/events'), read('/inbox')]);
  const detailOf = ({ detail }: { readonly detail?: object }): Record<string, unknown> => Object(detail);
  const refused = new Set(
    events
      .map(detailOf)
      .flatMap(({ codes, contactId }) => (String(codes).includes('OPPOSED_CHANNEL') ? [contactId] : [])),
  );
  const messages = new Map(events.map(detailOf).map(({ messageId, contactId }) => [messageId, contactId]));
  const opposed = new Set(
    events.map(detailOf).flatMap(({ via, contactId }) => (via === 'link' && refused.has(contactId) ? [contactId] : [])),
  );
  const mail = inbox.find(({ tags }) => opposed.has(messages.get(Object(tags).messageId)));
  return String(mail?.to);
};
