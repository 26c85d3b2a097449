import { createHash, generateKeyPairSync } from 'node:crypto';
import { createSmsService } from '#local/aws/sms/sms.ts';
import { createReferenceServer } from '#local/provider/reference-server.ts';
import { createSmsmodeServer } from '#local/provider/smsmode-server.ts';
import { createSpotHitServer } from '#local/provider/spot-hit-server.ts';
import { createVonageMessagesServer } from '#local/provider/vonage-messages-server.ts';
import { callByConnect } from '#shared/adapters/connect/start-call.ts';
import { smsByEndUserMessaging } from '#shared/adapters/end-user-messaging/send-text.ts';
import { callBySignedHttps, mmsBySignedHttps, smsBySignedHttps } from '#shared/adapters/https/by-signed-https.ts';
import { sharedKeysOf } from '#shared/adapters/https/signature.ts';
import {
  sendingCallClient,
  sendingSesClient,
  sendingSnsClient,
  sendingTextClient,
} from '#shared/adapters/providers/clients.ts';
import { emailBySes } from '#shared/adapters/ses/send-email.ts';
import { smsBySmsmode } from '#shared/adapters/smsmode/smsmode.ts';
import { smsBySns } from '#shared/adapters/sns/send-sms.ts';
import { mmsBySpotHit } from '#shared/adapters/spot-hit/mms-by-spot-hit.ts';
import { callByVonage } from '#shared/adapters/vonage/call-by-vonage.ts';
import { smsByVonage } from '#shared/adapters/vonage/sms-by-vonage.ts';
import { AdvertiserId, MessageId } from '#shared/domain/ids.ts';
import { NOW } from '#test/support/builders.ts';
import { serving } from '#test/support/http/serving.ts';
import { startProviderStub } from '#test/support/providers.ts';
import { EMAIL_OPTIONS } from '#test/support/send-world.ts';

/** One message by each adapter to a server that shares no code with it, and what that server made of it. */

/** What is handed over: to whom, and from whom. */
interface Handing {
  readonly to: string;
  readonly sender: string;
}

/** What a provider took. Absent: nothing left. */
export interface Seen {
  readonly to: string;
  /** What its reader sees it come from, as far as the provider is told; a number of its own otherwise. */
  readonly shown: string;
  readonly text: string;
  /** All that the provider was given. */
  readonly request: string;
}

const OUR_IDS = { advertiserId: AdvertiserId.parse('les-caves'), messageId: MessageId.parse(`msg_${'a'.repeat(22)}`) };
/** Those that a report may repeat as they are. */
export const MESSAGE_ID = OUR_IDS.messageId;
export const CALLBACK_URL = 'https://stop.example/r/abc';
/** The code that each text names. */
const CODE = '36105';
const TERMS = { timeoutMs: 2000, validForSeconds: 3600, callbackUrl: CALLBACK_URL, segments: 1 };
export const TEXT = `Les Caves : -20 %. STOP ${CODE}`;
const SCRIPT = '<speak xml:lang="fr-FR">Bonjour</speak>';
const SECRET = JSON.stringify({ key1: 'a'.repeat(64) });
const KEY = 'k'.repeat(32);
const PICTURE = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
const MEDIA = {
  url: 'https://caves.example/a.jpg',
  sha256: createHash('sha256').update(PICTURE).digest('hex'),
  type: 'image/jpeg' as const,
  bytes: PICTURE.byteLength,
};
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const APPLICATION = '7f000000-0000-4000-8000-000000000001';
const SIGNATURE = 's'.repeat(32);
const clock = { now: () => NOW };
const withPlus = (number: unknown): string => `+${String(number).replace(/^\+/, '')}`;

type Hand = (handing: Handing) => Promise<Seen | undefined>;

/** Every adapter, named by route and channel. `names`: sender ids of the account at End User Messaging; `number`: its number or pool there. */
export const startHanding = async () => {
  Object.assign(process.env, { AWS_REGION: 'eu-west-3', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  const aws = await startProviderStub();
  process.env.AWS_ENDPOINT_URL = aws.url;
  const reference = createReferenceServer({ secret: () => SECRET, now: () => NOW });
  const smsmode = createSmsmodeServer(
    () => KEY,
    () => NOW,
  );
  const spotHit = createSpotHitServer(
    () => ({ apiKey: KEY, pushUrl: 'http://127.0.0.1:9' }),
    () => NOW,
  );
  const account = {
    applicationId: APPLICATION,
    publicKey,
    signatureSecret: SIGNATURE,
    inboundUrl: 'http://127.0.0.1:9',
  };
  const texts = createVonageMessagesServer(
    () => account,
    () => NOW,
  );
  const servers = await Promise.all([reference, smsmode, spotHit, texts].map(({ listener }) => serving(listener)));
  const [ofReference, ofSmsmode, ofSpotHit, ofTexts] = servers.map(({ url }) => url);
  const signed = { url: `${ofReference}/`, keys: async () => sharedKeysOf(SECRET), clock, mediaBytes: 300_000 };
  const vonage = {
    applicationId: APPLICATION,
    credentials: async () => ({ privateKey, signatureSecret: SIGNATURE }),
    clock,
    newId: () => 'jti-1',
  };
  const { provider } = reference;

  /** What lists hold after a hand-off that they did not before. */
  const added = async <T>(
    list: () => readonly T[],
    hand: () => Promise<{ readonly answer: string }>,
  ): Promise<T | undefined> => {
    const before = list().length;
    const { answer } = await hand();
    const all = list();
    return answer === 'taken' && all.length === before + 1 ? all.at(-1) : undefined;
  };
  const bySigned = (hand: () => Promise<{ readonly answer: string }>) =>
    added(provider.taken, hand).then((taken): Seen | undefined => {
      if (taken === undefined) return undefined;
      const { to, sender, message } = taken;
      return { to, shown: sender, text: String(message.text ?? message.ssml), request: JSON.stringify(message) };
    });
  const asked = async (hand: () => Promise<{ readonly answer: string }>) =>
    (await added(() => aws.taken, hand))?.request as Readonly<Record<string, never>> | undefined;

  const HANDS = {
    'ses/email': async ({ to, sender }) => {
      const from = { address: sender, name: 'Les Caves' };
      const mail = { from, to, subject: 'Nos vins', html: `<p>${TEXT}</p>`, text: TEXT, headers: [] };
      const request = await asked(() => emailBySes(sendingSesClient(), EMAIL_OPTIONS)(mail, OUR_IDS, TERMS));
      if (request === undefined) return undefined;
      const { Destination, Content, FromEmailAddress } = request as unknown as {
        Destination: { ToAddresses: readonly string[] };
        Content: { Simple: { Body: { Text: { Data: string } } } };
        FromEmailAddress: string;
      };
      const shown = /<([^>]+)>/.exec(FromEmailAddress)?.[1] ?? '';
      return {
        to: Destination.ToAddresses[0] ?? '',
        shown,
        text: Content.Simple.Body.Text.Data,
        request: JSON.stringify(request),
      };
    },
    'sns/sms': async ({ to, sender }) => {
      const request = await asked(() =>
        smsBySns(sendingSnsClient())({ to, senderId: sender, text: TEXT }, OUR_IDS, TERMS),
      );
      const sink: { to: string; senderId: string; text: string }[] = [];
      const forward = async () => ({ status: 500, headers: {}, body: '' });
      const sns = createSmsService({ forward, now: () => NOW, onSms: (sms) => void sink.push(sms) });
      await sns({ operation: 'Publish', input: request ?? {} } as never);
      return (
        sink[0] && { to: sink[0].to, shown: sink[0].senderId, text: sink[0].text, request: JSON.stringify(request) }
      );
    },
    'https/sms': ({ to, sender }) =>
      bySigned(() => smsBySignedHttps(signed)({ to, senderId: sender, text: TEXT }, OUR_IDS, TERMS)),
    'https/mms': ({ to, sender }) =>
      bySigned(() => mmsBySignedHttps(signed)({ to, senderId: sender, text: TEXT, media: MEDIA }, OUR_IDS, TERMS)),
    'https/automated-call': ({ to, sender }) =>
      bySigned(() =>
        callBySignedHttps(signed)({ to, callerId: sender, ssml: SCRIPT, keys: { 9: 'opposition' } }, OUR_IDS, TERMS),
      ),
    'vonage/sms': async ({ to, sender }) => {
      const hand = () =>
        smsByVonage({ ...vonage, url: ofTexts ?? '' })({ to, senderId: sender, text: TEXT }, OUR_IDS, TERMS);
      const { request } = (await added(() => texts.vonage.messages(), hand)) ?? {};
      if (request === undefined) return undefined;
      const from = String(request.from);
      const shown = /^\d{6,}$/.test(from) ? `+${from}` : from;
      return { to: withPlus(request.to), shown, text: String(request.text), request: JSON.stringify(request) };
    },
    'vonage/automated-call': async ({ to, sender }) => {
      const call = { to, callerId: sender, ssml: SCRIPT, keys: { 9: 'opposition' } } as const;
      const request = await asked(() => callByVonage({ ...vonage, url: aws.url })(call, OUR_IDS, TERMS));
      if (request === undefined) return undefined;
      const {
        to: called,
        from,
        ncco,
      } = request as unknown as {
        to: readonly { number: string }[];
        from: { number: string };
        ncco: readonly { text?: string }[];
      };
      const text = ncco.map((each) => each.text ?? '').join('');
      return { to: withPlus(called[0]?.number), shown: withPlus(from.number), text, request: JSON.stringify(request) };
    },
    'smsmode/sms': async ({ to, sender }) => {
      const route = { url: ofSmsmode ?? '', apiKey: async () => KEY };
      const hand = () => smsBySmsmode(route)({ to, senderId: sender, text: TEXT }, OUR_IDS, TERMS);
      const { request } = (await added(() => smsmode.smsmode.messages(), hand)) ?? {};
      if (request === undefined) return undefined;
      const { recipient, body, from } = request as unknown as {
        recipient: { to: string };
        body: { text: string };
        from: string;
      };
      return { to: withPlus(recipient.to), shown: from, text: body.text, request: JSON.stringify(request) };
    },
    'spot-hit/mms': async ({ to, sender }) => {
      const route = { url: ofSpotHit ?? '', apiKey: async () => KEY, clock, mediaBytes: 300_000 };
      const mms = mmsBySpotHit({ ...route, readPicture: async () => PICTURE });
      const outgoing = { to, senderId: sender, text: TEXT, media: MEDIA };
      await mms.prepare?.(outgoing);
      const { request } =
        (await added(
          () => spotHit.spotHit.messages(),
          () => mms(outgoing, OUR_IDS, TERMS),
        )) ?? {};
      if (request === undefined) return undefined;
      const said = JSON.stringify(request);
      // Its API has no field for a sender: nothing but one could say whom it is from.
      const shown = Object.values(request).includes(sender) ? sender : 'a number of its own';
      return { to: request.destinataires ?? '', shown, text: request.message ?? '', request: said };
    },
    'connect/automated-call': async ({ to, sender }) => {
      const route = {
        flowArn: 'arn:aws:connect:eu-central-1:111122223333:instance/i-1/contact-flow/f-1',
        numbers: [sender],
      };
      const call = { to, callerId: sender, ssml: SCRIPT, keys: { 9: 'opposition' } } as const;
      const request = await asked(() => callByConnect(sendingCallClient(), route)(call, OUR_IDS, TERMS));
      if (request === undefined) return undefined;
      const { DestinationPhoneNumber, SourcePhoneNumber, Attributes } = request as unknown as {
        DestinationPhoneNumber: string;
        SourcePhoneNumber: string;
        Attributes: { script: string };
      };
      const text = Attributes.script;
      return { to: DestinationPhoneNumber, shown: SourcePhoneNumber, text, request: JSON.stringify(request) };
    },
  } satisfies Readonly<Record<string, Hand>>;

  /** Of End User Messaging what leaves is for the settings to say. */
  const byMessaging =
    (senderIds: readonly string[], number?: string): Hand =>
    async ({ to, sender }) => {
      const route = { configurationSet: 'aval-test-sms', senderIds, ...(number && { number }) };
      const sms = { to, senderId: sender, text: TEXT };
      const request = await asked(() => smsByEndUserMessaging(sendingTextClient(), route)(sms, OUR_IDS, TERMS));
      if (request === undefined) return undefined;
      const { DestinationPhoneNumber, OriginationIdentity, MessageBody } = request as Readonly<Record<string, string>>;
      // A phone shows the code of a number or a pool.
      const shown = OriginationIdentity === number ? CODE : String(OriginationIdentity);
      return { to: DestinationPhoneNumber ?? '', shown, text: MessageBody ?? '', request: JSON.stringify(request) };
    };

  return {
    hands: HANDS as Readonly<Record<string, Hand>>,
    byMessaging,
    close: async () => {
      await Promise.all([aws.close(), ...servers.map((each) => each.close())]);
    },
  };
};
