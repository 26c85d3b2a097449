import { AsyncResource } from 'node:async_hooks';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { addDays } from '#shared/domain/time/instant.ts';
import { NOW } from '#test/support/builders.ts';
import { EXAMPLES } from '#test/support/routes.ts';
import { ADVERTISER } from '../support/api.ts';
import { anOperator } from './operator.ts';
import { aWorldOfPartners, CAMILLE, LIBRARY, TRAVEL } from './partners-world.ts';

type World = Awaited<ReturnType<typeof aWorldOfPartners>>;

const stop = async (world: World, said: object = {}): Promise<string> => {
  const { id } = await world.post('register-opposition', { ...world.of(), via: 'phone', ...said });
  return id;
};
const annul = (world: World, recordId: string) =>
  world.post('annul-record', EXAMPLES['annul-record'] as object, { path: { recordId } });
const states = async (world: World) =>
  (await world.list()).map(({ state, closing }) => [state, Object(closing).because]);

describe('an act whose record is annulled', () => {
  test('closes what it made due, and nothing else', async () => {
    const world = await aWorldOfPartners();
    await world.disclose(LIBRARY);
    await world.disclose(TRAVEL);
    const wrong = await stop(world);
    await stop(world, { of: { scope: 'channel', channels: ['sms'] } });
    await world.stream();
    await annul(world, wrong);
    await world.stream();
    await world.stream();
    expect((await world.owed()).toSorted()).toEqual([
      ['Librairie Partenaire', 'opposition'],
      ['Voyages Partenaire', 'opposition'],
    ]);
    expect((await states(world)).toSorted()).toEqual([
      ['closed', 'annulled'],
      ['closed', 'annulled'],
      ['open', undefined],
      ['open', undefined],
    ]);
  });

  test('makes nothing due where the stream brings the act after its annulment', async () => {
    const world = await aWorldOfPartners();
    await world.disclose();
    await annul(world, await stop(world));
    await world.stream();
    expect(await world.list()).toEqual([]);
  });

  test('closes what was stored after the annulment by who had read the act before it', async () => {
    const world = await aWorldOfPartners();
    const wrong = await stop(world);
    const { send } = DynamoDBClient.prototype;
    let isAnnulled = false;
    // What happens meanwhile is done by others: it is none of the calls of the function that discloses.
    const meanwhile = new AsyncResource('meanwhile');
    const late = async function (this: DynamoDBClient, ...asked: [object]) {
      if (!isAnnulled && JSON.stringify(asked[0]).includes('"partner-notification"')) {
        isAnnulled = true;
        await meanwhile.runInAsyncScope(async () => {
          await annul(world, wrong);
          await world.stream();
        });
      }
      return Reflect.apply(send, this, asked);
    };
    const racing = vi.spyOn(DynamoDBClient.prototype, 'send').mockImplementation(late as typeof send);
    expect((await world.disclose()).status).toBe(201);
    racing.mockRestore();
    expect([isAnnulled, await states(world)]).toEqual([true, [['closed', 'annulled']]]);
  });

  test('costs a disclosure nothing where it was annulled before, and is not looked for beside one in force', async () => {
    const world = await aWorldOfPartners();
    const { send } = DynamoDBClient.prototype;
    const asked: string[] = [];
    const noting = vi.spyOn(DynamoDBClient.prototype, 'send').mockImplementation(async function (
      this: DynamoDBClient,
      ...given: [object]
    ) {
      asked.push(`${given[0].constructor.name} ${JSON.stringify(Object(given[0]).input)}`);
      return Reflect.apply(send, this, given);
    } as typeof send);
    onTestFinished(() => noting.mockRestore());
    const asksOf = async (partner: object) => {
      asked.length = 0;
      expect((await world.disclose(partner)).status).toBe(201);
      return {
        ledgers: asked.filter((each) => each.startsWith('Query') && each.includes('EVENT#')).length,
        notifications: asked.filter((each) => each.startsWith('GetItem') && each.includes('NOTIFICATION#')).length,
      };
    };
    await annul(world, await stop(world));
    expect(await asksOf(LIBRARY)).toEqual({ ledgers: 0, notifications: 0 });
    await stop(world, { of: { scope: 'channel', channels: ['sms'] } });
    expect(await asksOf(TRAVEL)).toEqual({ ledgers: 1, notifications: 0 });
  });

  test('is said of a notification that was given, which stays so with its proof', async () => {
    const world = await aWorldOfPartners();
    await world.disclose();
    const wrong = await stop(world, { occurredAt: '2026-11-23T10:00:00Z' });
    await world.stream();
    await world.give(await world.list());
    await annul(world, wrong);
    await world.stream();
    expect(await world.list()).toMatchObject([{ state: 'given', closing: { because: 'annulled' }, givings: [{}] }]);
  });

  test('closes what is due of a former address, and of data that went after it', async () => {
    const world = await aWorldOfPartners();
    const [to, { contactId }] = [{ email: 'camille.durand@example.org' }, await world.known(CAMILLE)];
    await world.disclose(LIBRARY);
    const move = { action: 'change-address', contact: to, madeBy: 'person' };
    await world.post('change-person', move, { path: { contactId }, query: { advertiserId: ADVERTISER } });
    const { id } = await world.post('register-opposition', {
      ...{ ...world.of(to), via: 'phone', occurredAt: '2026-11-21T10:00:00Z' },
    });
    await world.disclose(TRAVEL, { contact: to, disclosedAt: '2026-11-22T10:00:00Z' });
    await world.stream();
    expect(await world.owed()).toHaveLength(2);
    await annul(world, id);
    await world.stream();
    expect(await world.owed()).toEqual([]);
  });
});

describe('aval passed-on --close', () => {
  const opposed = async () => {
    const world = await aWorldOfPartners();
    await world.disclose();
    await stop(world, { occurredAt: '2026-11-23T10:00:00Z' });
    await world.stream();
    const [due] = await world.list();
    const { aval } = await anOperator();
    const close = (more: readonly string[], partner = LIBRARY.siren) => aval(['--partner', partner, ...more]);
    return { ...world, aval, close, id: String(due?.id) };
  };
  const WHY = ['--because', 'disproportionate', '--reason', 'La société partenaire est liquidée.'];

  test('says of a partner that cannot be notified why, and rings no more', async () => {
    const { aval, close, id, list } = await opposed();
    expect((await close(['--close', id, ...WHY])).code).toBe(0);
    const closing = { because: 'disproportionate', reason: 'La société partenaire est liquidée.' };
    expect(await list()).toMatchObject([{ state: 'closed', closing, givings: [] }]);
    expect(await aval([], addDays(NOW, 8))).toMatchObject({ code: 0, text: 'Every partner was notified.\n' });
    await close(['--close', id, '--because', 'impossible', '--reason', 'Autre motif.']);
    expect(await list()).toMatchObject([{ state: 'closed', closing }]);
  });

  test('a way is found after all: the proof is recorded, and both are shown', async () => {
    const { close, give, id, list } = await opposed();
    await close(['--close', id, ...WHY]);
    await give([{ id }]);
    expect(await list()).toMatchObject([{ state: 'given', closing: { because: 'disproportionate' }, givings: [{}] }]);
  });

  test.each<[string, readonly string[], string]>([
    ['without a reason', ['--because', 'impossible'], '--reason'],
    ['with a reason of two lines', ['--because', 'impossible', '--reason', 'a\nb'], '--reason'],
    ['with another ground', ['--because', 'tiresome', '--reason', 'Trop long.'], '--because'],
    ['as annulled', ['--because', 'annulled', '--reason', 'Erreur.'], '--because'],
  ])('is refused %s', async (_what, more, option) => {
    const { close, id, owed } = await opposed();
    await expect(close(['--close', id, ...more])).rejects.toThrow(option);
    expect(await owed()).toHaveLength(1);
  });

  test('is refused of another partner, of one that was given, and of no notification', async () => {
    const { close, give, id, list } = await opposed();
    await expect(close(['--close', id, ...WHY], TRAVEL.siren)).rejects.toThrow('of this partner');
    await expect(close(['--close', 'x', ...WHY])).rejects.toThrow('--close');
    vi.setSystemTime(new Date(NOW));
    await give([{ id }]);
    await expect(close(['--close', id, ...WHY])).rejects.toThrow('was not given');
    expect(await list()).toMatchObject([{ state: 'given' }]);
  });
});
