import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { createConsole } from '#console/console.ts';
import { phoneIdsBy } from '#console/phones/phone-ids.ts';
import type { Running } from '#console/watched.ts';
import { createReferenceServer } from '#local/provider/reference-server.ts';
import { callBySignedHttps, mmsBySignedHttps } from '#shared/adapters/https/by-signed-https.ts';
import { sharedKeysOf } from '#shared/adapters/https/signature.ts';
import { renderCall } from '#shared/channels/automated-call/render-call.ts';
import type { Mentions } from '#shared/channels/content/mentions.ts';
import type { MmsMedia } from '#shared/channels/mms/channel.ts';
import { AdvertiserId, MessageId } from '#shared/domain/ids.ts';
import { NOW } from '../../support/builders.ts';
import { mentionsOf } from '../../support/mentions.ts';

/** Whose phone it is. */
export const NUMBER = '+33612345678';
/** How the console of these tests names a phone. */
export const phoneIdOf = phoneIdsBy(Buffer.alloc(32, 7));
const SECRET = JSON.stringify({ key1: 'a'.repeat(64) });

/** The picture of the demo. */
const PICTURE = readFileSync(new URL('../../../demo/pictures/winter-harvest.jpg', import.meta.url));

const listen = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** A console beside a provider that has taken a call and an MMS, and a sink with an SMS; what each is answered is kept. */
export const startPhones = async () => {
  const replies: { from: string; to?: string | undefined; body: string }[] = [];
  const reports: Record<string, unknown>[] = [];
  const { provider, listener } = createReferenceServer({ secret: () => SECRET, now: () => NOW });
  const taking = createServer(listener);
  const receiving = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    reports.push({ path: request.url, ...JSON.parse(Buffer.concat(chunks).toString()) });
    response.writeHead(204).end();
  });
  const route = { url: `${await listen(taking)}/`, keys: async () => sharedKeysOf(SECRET) };
  const callbackUrl = `${await listen(receiving)}/r/token`;
  const { sha256 } = provider.hold(PICTURE);
  const tags = { advertiserId: AdvertiserId.parse('valmy'), messageId: MessageId.parse(`msg_${'_-'.repeat(11)}`) };
  const terms = { timeoutMs: 2000, validForSeconds: 600, callbackUrl };
  const by = { ...route, clock: { now: () => NOW }, mediaBytes: 300_000 };
  const media = { url: 'https://valmy.example/a.jpg', sha256, type: 'image/jpeg', bytes: PICTURE.length } as const;
  const sendMms = (said: Partial<MmsMedia>) => {
    const mms = {
      to: NUMBER,
      senderId: 'MAISONVALMY',
      text: 'Valmy: l’hiver STOP 36105',
      media: { ...media, ...said },
    };
    return mmsBySignedHttps(by)(mms, tags, terms);
  };
  await sendMms({});
  const script = { script: 'Nos vins d’hiver sont arrivés. Venez les goûter samedi !' };
  const call = (to: string, language: Mentions['language']) => {
    const ssml = renderCall(script, {}, mentionsOf({ language }), { to, acceptsKeyPress: true });
    const said = { to, callerId: '+33162000000', ssml, keys: { 9: 'opposition' } } as const;
    return callBySignedHttps(by)(said, tags, terms);
  };
  await call(NUMBER, 'fr');
  const sms = {
    ...{ id: 'sms-1', to: NUMBER, senderId: 'MAISONVALMY', type: 'Promotional', at: '2026-11-24T09:58:00.000Z' },
    text: 'Maison Valmy: -20 % sur les vins STOP 36105',
  };
  const texts = [sms];
  const receive = (said: Partial<typeof sms>) => void texts.push({ ...sms, ...said });
  const stack = {
    urlOf: () => 'http://127.0.0.1',
    clock: { now: () => NOW },
    inbox: () => [],
    events: () => [],
    alarms: async () => [],
    smsSink: () => texts,
    smsReplies: () => replies.map((each) => ({ id: 'reply', at: NOW, ...each })),
    replyBySms: async (reply: (typeof replies)[number]) => `reply-${replies.push(reply)}`,
    idle: async () => undefined,
    provider,
  } as unknown as Running;
  const pages = createServer(createConsole(stack, undefined, phoneIdOf));
  const origin = await listen(pages);
  const stop = () => {
    for (const each of [pages, taking, receiving]) {
      each.closeAllConnections();
      each.close();
    }
  };
  return { origin, replies, reports, receive, sendMms, call, picture: sha256, content: PICTURE, stop };
};

interface Look {
  readonly width?: number;
  readonly colours?: 'light' | 'dark';
  readonly runsScripts?: boolean;
  /** Runs in the page before its own script. */
  readonly before?: string;
}

/** A page of the console in a context of its own, which ends with the test. The page’s own policy forbids the checker’s script, so it is set aside. */
export const openPage = async (browser: Browser, url: string, look: Look = {}): Promise<Page> => {
  const { width = 1280, colours = 'light', runsScripts = true, before } = look;
  const context = await browser.newContext({
    bypassCSP: true,
    colorScheme: colours,
    javaScriptEnabled: runsScripts,
    viewport: { width, height: 800 },
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  if (before !== undefined) await page.addInitScript(before);
  await page.goto(url);
  return page;
};
