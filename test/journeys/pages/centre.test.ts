import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { rulesBroken, WCAG } from '#test/support/pages/rules-broken.ts';
import { shoot } from '#test/support/pages/shoot.ts';
import { shownInEachWay, someShown } from '#test/support/shares/looks-at-pages.ts';
import { shareOfCommit } from '#test/support/shares/share.ts';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, agree, ask, callerOf, messageOf, setUp } from '../send-path-api.ts';

const ADVERTISER = 'maison-valmy';
const CENTRE_WORDING = 'Oui, je veux recevoir par e-mail la lettre de Maison Valmy.';

let stack: Aval;
let api: ApiCaller;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startAval({ at: '2026-11-24T10:00:00Z' }), launchBrowser()]);
  api = callerOf(stack);
  await setUp(api);
  await api.put(`/v1/advertisers/${ADVERTISER}/forms/centre/versions/1`, {
    mode: 'hosted',
    mechanism: 'choice-button',
    wording: CENTRE_WORDING,
    channels: [{ channel: 'email', words: 'par e-mail' }],
    notice: { version: '2024-01', url: `https://${ADVERTISER}.example/confidentialite` },
    approver: { name: 'Claire Petit', approvedAt: '2024-01-02T00:00:00.000Z' },
  });
  await change({ centreForms: [{ formId: 'centre', version: '1' }] });
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

type Contact = { readonly email: string } | { readonly phone: string };

/** Writes to a contact; resolves to the state of the message and its primary reason. */
const write = async (contact: Contact): Promise<string> => {
  const id = await ask(api, contact);
  await stack.idle();
  const { status, verdict } = await messageOf(api, id);
  return `${status}: ${(verdict as { reasons: readonly { code: string }[] }).reasons[0]?.code}`;
};

/** Changes a part of the settings. */
const change = async (part: object): Promise<void> => {
  const changed = await fetch(`${stack.applicationUrl}/v1/advertisers/${ADVERTISER}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${stack.rootKey}`, 'content-type': 'application/merge-patch+json' },
    body: JSON.stringify(part),
  });
  expect(changed.status).toBe(200);
};

/** The link in the last mail to a reader who agreed and was written to. */
const linkTo = async (email: string): Promise<string> => {
  await agree(api, { email });
  expect(await write({ email })).toBe('sent: OK_CONSENT');
  const { html } = stack.inbox().findLast(({ to }) => to === email) ?? {};
  return /href="([^"]*\/o\/[^"]+)"/.exec(html ?? '')?.[1] ?? '';
};
/** The same token in the preference centre, as an advertiser may link to it. */
const centreOf = (link: string): string => link.replace('/o/', '/p/');

const storyOf = (contact: Contact) => api.post('/v1/contacts/lookup', { advertiserId: ADVERTISER, contact });
const requestsOf = async (contactId: unknown) => {
  const { requests } = await api.get(`/v1/requests?advertiserId=${ADVERTISER}`);
  return (requests as readonly Record<string, unknown>[]).filter((each) => each.contactId === contactId);
};

const visit = async (url: string, options: BrowserContextOptions, see: (tab: Tab) => Promise<void>): Promise<void> => {
  const context = await browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false, ...options });
  const tab = await context.newPage();
  await tab.goto(url);
  await see(tab);
  expect(await context.cookies()).toEqual([]);
  await context.close();
};

/** Rules of WCAG 2.2 A and AA that the page breaks. */
const violations = (tab: Tab) => rulesBroken(tab, { runOnly: WCAG });

/** Presses what sends a code until the provider took it: at home it fails sometimes, as AWS does. */
const askForCode = async (tab: Tab): Promise<void> => {
  await tab.getByRole('button', { name: /^M’envoyer un code$|^Send me a code$/ }).click();
  for (let tries = 0; tries < 5 && (await tab.getByRole('textbox', { name: /code/ }).count()) === 0; tries += 1)
    await tab.getByRole('button', { name: /Réessayer|Try again/ }).click();
};
const lastCodeTo = async (contact: Contact): Promise<string> => {
  const text =
    'email' in contact
      ? stack.inbox().findLast(({ to }) => to === contact.email)?.text
      : stack.smsSink().findLast(({ to }) => to === contact.phone)?.text;
  return /\b\d{6}\b/.exec(text ?? '')?.[0] ?? '';
};
const openBy = async (tab: Tab, contact: Contact): Promise<void> => {
  await askForCode(tab);
  await tab.getByRole('textbox', { name: /code/ }).fill(await lastCodeTo(contact));
  await tab.keyboard.press('Enter');
  await tab.getByRole('heading', { level: 1, name: /Vos choix et vos données|Your choices and your data/ }).waitFor();
};

// First, so that its code is the first mail that the advertiser ever sends.
describe('a request that came by letter', () => {
  test('is confirmed by a code on the page that the advertiser gives, and answered by the DPO without any other identity', async () => {
    const email = 'lettre@example.fr';
    await agree(api, { email });
    const asked = await api.post('/v1/requests', {
      ...{ advertiserId: ADVERTISER, contact: { email }, kind: 'erasure', via: 'letter' },
      words: 'Effacez tout ce que vous avez sur moi.',
    });
    const answered = () =>
      api.post(`/v1/requests/${asked.id}/answer?advertiserId=${ADVERTISER}`, {
        ...{ action: 'answered', decider: 'Jeanne Roy, DPO' },
      });
    await expect(answered()).rejects.toThrow('/identity');
    await visit(String(asked.identityPage), { ...SIZES.phone, javaScriptEnabled: true }, async (tab) => {
      await tab.getByText('que concerne la demande').waitFor();
      await stopsFirst(tab);
      await openBy(tab, { email });
      await tab.getByText('Effacement de vos données. Demande reçue le 24 novembre 2026, par courrier.').waitFor();
      await stopsFirst(tab);
      expect(await violations(tab)).toEqual([]);
      expect(await requestsOf(asked.contactId)).toEqual([expect.not.objectContaining({ identity: 'code' })]);
      await shoot(tab, 'centre-awaiting');
      await tab.getByRole('button', { name: 'Cette demande est la mienne' }).click();
      await tab.getByText('cette demande est la vôtre').waitFor();
      expect(await tab.getByRole('button', { name: 'Cette demande est la mienne' }).count()).toBe(0);
      await shoot(tab, 'centre-confirmed');
    });
    expect(await requestsOf(asked.contactId)).toMatchObject([
      { kind: 'erasure', via: 'letter', identity: 'code', identifiedAt: expect.stringMatching(/^2026-11-24T10:/) },
    ]);
    expect(await answered()).toMatchObject({ state: 'answered', identity: 'code' });
    await expect(agree(api, { email })).rejects.toThrow('contact-erased');
    expect(stack.denied()).toEqual([]);
  });
});

describe('a reader in the preference centre', () => {
  test('stops by the link of the mail, goes on to the centre, opens it by the code, and asks for access', async () => {
    const email = 'camille@example.fr';
    const link = await linkTo(email);
    await visit(link, { viewport: { width: 390, height: 760 } }, async (tab) => {
      await tab.getByRole('button').click();
      await tab.getByRole('heading', { name: 'Votre opposition est enregistrée' }).waitFor();
      await tab.getByRole('link', { name: 'Gérer mes choix et mes données' }).click();
      expect(tab.url()).toBe(centreOf(link));
      await openBy(tab, { email });
      await tab
        .getByText(/^Le 24\u00a0novembre\u00a02026 à 11\u00a0h\u00a0\d\d, par e‑mail\. Offres de Maison Valmy\.$/)
        .first()
        .waitFor();
      await shoot(tab, 'centre-open');
      await tab.getByRole('button', { name: 'Envoyer la demande' }).click();
      expect(await tab.getByText('Votre demande est enregistrée').count()).toBe(0);
      await tab.getByLabel('Recevoir une copie de mes données').check();
      await tab.getByLabel('Votre question, ou ce qu’il faut corriger').fill('Tout ce que vous avez.');
      await tab.getByRole('button', { name: 'Envoyer la demande' }).click();
      await tab
        .getByText('Votre demande est enregistrée : Copie de vos données, et à qui elles ont été transmises.')
        .waitFor();
      await tab
        .getByText(
          'Copie de vos données, et à qui elles ont été transmises. Reçue le 24 novembre 2026, réponse au plus tard',
        )
        .waitFor();
    });
    const { contactId } = await storyOf({ email });
    expect(await requestsOf(contactId)).toMatchObject([
      { kind: 'access', via: 'preference-page', identity: 'code', words: 'Tout ce que vous avez.', state: 'open' },
    ]);
    expect(await write({ email })).toBe('refused: OPPOSED_CHANNEL');
  });

  test('says why after the stop, by the keyboard and without script: it is counted, and nothing of it is kept of the person', async () => {
    const email = 'motif@example.fr';
    const link = await linkTo(email);
    await visit(link, SIZES.phone, async (tab) => {
      await tab.getByRole('button').click();
      await tab.getByRole('heading', { name: 'Votre opposition est enregistrée' }).waitFor();
      const stopped = await storyOf({ email });
      await tab.getByLabel('Votre raison').focus();
      await tab.keyboard.press('ArrowDown');
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('Enter');
      await tab.getByText('cette réponse n’y change rien.').waitFor();
      expect(tab.url()).toBe(centreOf(link));
      await stack.idle();
      expect(await storyOf({ email })).toEqual(stopped);
    });
    const lines = stack.logs('use-preference-centre').join('\n').split('\n');
    const given = lines.filter((line) => line.includes('reason-given'));
    expect(given.map((line) => JSON.parse(line.slice(line.indexOf('{'))))).toEqual([
      { level: 'info', event: 'reason-given', advertiserId: ADVERTISER, reason: 'too-many' },
    ]);
    expect(await write({ email })).toBe('refused: OPPOSED_CHANNEL');
  });

  test('stops one purpose: the next message of it is refused, and the DPO sees who asks', async () => {
    const email = 'dominique@example.fr';
    const link = await linkTo(email);
    await visit(centreOf(link), {}, async (tab) => {
      await openBy(tab, { email });
      await tab.getByRole('button', { name: 'Ne plus recevoir ces offres', exact: true }).click();
      await tab.getByText('vous refusez « Offres de Maison Valmy » par e‑mail').waitFor();
      await tab.getByText('Arrêté depuis le 24 novembre 2026.').waitFor();
      await shoot(tab, 'centre-stopped');
    });
    expect(await write({ email })).toBe('refused: OPPOSED_PURPOSE');
    const { oppositions } = await storyOf({ email });
    expect(oppositions).toMatchObject([{ of: { scope: 'purpose', purpose: 'own-offers' }, via: 'preference-page' }]);
  });

  test('agrees anew by the form of the centre: the next message leaves; and stops again as easily', async () => {
    const email = 'alix@example.fr';
    const link = await linkTo(email);
    await visit(link, {}, async (tab) => {
      await tab.getByRole('button').click();
      await tab.getByRole('heading', { name: 'Votre opposition est enregistrée' }).waitFor();
    });
    expect(await write({ email })).toBe('refused: OPPOSED_CHANNEL');
    await stack.clock.advance(2);
    await visit(centreOf(link), {}, async (tab) => {
      await openBy(tab, { email });
      await tab.getByText(CENTRE_WORDING).waitFor();
      await tab.getByRole('button', { name: 'J’accepte' }).click();
      await tab.getByText('Votre accord est enregistré.').waitFor();
      expect(await tab.getByText(CENTRE_WORDING).count()).toBe(0);
    });
    expect(await write({ email })).toBe('sent: OK_CONSENT');
    await stack.clock.advance(2);
    await visit(link, {}, async (tab) => {
      await tab.getByRole('button').click();
      await tab.getByRole('heading', { name: 'Votre opposition est enregistrée' }).waitFor();
    });
    expect(await write({ email })).toBe('refused: OPPOSED_CHANNEL');
    expect(stack.denied()).toEqual([]);
  });

  test('gets the code by SMS where the message was one', async () => {
    const contact = { phone: '+33612345678' };
    await agree(api, contact);
    const content = { sms: { text: 'Vos choix : {{oppositionUrl}}' } };
    const messages = [{ contact, channel: 'sms', offerCategory: 'wine', content }];
    await api.post('/v1/messages', { advertiserId: ADVERTISER, messages });
    await stack.idle();
    const link = /https?:\S+\/o\/[\w-]+/.exec(stack.smsSink().at(-1)?.text ?? '')?.[0] ?? '';
    await visit(centreOf(link), {}, async (tab) => {
      await openBy(tab, contact);
      expect(stack.smsSink().at(-1)).toMatchObject({ to: contact.phone, type: 'Transactional' });
      await tab.getByText('Votre numéro de téléphone\u00a0: +33 6 12 34 56 78').waitFor();
    });
  });

  test('gets the code from the sender that the advertiser has now, which never wrote before', async () => {
    const email = 'nouvelle@example.fr';
    const link = await linkTo(email);
    const address = 'nouveau@maison-valmy-bis.example';
    await change({ senders: { email: [{ address }, { address: `bonjour@${ADVERTISER}.example` }] } });
    // Processes keep settings for three seconds.
    await stack.clock.advance(4);
    await visit(centreOf(link), {}, (tab) => openBy(tab, { email }));
    expect(stack.inbox().findLast(({ to }) => to === email)?.from).toContain(address);
  });

  test('is answered by the DPO without any other identity', async () => {
    const email = 'sacha@example.fr';
    const link = await linkTo(email);
    await visit(centreOf(link), { locale: 'en-GB' }, async (tab) => {
      await openBy(tab, { email });
      await tab.getByLabel('Receive my data in a file').check();
      await tab.getByRole('button', { name: 'Send the request' }).click();
      await tab.getByText('Your request is recorded: File of your data.').waitFor();
    });
    const { contactId } = await storyOf({ email });
    const [asked] = await requestsOf(contactId);
    const answered = await api.post(`/v1/requests/${asked?.id}/answer?advertiserId=${ADVERTISER}`, {
      action: 'answered',
      decider: 'Jeanne Roy, DPO',
    });
    expect(answered.state).toBe('answered');
  });
});

const SIZES = {
  phone: { viewport: { width: 320, height: 568 } },
  desktop: { viewport: { width: 1280, height: 800 } },
  // 200 % of a window of 1280 by 1024.
  zoomed: { viewport: { width: 640, height: 512 }, deviceScaleFactor: 2 },
  dark: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
} as const satisfies Record<string, BrowserContextOptions>;

/** The first two buttons stop: each is seen whole in this very window and as wide as any, and the first is first by the keyboard. */
const stopsFirst = async (tab: Tab): Promise<void> => {
  const height = tab.viewportSize()?.height ?? 0;
  const boxes = await Promise.all((await tab.getByRole('button').all()).map((button) => button.boundingBox()));
  const widest = Math.max(...boxes.map((box) => box?.width ?? Number.POSITIVE_INFINITY));
  for (const stop of [boxes[0], boxes[1]]) {
    expect((stop?.y ?? height) + (stop?.height ?? 1)).toBeLessThanOrEqual(height);
    expect(stop?.width).toBeGreaterThanOrEqual(widest - 1);
  }
  await tab.keyboard.press('Tab');
  expect(await tab.evaluate("document.activeElement === document.querySelector('main button')")).toBe(true);
};

/** The field that has the keyboard by itself: a browser gives it with the first picture of the page, which may come after the page is loaded. */
const hasKeyboard = (tab: Tab, id: string) =>
  expect.poll(() => tab.evaluate('document.activeElement.id'), { timeout: 10_000 }).toBe(id);

/** Where a code is typed: the keyboard is in its field, then comes what opens, then what stops, seen whole in this very window and as wide as any. */
const codeThenStops = async (tab: Tab): Promise<void> => {
  const height = tab.viewportSize()?.height ?? 0;
  await hasKeyboard(tab, 'code');
  const [opens, first, second, ...others] = await tab.getByRole('button').all();
  const boxes = await Promise.all([opens, first, second, ...others].map((button) => button?.boundingBox()));
  const widest = Math.max(...boxes.map((box) => box?.width ?? Number.POSITIVE_INFINITY));
  for (const stop of [boxes[1], boxes[2]]) {
    expect((stop?.y ?? height) + (stop?.height ?? 1)).toBeLessThanOrEqual(height);
    expect(stop?.width).toBeGreaterThanOrEqual(widest - 1);
  }
  for (const next of [0, 1, 2]) {
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate(`document.activeElement === document.querySelectorAll('main button')[${next}]`)).toBe(
      true,
    );
  }
};

describe('its pages in a browser', () => {
  const shown = shownInEachWay(Object.keys(SIZES), ['fr-FR', 'en-GB']);
  test.each(someShown(shown, shareOfCommit()))(
    'break no rule of WCAG AA, never scroll sideways and stop first, $what, $how',
    async ({ what: size, how: locale }) => {
      const options: BrowserContextOptions = SIZES[size as keyof typeof SIZES];
      const email = `page-${size}-${locale.toLowerCase()}@example.fr`;
      const link = await linkTo(email);
      const look = async (tab: Tab, name: string) => {
        expect(await violations(tab)).toEqual([]);
        expect(await tab.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        await shoot(tab, `centre-${name}-${size}-${locale}`);
      };
      await visit(centreOf(link), { ...options, locale, javaScriptEnabled: true }, async (tab) => {
        await stopsFirst(tab);
        await look(tab, 'closed');
        await askForCode(tab);
        await codeThenStops(tab);
        await look(tab, 'code');
        await tab.getByRole('textbox', { name: /code/ }).fill('000000');
        await tab.keyboard.press('Enter');
        await tab.getByRole('alert').waitFor();
        await look(tab, 'wrong');
        await tab.getByRole('textbox', { name: /code/ }).fill(await lastCodeTo({ email }));
        await tab.keyboard.press('Enter');
        await tab.getByRole('radio').first().waitFor();
        await stopsFirst(tab);
        await look(tab, 'open');
        await tab.reload();
        await tab.getByRole('radio').first().waitFor();
        await tab.getByRole('radio').nth(3).check();
        await tab.getByRole('button', { name: /^Envoyer la demande$|^Send the request$/ }).click();
        await tab.getByRole('alert').waitFor();
        await hasKeyboard(tab, 'words');
        await look(tab, 'nothing-written');
      });
    },
  );

  test.each([
    ['ends below the window, however little', "document.querySelectorAll('button')[1].style.marginTop = GAP + 'px'"],
    ['is narrower than another button', "document.querySelectorAll('button')[1].style.width = '40%'"],
    [
      'comes after something else',
      "document.querySelector('main').insertAdjacentHTML('afterbegin', '<a href=#>x</a>')",
    ],
  ])('judged at 200 %, a stop that %s is found', async (_, fault) => {
    const link = await linkTo('faute@example.fr');
    await visit(centreOf(link), { ...SIZES.zoomed, javaScriptEnabled: true }, async (tab) => {
      await stopsFirst(tab);
      await tab.evaluate(
        `const GAP = innerHeight + 20 - document.querySelectorAll('button')[1].getBoundingClientRect().bottom; ${fault}; document.activeElement.blur()`,
      );
      await expect(stopsFirst(tab)).rejects.toThrow();
    });
  });

  test('by the keyboard alone, from the link to a stop of everything', async () => {
    const email = 'clavier@example.fr';
    const link = await linkTo(email);
    await visit(centreOf(link), SIZES.phone, async (tab) => {
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('Enter');
      await tab.getByRole('heading', { name: 'Votre opposition est enregistrée' }).waitFor();
    });
    expect((await storyOf({ email })).oppositions).toMatchObject([{ of: { scope: 'global' } }]);
    expect(await write({ email })).toBe('refused: OPPOSED_GLOBAL');
  });
});

describe('scanners', () => {
  /** What is stored of a contact, in the words of the API. */
  const wroteTo = async (email: string) => {
    const { contactId, oppositions } = await storyOf({ email });
    const { timeline } = await api.get(`/v1/contacts/${contactId}/timeline?advertiserId=${ADVERTISER}`);
    const types = (timeline as readonly { event?: { type: string } }[]).flatMap(({ event }) => event?.type ?? []);
    return {
      types: new Set(types),
      oppositions: (oppositions as unknown[]).length,
      requests: await requestsOf(contactId),
    };
  };

  test('that load every link, by GET and HEAD, write nothing and send nothing', async () => {
    const email = 'lien@example.fr';
    const url = centreOf(await linkTo(email));
    const [before, mails] = [await wroteTo(email), stack.inbox().length];
    for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(url, { method })).status).toBe(200);
    await visit(url, { javaScriptEnabled: true }, async (tab) => {
      const hrefs = await tab.evaluate("[...document.querySelectorAll('a')].map((a) => a.href)");
      for (const href of (hrefs as string[]).filter((each) => each.startsWith(stack.publicUrl))) await fetch(href);
    });
    await stack.idle();
    expect([await wroteTo(email), stack.inbox().length]).toEqual([before, mails]);
  });

  test('that press every button without the code add oppositions and begin nothing', async () => {
    const email = 'bouton@example.fr';
    const url = centreOf(await linkTo(email));
    const pressed: string[] = [];
    const pressAll = async (depth: number, path: readonly number[]): Promise<void> => {
      let count = 0;
      await visit(url, {}, async (tab) => {
        for (const index of path) {
          const button = tab.getByRole('button').nth(index);
          // After three codes the page has no button for another one.
          if ((await button.count()) === 0) return;
          await button.click({ noWaitAfter: false });
        }
        count = await tab.getByRole('button').count();
        pressed.push(`${path.join('>')} of ${count}: ${await tab.title()}`);
      });
      if (depth === 0) return;
      for (let index = 0; index < count; index += 1) await pressAll(depth - 1, [...path, index]);
    };
    await pressAll(2, []);
    await stack.idle();
    const { types, oppositions, requests } = await wroteTo(email);
    expect(pressed.length).toBeGreaterThan(8);
    expect([...types].toSorted()).toEqual(['consent-given', 'opposition-registered']);
    expect([oppositions > 0, requests]).toEqual([true, []]);
    const [status, next] = (await write({ email })).split(': ');
    expect([status, next]).toEqual(['refused', 'OPPOSED_GLOBAL']);
    const wrote = [...types].filter((type) => type !== 'consent-given').map((type) => `\`${type}\``);
    expect(readFileSync('docs/opposition-instructions.md', 'utf8')).toMatch(
      new RegExp(`^\\| one that presses everything \\| .* \\| ${wrote.join(', ')} \\| \`${next}\` \\|$`, 'm'),
    );
  });
});
