import type { APIGatewayProxyEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifest } from '#functions/manifest.ts';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { advertiserListOf } from '#shared/adapters/dynamodb/settings/advertiser-list.ts';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import type { AdvertiserList } from '#shared/app/oppositions/advertiser-list.port.ts';
import { opposeByAddress } from '#shared/app/oppositions/oppose-by-address.ts';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { openPage } from '#shared/edge/public/open.ts';
import { addressForm, typedOppositionRecorded } from '#shared/pages/address-form.ts';
import { noPause, TEST_SECRET } from '#test/support/aws.ts';
import { anAdvertiser, NOW } from '#test/support/builders.ts';
import { type LinkWorld, startLinkWorld } from '#test/support/link-world.ts';
import { sirenFrom } from '../acceptance/identity.ts';

let world: LinkWorld;
let table: Table;
const fingerprints = fingerprintsOf(TEST_SECRET);
const OTHER = 'domaine-morel' as AdvertiserId;

beforeAll(async () => {
  world = await startLinkWorld();
  table = world.table;
  for (const name of ['STAGE', 'TABLE_NAME', 'FINGERPRINT_SECRET_ID', 'DATA_SECRET_ID']) process.env[name] = 'test';
  const { advertiserId: _a, settingsVersion: _v, recordedAt: _r, ...settings } = anAdvertiser();
  const other = {
    ...settings,
    legalName: 'Domaine Morel SCEA',
    tradeNames: ['L’Épicerie Morel'],
    siren: sirenFrom('10000042'),
  };
  await advertisersOf({ ...table, clock: world.clock }).put(admit(OTHER), AdvertiserSettings.parse(other), NOW);
});
afterAll(() => world.close());

const posting = (advertiserList: AdvertiserList = advertiserListOf(table)) =>
  openPage(manifest['oppose-by-address'], () => async ({ language, typed, receivedSha256 }) => {
    const { ledger, advertisers, clock } = world;
    const ports = { ledger, advertisers, advertiserList, fingerprints, clock, pause: noPause };
    const form = { address: typed('address'), sender: typed('sender') };
    const isRecorded = await opposeByAddress(ports, { ...form, receivedSha256 });
    return isRecorded ? typedOppositionRecorded(language) : addressForm(language, form);
  });

const post = (fields: Record<string, string>, list?: AdvertiserList) =>
  posting(list)({
    httpMethod: 'POST',
    path: '/o',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'fr' },
    body: new URLSearchParams(fields).toString(),
    isBase64Encoded: false,
    requestContext: { requestId: 'test' },
  } as unknown as APIGatewayProxyEvent);

const oppositionsAt = async (advertiserId: AdvertiserId, kind: 'email' | 'phone', value: string) => {
  const contactId = fingerprints.contactIdOf(advertiserId, { kind, value });
  return (await world.ledger.readStanding(admit(advertiserId), contactId))?.oppositions ?? [];
};
const ours = () => world.access.advertiserId;

describe('an address typed on the page', () => {
  test('is opposed at every advertiser when no name is typed, on every channel that reaches it', async () => {
    const answer = await post({ address: 'rose@example.fr', sender: '' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Votre opposition est enregistrée');
    for (const advertiserId of [ours(), OTHER])
      expect(await oppositionsAt(advertiserId, 'email', 'rose@example.fr')).toMatchObject([
        { via: 'typed-address', of: { scope: 'channel', channels: ['email'] }, coversRelational: true },
      ]);
  });

  test('is opposed at the advertiser named alone, whatever accents, case and words beside the name', async () => {
    expect((await post({ address: '06 11 22 33 44', sender: 'epicerie MOREL (Lyon)' })).statusCode).toBe(200);
    const [opposition] = await oppositionsAt(OTHER, 'phone', '+33611223344');
    const channels = expect.arrayContaining(['sms', 'mms', 'automated-call']);
    expect(opposition?.of).toEqual({ scope: 'channel', channels });
    expect(await oppositionsAt(ours(), 'phone', '+33611223344')).toEqual([]);
  });

  test('is opposed at all where nobody goes by the name: a mistyped name loses no opposition', async () => {
    await post({ address: 'lise@example.fr', sender: 'Moral' });
    expect(await oppositionsAt(OTHER, 'email', 'lise@example.fr')).toHaveLength(1);
    expect(await oppositionsAt(ours(), 'email', 'lise@example.fr')).toHaveLength(1);
  });

  test('gives the same answer whether anybody knows the address or the name', async () => {
    const answers = [
      await post({ address: 'rose@example.fr', sender: 'Morel' }),
      await post({ address: 'nobody-knows@example.fr', sender: 'Nobody at all' }),
    ];
    expect(answers[0]).toEqual(answers[1]);
  });

  test('sent twice is one opposition', async () => {
    for (const _ of [1, 2]) await post({ address: 'twice@example.fr' });
    expect(await oppositionsAt(OTHER, 'email', 'twice@example.fr')).toHaveLength(1);
  });

  test('that is no address is 422, given back to be corrected, escaped', async () => {
    const answer = await post({ address: '"><b>rose', sender: '<i>' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Rien n&#8217;a été enregistré.');
    expect(answer.body).toContain('value="&quot;&gt;&lt;b&gt;rose"');
    expect(answer.body).not.toContain('<b>');
  });

  test('is 503 with what was typed, to be sent again, while the store cannot be read', async () => {
    const answer = await post(
      { address: 'rose@example.fr' },
      { all: () => Promise.reject(dependencyUnavailable('x')) },
    );
    expect(answer.statusCode).toBe(503);
    expect(answer.headers?.['retry-after']).toBeDefined();
    expect(answer.body).toContain('name="address" value="rose@example.fr"');
  });
});
