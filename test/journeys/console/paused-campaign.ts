import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADVERTISER_ID } from '#demo/campaign/advertiser.ts';
import { asked } from '#demo/campaign/campaign-calls.ts';
import { clientOf } from '#tools/api-client.ts';
import { launchBrowser } from '../../support/browser.ts';
import { shoot } from '../../support/pages/shoot.ts';
import { aMinuteAt } from './a-minute.ts';
import { openPage } from './phones-world.ts';

/** Where the system is that the demo has filled, and with which key its API is asked. */
export interface Filled {
  readonly console: string;
  readonly api: string;
  readonly key: string;
}

/** Readers of an island that nobody of the demo lives on, so that a segment finds them alone. */
const ZONE = 'Pacific/Wallis';
const READERS = ['ana', 'lolo', 'mele', 'sina'].map((name) => `${name}@wallis.example`);
/** Lives there too, and agreed by a box that was ticked before: nothing may rest on it. */
const PRETICKED = 'tasi@wallis.example';
const NAME = 'Offre des îles';
const MOST_MINUTES = 8;
const PAUSED_MINUTES = 3;

/** The numbers of a table of a report, by the head of each row; the last of them is its sum. */
const rowsOf = async (table: Locator): Promise<Readonly<Record<string, readonly number[]>>> => {
  const rows = await table.locator('tr:has(td)').all();
  const read = async (row: Locator) => {
    const numbers = await row.locator('td').allInnerTexts();
    return [(await row.locator('th').textContent()) ?? '', numbers.map(Number)] as const;
  };
  return Object.fromEntries(await Promise.all(rows.map(read)));
};

/** A campaign that somebody pauses in the console while it is under way, and lets go on. */
export const describePausedCampaign = (filled: () => Filled): void => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const atConsole = async (method: string, path: string, body?: object) => {
    const init = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return (await fetch(`${filled().console}${path}`, { method, ...init })).json();
  };
  const minute = () => aMinuteAt(filled().console);
  /** Whom a mail of this campaign has reached, by what is in the inbox. */
  const reached = async (): Promise<readonly string[]> => {
    const inbox = (await atConsole('GET', '/inbox')) as readonly { readonly to: string }[];
    return inbox.map(({ to }) => to).filter((to) => to.endsWith('@wallis.example'));
  };

  const made = async () => {
    const client = clientOf(filled().api, filled().key);
    const whose = { advertiserId: ADVERTISER_ID };
    for (const email of [...READERS, PRETICKED]) {
      await asked(client, 'PUT', '/v1/contacts', { ...whose, contact: { email }, zone: ZONE });
      const ticked = { formId: 'account', version: 'preticked' };
      const form = email === PRETICKED ? ticked : { formId: 'newsletter', version: '2024-01' };
      const more = { channels: ['email'], purpose: 'own-offers', form, givenAt: '2026-05-20T09:00:00Z' };
      await asked(client, 'POST', '/v1/consents', { ...whose, contact: { email }, ...more }, email);
    }
    await atConsole('GET', '/idle');
    const of = { channel: 'email', purpose: 'own-offers' } as const;
    const { campaignId } = await asked(
      client,
      'POST',
      '/v1/campaigns',
      {
        ...{ ...whose, ...of, name: NAME, template: { templateId: 'new-harvest', version: '1' } },
        ...{ audience: { segment: { ...of, where: { zones: [ZONE] } } }, maxPerMinute: 1 },
        ...{ schedule: { at: 'now' }, endsAt: '2026-11-28T09:00:00+01:00' },
      },
      'paused',
    );
    const oppose = async (email: string) => {
      const act = { of: { scope: 'global' }, via: 'phone', receivedBy: 'Service clients', occurredAt: await now() };
      await asked(client, 'POST', '/v1/oppositions', { ...whose, contact: { email }, ...act }, email);
    };
    return { campaignId: String(campaignId), oppose };
  };
  const now = async () => Object(await atConsole('GET', '/clock')).instant as string;

  const expectState = async (page: Page, id: string, state: string) => {
    await page.locator(`#${id} .state`, { hasText: state }).waitFor();
  };

  test('a campaign is paused and resumed by its buttons: nobody is written to between, and its report adds up', async () => {
    const { campaignId: id, oppose } = await made();
    for (let each = 0; each < MOST_MINUTES && (await reached()).length === 0; each += 1) await minute();
    expect(await reached()).not.toEqual([]);

    // As a person without scripts has it.
    const page = await openPage(browser, `${filled().console}/campagnes`, { runsScripts: false, width: 375 });
    const card = page.locator(`#${id}`);
    await card.getByRole('button', { name: 'Suspendre' }).click();
    await expectState(page, id, 'suspendue');
    // The clock runs meanwhile: a minute may have begun before the button was pressed, and its message is on its way.
    await atConsole('GET', '/idle');
    const before = await reached();
    expect(before.length).toBeLessThan(READERS.length);
    expect(READERS).toEqual(expect.arrayContaining([...before]));
    for (let each = 0; each < PAUSED_MINUTES; each += 1) await minute();
    expect(await reached()).toEqual(before);
    const [opponent = ''] = READERS.filter((each) => !before.includes(each));
    await oppose(opponent);

    await page.reload();
    await card.getByRole('button', { name: 'Reprendre' }).click();
    await expectState(page, id, 'en cours');
    const isOver = async () => {
      await page.reload();
      return (await card.locator('.state').textContent()) === 'terminée';
    };
    for (let each = 0; each < MOST_MINUTES && !(await isOver()); each += 1) await minute();
    await expectState(page, id, 'terminée');
    const written = (await reached()).toSorted();
    expect(written).toEqual(READERS.filter((each) => each !== opponent));

    // Whoever says stop is in the audience no more. All others who were put in are in one row: the inbox says who was written to.
    const [audience, refused] = [written.length + 1, 1];
    await card.getByRole('button', { name: 'Établir le bilan' }).click();
    await page.getByRole('heading', { name: 'Bilan de campagne' }).waitFor();
    const [funnel, states, hours] = await Promise.all((await page.getByRole('table').all()).map(rowsOf));
    expect(funnel).toMatchObject({
      'Destinataires du public': [audience],
      'Pour lesquels la loi a été vérifiée': [audience],
      'Messages envoyés': [written.length],
      'Oppositions par ce message': [0],
    });
    expect(states).toEqual({ Envoyés: [written.length], Refusés: [refused], Total: [audience] });
    const { Total: sum, ...byHour } = hours ?? {};
    expect(sum).toEqual([written.length]);
    expect(
      Object.values(byHour)
        .flat()
        .reduce((all, count) => all + count, 0),
    ).toBe(written.length);
    await shoot(page, 'paused-campaign-report');
  }, 240_000);
};
