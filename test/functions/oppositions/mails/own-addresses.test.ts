import { randomUUID } from 'node:crypto';
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsKey } from '#shared/adapters/dynamodb/keys.ts';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { type LinkWorld, startLinkWorld } from '#test/support/link-world.ts';
import { receivingIn } from './received.ts';

let world: LinkWorld;
let mails: ReturnType<typeof receivingIn>;
beforeAll(async () => {
  world = await startLinkWorld();
  mails = receivingIn(world);
});
afterAll(() => world.close());

const anAddress = () => `reader-${randomUUID()}@example.fr`;
interface Written {
  readonly from: string;
  readonly words: string;
  readonly quoted?: string;
  readonly subject?: string;
  readonly headers?: readonly string[];
}
const aMail = ({ from, words, quoted = '', subject = 'Re: Nos vestes', headers = [] }: Written) => [
  ...[`From: <${from}>`, `Subject: ${subject}`, 'In-Reply-To: <0102@eu-west-3.amazonses.com>', ...headers],
  ...['Content-Type: text/plain; charset=utf-8', '', words, '', `> Désabonnez-vous : ${quoted}`],
];
const aLink = () => {
  const { token, contactId } = world.aLink();
  return { url: `https://avis.example/o/${token}`, contactId };
};
const DONE = 'Votre désinscription est faite, vous ne recevrez plus nos mails.';

describe('a mail from an address of the advertiser’s own', () => {
  test.each(['contact@maison-valmy.example', 'Bonjour@Maison-Valmy.example'])(
    '%s is no reader’s: of a stop that quotes nobody’s message a human says whose it is',
    async (from) => {
      for (const words of ['STOP', DONE])
        await expect(mails.receive(aMail({ from, words }))).rejects.toMatchObject({ errors: [{ pointer: '/from' }] });
      expect(await mails.oppositionsOf(await mails.contactOf(from))).toEqual([]);
    },
  );

  test('is a doubtful stop of the reader whose message it quotes, whom the shop may have heard', async () => {
    const { url, contactId } = aLink();
    const from = 'contact@maison-valmy.example';
    const result = await mails.receive(aMail({ from, words: 'Merci de désabonner cette cliente.', quoted: url }));
    expect(result).toEqual({ code: 'doubtful', registered: 1, reviews: 0 });
    expect(await mails.referenceOf(contactId)).toBe('mail-reply/3 doubtful');
  });

  test('says nothing where it says no stop', async () => {
    const { url, contactId } = aLink();
    const from = 'contact@maison-valmy.example';
    const result = await mails.receive(aMail({ from, words: 'La taille 42 est là.', quoted: url }));
    expect(result.code).toBe('no-stop');
    expect(await mails.oppositionsOf(contactId)).toEqual([]);
  });

  test('of a list that writes for a person is that person’s', async () => {
    const lou = anAddress();
    const headers = ['List-Id: <contact.maison-valmy.example>', `X-Original-From: Lou <${lou}>`];
    const result = await mails.receive(aMail({ from: 'contact@maison-valmy.example', words: 'STOP', headers }));
    expect(result).toEqual({ code: 'opposition', registered: 1, reviews: 0 });
    expect(await mails.referenceOf(await mails.contactOf(lou))).toBe('mail-reply/3');
  });

  test('attached to a question is nobody’s word; a mail attached to it is of who wrote that', async () => {
    const [from, lou] = ['contact@maison-valmy.example', anAddress()];
    const holding = (outer: Written, inner: Written) => [
      ...[`From: <${outer.from}>`, `Subject: ${outer.subject}`, 'Content-Type: multipart/mixed; boundary=x', ''],
      ...['--x', 'Content-Type: text/plain; charset=utf-8', '', outer.words],
      ...['--x', 'Content-Type: message/rfc822', '', ...aMail(inner), '--x--', ''],
    ];
    const question = { from: lou, subject: 'Re: x', words: 'Avez-vous la taille 42 ?' };
    expect((await mails.receive(holding(question, { from, words: DONE }))).code).toBe('no-stop');
    const passedOn = { from, subject: 'Désinscription', words: 'Merci de la désabonner.' };
    const result = await mails.receive(holding(passedOn, { from: lou, words: 'STOP' }));
    expect(result).toEqual({ code: 'doubtful', registered: 1, reviews: 0 });
    expect(await mails.oppositionsOf(await mails.contactOf(lou))).toHaveLength(1);
  });
});

describe('the advertiser whose mailbox it is', () => {
  test('is looked up by its id alone', async () => {
    const asked: string[] = [];
    const get: typeof world.advertisers.get = (access) => {
      asked.push(access.advertiserId);
      return world.advertisers.get(access);
    };
    await mails.receive(aMail({ from: anAddress(), words: 'STOP' }), { advertisers: { get } });
    expect(asked).toEqual([world.access.advertiserId]);
  });

  test('loses no opposition where its settings cannot be read', async () => {
    const other = await startLinkWorld();
    await other.table.client.send(
      new UpdateItemCommand({
        TableName: other.tableName,
        Key: toImage(settingsKey(other.access)),
        UpdateExpression: 'REMOVE siren',
      }),
    );
    const fresh = advertisersOf({ ...other.table, clock: other.clock });
    await expect(fresh.get(other.access)).rejects.toThrow();
    const there = receivingIn(other);
    const from = anAddress();
    const result = await there.receive(aMail({ from, words: 'STOP' }), { advertisers: fresh });
    expect(result.registered).toBe(1);
    await other.close();
  });
});

test('the evidence of a plain stop is plain, also where it could not be written at first', async () => {
  const from = anAddress();
  const contactId = await mails.contactOf(from);
  const { advertiserId } = world.access;
  const { messageId } = world.aLink();
  const token = world.tokens.mint({ advertiserId, contactId, messageId, channel: 'email', purpose: 'own-offers' });
  const lines = aMail({ from, words: 'STOP', quoted: `https://avis.example/o/${token}` });
  let calls = 0;
  const once: typeof world.ledger = {
    ...world.ledger,
    readStanding: (...asked) => {
      calls += 1;
      return calls === 1 ? Promise.reject(dependencyUnavailable('The store')) : world.ledger.readStanding(...asked);
    },
  };
  const first = mails.receive(lines, { mailId: 'again', ledger: once });
  await expect(first).rejects.toMatchObject({ code: 'dependency-unavailable' });
  expect(await mails.receive(lines, { mailId: 'again' })).toEqual({ code: 'opposition', registered: 1, reviews: 0 });
  expect(await mails.referenceOf(contactId)).toBe('mail-reply/3');
  expect(await mails.oppositionsOf(contactId)).toMatchObject([{ messageId }]);
});
