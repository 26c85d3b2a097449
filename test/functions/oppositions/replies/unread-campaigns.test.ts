import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { campaignPk, resultsPrefix, runMarkKey } from '#shared/adapters/dynamodb/campaigns/campaign-keys.ts';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import { type RunName, recipientMessageIdOf } from '#shared/domain/campaign/names.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { ADVERTISER_ID } from '#test/support/builders.ts';
import { portsOf, reply } from '../../support/sms-replies.ts';
import {
  EARLIER,
  LATER,
  NOBODYS,
  SILENT,
  startTextsOfCampaigns,
  type TextsOfCampaigns,
} from '../../support/texts-of-campaigns.ts';
import { itemsOf } from '../damages.ts';

let texts: TextsOfCampaigns;
beforeEach(async () => {
  texts = await startTextsOfCampaigns();
});
afterEach(() => texts.world.close());

const overtaken: TextsOfCampaigns['overtaken'] = (...of) => texts.overtaken(...of);
const oppositionsOf: TextsOfCampaigns['oppositionsOf'] = (...of) => texts.oppositionsOf(...of);
const apply: TextsOfCampaigns['apply'] = (...of) => texts.apply(...of);

const everyItem = () => itemsOf(texts.world.table.client, texts.world.table.tableName);
/** What came of the chunks of a run. */
const resultsOf = async (run: RunName) => {
  const { Items = [] } = await texts.world.table.client.send(
    new QueryCommand({
      TableName: texts.world.table.tableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :results)',
      ExpressionAttributeValues: marshall({
        ':pk': campaignPk(texts.world.access, run.campaignId),
        ':results': resultsPrefix(run),
      }),
    }),
  );
  return Items.map((image) => unmarshall(image));
};
const markOf = ({ from, run }: Awaited<ReturnType<typeof overtaken>>) =>
  runMarkKey(texts.world.access, recipientMessageIdOf(run, texts.contactAt(ADVERTISER_ID, from)));

describe('P2: a stored item of a campaign that cannot be read keeps a STOP from nobody', () => {
  const damages: readonly [string, (text: Awaited<ReturnType<typeof overtaken>>) => Promise<unknown>][] = [
    ['a mark of a later version', async (text) => everyItem().edit(markOf(text), (item) => ({ ...item, v: 2 }))],
    ['a mark of which nothing is left', async (text) => everyItem().edit(markOf(text), () => ({}))],
    [
      'a result without its time',
      async ({ run }) => {
        const results = await resultsOf(run);
        expect(results.length).toBeGreaterThan(0);
        for (const item of results) await everyItem().put({ ...item, settledAt: 'soon' });
      },
    ],
  ];

  test.each(damages)('%s: all who wrote are meant, of whatever id', async (_, damage) => {
    const text = await overtaken();
    await damage(text);
    expect([...(await apply(text.from, text.id))].sort()).toEqual([EARLIER, LATER, ADVERTISER_ID].sort());
    for (const each of [EARLIER, LATER, ADVERTISER_ID]) expect(await oppositionsOf(each, text.from)).toHaveLength(1);
    expect(await oppositionsOf(SILENT, text.from)).toEqual([]);
  });

  test.each(damages)('%s: of one that alone has the code it is the one', async (_, damage) => {
    const text = await overtaken();
    await damage(text);
    const replyCodes = { advertisersOf: async () => [ADVERTISER_ID] };
    const alone = reply({ from: text.from, answers: text.id, replyId: 'alone' });
    expect(await applySmsReply({ ...portsOf(texts.world), replyCodes }, alone)).toEqual([ADVERTISER_ID]);
    expect(await oppositionsOf(ADVERTISER_ID, text.from)).toHaveLength(1);
  });

  test('an item of another text that cannot be read keeps the one that is answered from nobody', async () => {
    const { from, id } = await overtaken();
    const other = await texts.wrote(texts.world.access, from, texts.world.clock.now());
    await everyItem().put({ ...runMarkKey(texts.world.access, other), entity: 'run-mark', v: 9 });
    expect(await apply(from, id)).toEqual([ADVERTISER_ID]);
  });

  test('what is away is asked again, and nobody is guessed', async () => {
    const { from, id } = await overtaken();
    const ports = portsOf(texts.world);
    const away = async () => {
      throw dependencyUnavailable('The table');
    };
    const answeredMessages = { ...ports.answeredMessages, recipientNamed: away };
    const said = reply({ from, answers: id, replyId: 'away' });
    await expect(applySmsReply({ ...ports, answeredMessages }, said)).rejects.toMatchObject({
      code: 'dependency-unavailable',
    });
    expect(await oppositionsOf(LATER, from)).toEqual([]);
  });
});

describe('the id of a text of long ago', () => {
  test.each([20, 45, 70, 120, 300])('P2: of %d days ago, it is for the advertiser of that text', async (days) => {
    const { from, id } = await overtaken(days);
    expect(await apply(from, id)).toEqual([ADVERTISER_ID]);
    expect(await oppositionsOf(LATER, from)).toEqual([]);
  });

  test('an id of nothing is for those who wrote lately, and not for who wrote long before', async () => {
    const { from } = await overtaken(120);
    expect(await apply(from, NOBODYS)).toEqual([LATER]);
  });

  test('P2: where that text cannot be read, it is for all who wrote in that time', async () => {
    const text = await overtaken(120);
    await everyItem().edit(markOf(text), (item) => ({ ...item, v: 2 }));
    expect([...(await apply(text.from, text.id))].sort()).toEqual([EARLIER, LATER, ADVERTISER_ID].sort());
  });
});
