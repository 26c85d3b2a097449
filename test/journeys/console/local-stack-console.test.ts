import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createConsole } from '#console/console.ts';
import { launchBrowser } from '../../support/browser.ts';
import { rulesBroken } from '../../support/pages/rules-broken.ts';
import { shoot } from '../../support/pages/shoot.ts';
import { type Fixture, startFixture } from '../local-stack-fixture.ts';

let stack: Fixture;
let browser: Browser;
beforeAll(async () => {
  stack = await startFixture({ console: { createListener: createConsole } });
  browser = await launchBrowser();
  await note('letter', '<script>document.title = "run"</script>Bonjour');
  await note('sms-1', 'MAISON: soldes. STOP 36063');
  await stack.idle();
});
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

const note = (id: string, text: string) =>
  fetch(`${stack.applicationUrl}/v1/notes`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stack.rootKey}` },
    body: JSON.stringify({ id, text }),
  });
const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${stack.consoleUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
};

describe('the console for programs', () => {
  test('lists what was received and emitted, and the depth of each queue', async () => {
    expect((await ask('GET', '/inbox')).body).toMatchObject([{ to: 'letter@example.fr', subject: 'Note letter' }]);
    expect((await ask('GET', '/sms')).body).toMatchObject([{ to: '+33612345678', senderId: 'MAISON' }]);
    expect((await ask('GET', '/events')).body).toMatchObject([
      { type: 'note.changed.v1' },
      { type: 'note.changed.v1' },
    ]);
    expect((await ask('GET', '/queues')).body).toMatchObject({ 'fixture-send': { ready: 0, delayed: 0, inFlight: 0 } });
  });

  test('lists what functions were denied', async () => {
    expect((await ask('GET', '/denied')).body).toEqual([]);
    const headers = { authorization: `Bearer ${stack.rootKey}` };
    const body = JSON.stringify({ id: 'quiet-1', scan: true });
    await fetch(`${stack.applicationUrl}/v1/notes`, { method: 'POST', headers, body });
    expect((await ask('GET', '/denied')).body).toEqual([expect.stringContaining(': dynamodb:Scan on ')]);
  });

  test('moves the clock forward, to an instant or by seconds, and never back', async () => {
    expect((await ask('PUT', '/clock', { instant: '2026-11-24T11:00:00Z' })).body).toEqual({
      instant: expect.stringMatching(/^2026-11-24T11:00:0/),
    });
    expect((await ask('PUT', '/clock', { advanceSeconds: 3600 })).body).toEqual({
      instant: expect.stringMatching(/^2026-11-24T12:00:/),
    });
    expect(await ask('PUT', '/clock', { instant: '2026-11-24T09:00:00Z' })).toMatchObject({
      status: 422,
      body: { title: 'The clock only moves forward.' },
    });
    expect((await ask('GET', '/clock')).body).toEqual({ instant: expect.stringMatching(/^2026-11-24T12:00:/) });
  });

  test('passes a reply on, and refuses one without a number', async () => {
    expect(await ask('POST', '/sms/replies', { from: '+33612345678', to: '36063', body: 'STOP' })).toMatchObject({
      status: 200,
      body: { inboundMessageId: expect.any(String) },
    });
    expect((await ask('POST', '/sms/replies', { from: '+33699999999', body: 'STOP' })).status).toBe(422);
    await stack.idle();
    expect(stack.events().at(-1)).toMatchObject({
      type: 'sms.replied.v1',
      detail: { destinationNumber: '36063', messageBody: 'STOP' },
    });
  });

  test('plans faults and closes ports, until told to forget them', async () => {
    await ask('PUT', '/faults', { service: 'sesv2', refuse: true });
    await note('refused', 'never leaves');
    await stack.idle();
    expect(stack.logs('send-message').join('')).toContain('ECONNREFUSED');

    await ask('PUT', '/faults', { clear: true });
    await ask('PUT', '/faults', { service: 'sesv2', fault: 'throttle', match: { contains: 'throttled@' } });
    await note('throttled', 'one');
    await note('passes', 'two');
    await stack.idle();
    expect(stack.inbox().map(({ to }) => to)).toEqual(['letter@example.fr', 'passes@example.fr']);
    expect((await ask('PUT', '/faults', { service: 'sesv2', fault: 'none' })).status).toBe(422);
  });

  test('waits until nothing moves', async () => {
    await note('waited-for', 'two');
    expect((await ask('GET', '/idle')).body).toEqual({ idle: true });
    expect(stack.inbox().map(({ to }) => to)).toContain('waited-for@example.fr');
  });

  test('does nothing for a page of another origin', async () => {
    expect((await ask('PUT', '/clock', { advanceSeconds: 60 }, { origin: 'http://evil.example' })).status).toBe(403);
  });
});

describe('the console for people', () => {
  test('is a page without script or violation of the accessibility rules, and a mail in it runs nothing', async () => {
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).origin));
    await page.goto(stack.consoleUrl);
    await page.getByText('As a reader sees it').first().click();
    const frame = page.frameLocator('iframe').first();

    expect(await page.title()).toBe('Aval on this machine');
    await expect.poll(() => frame.locator('p').textContent()).toContain('two');
    expect(new Set(requests)).toEqual(new Set([stack.consoleUrl]));
    expect(await page.locator('script').count()).toBe(0);
    await shoot(page, 'console');
    const violations = await violationsOf(stack.consoleUrl);
    expect(violations).toEqual([]);
  });

  test('leads to the law, in French and in English', async () => {
    const page = await browser.newPage();
    await page.goto(stack.consoleUrl);
    await page.getByRole('link', { name: 'La loi' }).click();
    expect(await page.title()).toContain('la loi');
    await page.getByRole('link', { name: 'In English' }).click();
    expect(await page.title()).toContain('the law');
  });

  test('answers a text message by its form, and moves the clock by its own', async () => {
    const page = await browser.newPage();
    await page.goto(stack.consoleUrl);
    await page.getByLabel('Reply', { exact: true }).fill('STOP par le formulaire');
    await page.getByRole('button', { name: 'Send the reply' }).click();
    await stack.idle();
    expect(
      stack
        .events()
        .filter(({ type }) => type === 'sms.replied.v1')
        .at(-1)?.detail,
    ).toMatchObject({ destinationNumber: '36063', messageBody: 'STOP par le formulaire' });

    const before = Date.parse(stack.clock.now());
    await page.getByRole('button', { name: 'Move the clock' }).click();
    await expect.poll(() => Date.parse(stack.clock.now()) - before).toBeGreaterThanOrEqual(3_600_000);
  });
});

const violationsOf = async (url: string): Promise<readonly string[]> => {
  const page = await browser.newPage();
  await page.goto(url);
  return rulesBroken(page, { iframes: false });
};
