import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAPABILITIES } from '#functions/manifest/routes/capabilities.ts';
import type { Capability, FoundBy } from '#functions/manifest/routes/capability.ts';
import { textAnswersIn } from '#functions/manifest/routes/text-answers.ts';
import { EndUserMessaging } from '#infra/routes/end-user-messaging.ts';
import { spotHitReplyIn } from '#shared/adapters/spot-hit/replies.ts';
import { vonageInboundIn } from '#shared/adapters/vonage/message-events.ts';
import { InboundSms, replyIn } from '#shared/contracts/queues/inbound-sms.ts';
import { arrivesFrom } from '#shared/domain/sending/text-answers.ts';
import { NOW } from '#test/support/builders.ts';
import { CALLBACK_URL, MESSAGE_ID, type Seen, startHanding, TEXT } from './handed.ts';

/**
 * What is declared of a route is what its adapter does: each hands messages to a server of recorded shapes, which shares no code with it, and what that
 * server saw is held to the declaration. Where nothing can be seen, what docs/providers.md says of the provider, which a person wrote, is.
 */

const nameOf = ({ route, channel }: Pick<Capability, 'route' | 'channel'>) => `${route}/${channel}`;
const EACH = CAPABILITIES.map((each: Capability) => [nameOf(each), each] as const);
const NAMES = ['EY', 'CIC', 'VALMY', 'MAISONVALMY'];
const NUMBER = '+33937123456';
const SENDERS = [...NAMES, '36105', NUMBER];
const CALLER = '+33162000000';
const FRENCH = '+33639980001';
/** One of each of several countries, France first. */
const NUMBERS: Readonly<Record<string, string>> = {
  FR: FRENCH,
  BE: '+32470123456',
  RE: '+262692123456',
  US: '+12125550100',
  JP: '+819012345678',
};

let handing: Awaited<ReturnType<typeof startHanding>>;
beforeAll(async () => {
  handing = await startHanding();
});
afterAll(() => handing.close());

const isOfAccount = (name: string): boolean => EndUserMessaging.safeParse({ origination: [name] }).success;
/** Names that settings of End User Messaging take, and its pool. */
const handOf = (name: string) =>
  name === 'end-user-messaging/sms'
    ? handing.byMessaging(NAMES.filter(isOfAccount), 'pool-1234abcd')
    : handing.hands[name];
const aSender = ({ channel }: Pick<Capability, 'channel'>): string => {
  if (channel === 'email') return 'bonjour@caves.example';
  return channel === 'automated-call' ? CALLER : 'VALMY';
};
const toOf = ({ channel }: Pick<Capability, 'channel'>) => (channel === 'email' ? 'camille@example.org' : FRENCH);
const one = async (each: Capability): Promise<Seen> => {
  const seen = await handOf(nameOf(each))?.({ to: toOf(each), sender: aSender(each) });
  if (seen === undefined) throw new RangeError(`${nameOf(each)} took nothing.`);
  return seen;
};

/** The countries from which a STOP to the only code of a route arrives, where the stage says nothing of it: a text that promotes goes nowhere else. */
const whence = ({ route, channel }: Capability, code: string): readonly string[] => {
  const stated = {
    name: route,
    channels: [channel],
    answers: ['reply'],
    requestsPerSecond: 1,
    url: 'https://p.example',
    mediaBytes: 1,
  };
  const of = textAnswersIn(JSON.stringify([stated]))[channel as 'mms'];
  return Object.entries(NUMBERS)
    .filter(([, to]) => of !== undefined && arrivesFrom(of, code, to))
    .map(([country]) => country);
};

/** Which senders a form is, written here again. */
const FORMS: Readonly<Partial<Record<Capability['senders'][number], RegExp>>> = {
  'name-of-3-to-11': /^(?=.*[A-Za-z])[A-Za-z0-9]{3,11}$/,
  'name-up-to-11': /^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$/,
  'short-code': /^\d{5}$/,
  number: /^\+\d{11,}$/,
};
const declaredFor = ({ senders }: Capability, sender: string): string => {
  if (senders.some((form) => FORMS[form]?.test(sender))) return 'itself';
  return senders.some((form) => form === 'pool' || form === 'its-own-number') ? 'another' : 'nothing';
};
const seenFor = (seen: Seen | undefined, sender: string): string => {
  if (seen === undefined) return 'nothing';
  return seen.shown === sender ? 'itself' : 'another';
};

/** A call is given the whole script, of which two are told the language beside it: each word of it, and no other. */
const WITHOUT_LANGUAGE = '<speak>Bonjour</speak>';
const SPOKEN: Readonly<Record<string, string>> = {
  'https/automated-call': '<speak xml:lang="fr-FR">Bonjour</speak>',
  'vonage/automated-call': WITHOUT_LANGUAGE,
  'connect/automated-call': WITHOUT_LANGUAGE,
};

describe.each(EACH)('%s, as it is declared', (name, capability) => {
  const { channel, countries, answers, reports, delays, appendsStop } = capability;
  const isText = channel === 'sms' || channel === 'mms';

  test('shows the senders that are declared, and no other', async () => {
    if (!isText) {
      expect([capability.senders, (await one(capability)).shown]).toEqual([
        [channel === 'email' ? 'verified-address' : 'automated-range'],
        aSender(capability),
      ]);
      return;
    }
    const seen: (readonly [string, string])[] = [];
    for (const sender of SENDERS) seen.push([sender, seenFor(await handOf(name)?.({ to: FRENCH, sender }), sender)]);
    expect(seen).toEqual(SENDERS.map((sender) => [sender, declaredFor(capability, sender)]));
  });

  test('goes to the countries that are declared', async () => {
    if (channel === 'email') return expect(countries).toBe('all');
    const sender = aSender(capability);
    for (const to of Object.values(NUMBERS)) expect(await handOf(name)?.({ to, sender })).toMatchObject({ to });
    // Nothing closes a country by itself but settings of the stage, and the only code to which a STOP can go.
    const own = answers.texts?.codes?.[0]?.code;
    const open = own === undefined ? [] : whence(capability, own);
    // Whether a stage closes countries is written of it here, and seen in its template: test/infra/routes/end-user-messaging.test.ts.
    const byStage = /every country closed but those named/.test(sectionOf(capability.route))
      ? 'stated'
      : 'of-the-account';
    expect(countries).toEqual(own === undefined ? byStage : open);
  });

  test('is given each word as it was vetted, and no hour to wait for', async () => {
    const { text, request } = await one(capability);
    expect(text).toBe(SPOKEN[name] ?? TEXT);
    expect(request).not.toMatch(/schedul|sendat|sentdate|deliveryat|"date"|startat|differe/i);
  });

  test('adds a STOP, and waits, as its pages say or leave open', () => {
    const written = sectionOf(capability.route);
    expect([appendsStop, delays]).toEqual([
      /adds? a\s+STOP of its own/.test(written) ? 'not-established' : false,
      /may hold or refuse|are held for/.test(written) ? 'not-established' : false,
    ]);
  });

  test('finds what is answered, and reported, by what is declared', async () => {
    const { request } = await one(capability);
    expect(answers.foundBy).toEqual(FOUND[name] ?? foundIn(request, channel));
    expect(reports).toEqual(reportedIn(request, channel, name));
  });
});

/** What docs/providers.md says of a route; of ours and those without a part of their own: nothing is left open. */
const sectionOf = (route: string): string => {
  const title: Readonly<Record<string, string>> = {
    'end-user-messaging': 'AWS End User Messaging',
    connect: 'Amazon Connect',
    vonage: 'Vonage',
    smsmode: 'smsmode',
    'spot-hit': 'Spot-Hit',
  };
  const parts = readFileSync('docs/providers.md', 'utf8').split(/^## /m);
  const found = parts.find((part) => title[route] !== undefined && part.startsWith(title[route]));
  if (found === undefined && title[route] !== undefined)
    throw new RangeError(`docs/providers.md has no part on ${route}.`);
  return found ?? '';
};

/** What a reply names, as the provider brings it: the message, the code; its number always, by which the last sender is found. */
const namedBy = (
  reply: { readonly answers?: string | undefined; readonly replyCode: string } | undefined,
): readonly FoundBy[] => [
  ...(reply?.answers === undefined ? [] : (['message-answered'] as const)),
  ...(reply?.replyCode === '36105' || reply?.replyCode === '36200' ? (['code'] as const) : []),
  'last-sender',
];

/** A STOP in the words of each provider that brings it to one place for all, with all that its pages say it has. */
const byAws = namedBy(
  replyIn(
    InboundSms.parse({
      originationNumber: FRENCH,
      destinationNumber: '36105',
      messageKeyword: 'STOP',
      messageBody: 'STOP',
      inboundMessageId: 'in-1',
      previousPublishedMessageId: 'out-1',
    }),
  ),
);
const FOUND: Readonly<Record<string, readonly FoundBy[]>> = {
  'sns/sms': byAws,
  'end-user-messaging/sms': byAws,
  'vonage/sms': namedBy(
    vonageInboundIn(
      Buffer.from(
        JSON.stringify({
          channel: 'sms',
          message_uuid: 'in-1',
          to: '36105',
          from: '33639980001',
          text: 'STOP',
          message_type: 'text',
          timestamp: NOW,
        }),
      ),
      NOW,
    ).reply,
  ),
  'spot-hit/mms': namedBy(
    spotHitReplyIn({ id: '1', numero: '+33639980001', date: '2026-11-24 10:00:00', source_id: 'out-1' }, NOW),
  ),
};

/** Of a provider that answers at a URL of the message, or by an event that repeats our ids; a mail has its own link. */
const foundIn = (request: string, channel: string): readonly FoundBy[] => {
  if (channel === 'email') return ['link'];
  if (request.includes(CALLBACK_URL)) return ['url'];
  return request.includes(MESSAGE_ID) ? ['our-ids'] : [];
};

/** Where a state comes to: a URL for it, or an event with our ids. That of smsmode is for replies alone. */
const reportedIn = (request: string, channel: string, name: string): readonly FoundBy[] => {
  const isForReplies =
    name === 'smsmode/sms' && request.includes('callbackUrlMo') && !request.includes('callbackUrlStatus');
  if (request.includes(CALLBACK_URL) && !isForReplies) return ['url'];
  if (!request.includes(MESSAGE_ID)) return [];
  return channel === 'email' ? ['tag'] : ['our-ids'];
};
