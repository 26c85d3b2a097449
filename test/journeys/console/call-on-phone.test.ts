import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { NUMBER, openPage, phoneIdOf, startPhones } from './phones-world.ts';

let world: Awaited<ReturnType<typeof startPhones>>;
let browser: Browser;
beforeAll(async () => {
  world = await startPhones();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  world?.stop();
});

const ID = phoneIdOf(NUMBER);
const opened = (path: string, look?: Parameters<typeof openPage>[2]) =>
  openPage(browser, `${world.origin}${path}`, look);

describe('a call', () => {
  const lineTexts = (page: Page) => page.locator('.script li').allInnerTexts();

  test('is a script with its timing: rings, who calls and how to stop, first and last', async () => {
    const page = await opened(`/phones/${ID}`);
    expect((await lineTexts(page)).map((line) => line.replaceAll(/\s+/g, ' '))).toEqual([
      'Rings for 25 seconds at most, once.',
      '0:00 Somebody answers',
      expect.stringMatching(
        /^0:00 Who calls Message publicitaire automatique de Caves Dubois, en voix .* pause: 0.4 s$/,
      ),
      expect.stringMatching(/^0:05 How to stop Pour ne plus être appelé, tapez 9\. pause/),
      expect.stringMatching(/^0:08 The message Nos vins d’hiver sont arrivés\. pause/),
      expect.stringMatching(/^0:10 Venez les goûter samedi ! pause: 0.8 s$/),
      expect.stringMatching(/^0:13 Who called C’était Caves Dubois\. pause/),
      '0:15 How to stop Pour ne plus être appelé, tapez 9.',
      '0:18 The call hangs up',
    ]);
    expect(await page.locator('main').textContent()).toContain('How to stop is said first at 0:05, and last at 0:15.');
    expect(await page.locator('main').textContent()).toContain('Rings nobody after 11:10.');
  });

  test('has a keypad whose key goes to the provider and comes back as its report, by keyboard and without a script', async () => {
    const before = world.reports.length;
    const page = await opened(`/phones/${ID}`, { runsScripts: false, width: 320 });
    const key = page.getByRole('group', { name: 'Keypad' }).getByRole('button', { name: '9 stop' });
    await key.focus();
    await page.keyboard.press('Enter');
    await page.getByText('9 was pressed at 11:00: stored').waitFor();
    expect(world.reports.slice(before)).toMatchObject([{ path: '/r/token', kind: 'keypress', digits: '9' }]);
    expect(await page.getByRole('group', { name: 'Keypad' }).getByRole('button').count()).toBe(12);
  });

  /** A browser’s speech that says nothing aloud, and keeps what it was given. */
  const speech = (voices: readonly { lang: string }[]) => `
    window.spoken = [];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, 'speechSynthesis', { value: {
      getVoices: () => ${JSON.stringify(voices)}, addEventListener: () => {}, cancel: () => {},
      speak: (words) => { spoken.push([words.text, words.lang, words.voice?.lang]); setTimeout(() => words.onend(), 5); },
    } });`;
  const statusOf = (page: Page) => page.locator('.say [role=status]');

  test('is spoken sentence by sentence, by a voice of its language', async () => {
    const page = await opened(`/phones/${ID}`, { before: speech([{ lang: 'en_GB' }, { lang: 'fr_FR' }]) });
    await page.getByRole('button', { name: 'Speak it' }).press('Enter');
    expect(await statusOf(page).textContent()).toBe('Speaking.');
    expect(await page.locator('.script [aria-current=step]').textContent()).toContain('Message publicitaire');
    await expect.poll(() => statusOf(page).textContent(), { timeout: 10_000 }).toBe('The call is over.');
    const spoken = (await page.evaluate('spoken')) as readonly (readonly string[])[];
    expect(spoken.map(([words]) => words)).toEqual([
      ...[
        'Message publicitaire automatique de Caves Dubois, en voix de synthèse.',
        'Pour ne plus être appelé, tapez 9.',
      ],
      ...['Nos vins d’hiver sont arrivés.', 'Venez les goûter samedi !'],
      ...['C’était Caves Dubois.', 'Pour ne plus être appelé, tapez 9.'],
    ]);
    expect(new Set(spoken.map(([, language, voice]) => `${language} ${voice}`))).toEqual(new Set(['fr-FR fr_FR']));
  });

  test.each([
    ['de', 'de-DE', '+33612345601', 'Um nicht mehr angerufen zu werden, drücken Sie die Taste 9.'],
    ['es', 'es-ES', '+33612345602', 'Para no recibir más llamadas, pulse 9.'],
    ['it', 'it-IT', '+33612345603', 'Per non ricevere più chiamate, prema il tasto 9.'],
    ['nl', 'nl-NL', '+33612345604', 'Druk op 9 om niet meer gebeld te worden.'],
  ] as const)(
    'to a reader of %s is spoken by a voice of %s, how to stop first and last',
    async (language, tag, to, stop) => {
      await world.call(to, language);
      const voices = ['fr-FR', 'en-GB', 'de-DE', 'es-ES', 'it-IT', 'nl-NL'].map((lang) => ({ lang }));
      const page = await opened(`/phones/${phoneIdOf(to)}`, { before: speech(voices) });
      expect(await page.locator('.script .stop .said [lang]').allInnerTexts()).toEqual([stop, stop]);
      expect(await page.locator('.script [lang]').first().getAttribute('lang')).toBe(tag);
      await page.getByRole('button', { name: 'Speak it' }).press('Enter');
      await expect.poll(() => statusOf(page).textContent(), { timeout: 10_000 }).toBe('The call is over.');
      const spoken = (await page.evaluate('spoken')) as readonly (readonly string[])[];
      expect(new Set(spoken.map(([, said, voice]) => `${said} ${voice}`))).toEqual(new Set([`${tag} ${tag}`]));
      expect(spoken.filter(([words]) => words === stop)).toHaveLength(2);
    },
  );

  test('stops being spoken when asked', async () => {
    const page = await opened(`/phones/${ID}`, { before: speech([{ lang: 'fr-FR' }]) });
    await page.getByRole('button', { name: 'Speak it' }).press('Enter');
    await page.getByRole('button', { name: 'Stop speaking' }).press('Enter');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Speak it');
    await page.waitForTimeout(600);
    expect(await page.evaluate('spoken.length')).toBe(1);
  });

  test.each([
    ['no speech', 'Object.defineProperty(window, "speechSynthesis", { value: undefined });', 'has no speech'],
    ['no voice', speech([]), 'has no voice installed'],
    ['no voice of its language', speech([{ lang: 'en-GB' }]), 'no voice in the language of the call'],
  ])('in a browser with %s says so', async (_, before, sentence) => {
    const page = await opened(`/phones/${ID}`, { before });
    const button = page.getByRole('button', { name: 'Speak it' });
    if (await button.isVisible()) await button.click();
    await expect.poll(() => statusOf(page).textContent(), { timeout: 10_000 }).toContain(sentence);
  });

  test('says in a browser without scripts that it cannot be spoken', async () => {
    const page = await opened(`/phones/${ID}`, { runsScripts: false });
    expect(await page.getByText('To speak, this page needs scripts').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Speak it' }).isVisible()).toBe(false);
  });
});
