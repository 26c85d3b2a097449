import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { lookAt } from '../../support/pages/look-at.ts';
import { rulesBroken } from '../../support/pages/rules-broken.ts';
import { shoot } from '../../support/pages/shoot.ts';
import { NUMBER, openPage, phoneIdOf, startPhones } from './phones-world.ts';

let world: Awaited<ReturnType<typeof startPhones>>;
let browser: Browser;
let tab: Page;
beforeAll(async () => {
  world = await startPhones();
  browser = await launchBrowser();
  tab = await browser.newPage({ bypassCSP: true });
});
afterAll(async () => {
  await browser?.close();
  world?.stop();
});

const ID = phoneIdOf(NUMBER);
const LISTS = ['/phones', '/telephones'] as const;
const PHONES = LISTS.map((list) => `${list}/${ID}`);

const opened = (path: string, look?: Parameters<typeof openPage>[2]) =>
  openPage(browser, `${world.origin}${path}`, look);

describe('phones in the console', () => {
  test.each([...LISTS, ...PHONES, '/'])('%s fits the screen of a phone and of a desktop', async (path) => {
    const page = await lookAt(tab, `${world.origin}${path}`);
    for (const width of [320, 375, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    await shoot(page, `wide${path.replaceAll('/', '-')}`);
  });

  test.each(
    [...LISTS, ...PHONES].flatMap((path) => (['light', 'dark'] as const).map((colours) => [path, colours] as const)),
  )('%s in %s breaks no rule of accessibility', async (path, colours) => {
    const page = await lookAt(tab, `${world.origin}${path}`, { width: 375, colours });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
      colours === 'dark' ? 'rgb(22, 21, 20)' : 'rgb(255, 255, 255)',
    );
    const name = `narrow${path.replaceAll('/', '-')}-${colours}`;
    await shoot(page, name);
    expect(await rulesBroken(page)).toEqual([]);
  });

  test('are listed, and found by a number as people write it', async () => {
    const page = await opened('/telephones', { width: 375 });
    for (const [number, sentence] of [
      ['06 99 99 99 99', 'Rien n’est arrivé à ce numéro.'],
      ['06 12 34 56 78', 'Cet appel écoute la touche 9.'],
    ] as const) {
      await page.getByLabel('Ouvrir le téléphone').fill(number);
      await page.keyboard.press('Enter');
      await page.getByText(sentence).waitFor();
    }
    expect(page.url()).not.toMatch(/\d{8}/);
    await page.goto(`${world.origin}/telephones`);
    expect(await page.locator('.phones li').allTextContents()).toEqual([
      expect.stringMatching(
        /\+33 6 12 34 56 78\s+1 SMS, 1 MMS, 1 appel · mardi 24 novembre 2026, 11:00\s+Valmy: l’hiver/,
      ),
    ]);
  });
});

describe('a conversation', () => {
  test('shows each message as its sender, and the picture that the provider has', async () => {
    const page = await opened(`/phones/${ID}`);
    const talk = page.getByRole('region', { name: 'MAISONVALMY' });
    expect(await talk.locator('.bubble').allInnerTexts()).toEqual([
      'Maison Valmy: -20 % sur les vins STOP 36105',
      'Valmy: l’hiver STOP 36105',
    ]);
    const picture = talk.getByRole('img', { name: 'The picture that MAISONVALMY sent' });
    expect(await picture.count()).toBe(1);
    expect(await page.evaluate('[document.images[0].naturalWidth, document.images[0].naturalHeight]')).toEqual([
      640, 400,
    ]);
    expect(await talk.textContent()).toContain('image/jpeg, 25.1 KB');
    const { status, headers } = await fetch(`${world.origin}/media/${world.picture}`);
    expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
      ...[200, 'image/jpeg', 'nosniff'],
    ]);
    expect((await fetch(`${world.origin}/media/${'0'.repeat(64)}`)).status).toBe(404);
  });

  test('whose last message came by the provider is answered there, without a script', async () => {
    const page = await opened(`/phones/${ID}`, { runsScripts: false });
    await page.getByLabel('Your reply goes back by the provider').press('Enter');
    await page.getByText('You · ').waitFor();
    expect(world.reports).toMatchObject([{ path: '/r/token', kind: 'reply', text: 'STOP' }]);
    expect(world.replies).toEqual([]);
  });

  test('whose last message came by the network is answered at the code that it names', async () => {
    world.receive({ at: '2026-11-24T10:00:01.000Z', text: 'Maison Valmy: demain -30 % STOP 36105' });
    const page = await opened(`/telephones/${ID}`);
    const field = page.getByLabel('Votre réponse part au 36105');
    await field.fill('Arrêt');
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await page.locator('.own .bubble', { hasText: 'Arrêt' }).waitFor();
    expect(world.replies).toEqual([{ from: NUMBER, to: '36105', body: 'Arrêt' }]);
    world.receive({ at: '2026-11-24T10:00:02.000Z', text: 'Maison Valmy : votre demande est prise en compte.' });
    await page.reload();
    expect(await page.getByLabel('Votre réponse part au 36105').count()).toBe(1);
  });

  test('with a name that says nowhere how to answer has no field', async () => {
    world.receive({ senderId: 'INCONNU', text: 'Bonjour' });
    const page = await opened(`/telephones/${ID}`);
    const talk = page.getByRole('region', { name: 'INCONNU' });
    expect(await talk.textContent()).toContain('On ne peut pas répondre à un nom');
    expect(await talk.getByRole('textbox').count()).toBe(0);
  });
});

describe('what the provider is given', () => {
  test('a picture by PUT, which answers what a message must say of it; nothing else is one', async () => {
    const put = async (body: Buffer) => {
      const response = await fetch(`${world.origin}/media`, { method: 'PUT', body: new Uint8Array(body) });
      return { status: response.status, ...((await response.json()) as object) };
    };
    expect(await put(world.content)).toEqual({
      ...{ status: 200, url: `https://pictures.example/${world.picture}` },
      ...{ type: 'image/jpeg', bytes: world.content.length, sha256: world.picture },
    });
    expect(await put(Buffer.from('<script>'))).toMatchObject({ status: 422 });
  });

  test('a message that says something else of a picture that it has: it is not taken', async () => {
    expect(await world.sendMms({ bytes: 1 })).toMatchObject({ answer: 'not-taken', cause: 'rejected:media-differs' });
    expect(await world.sendMms({ type: 'image/png' })).toMatchObject({ cause: 'rejected:media-differs' });
  });
});
