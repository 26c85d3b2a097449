import { describe, expect, test } from 'vitest';
import { configOf } from '#infra/config.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { ACTIVITIES } from '#shared/domain/processing/activities.ts';
import { transferOf } from '#shared/domain/processing/processors.ts';
import { REGISTER } from '#shared/domain/retention/register.ts';
import { writeRegister } from '../../../cli/commands/register.ts';
import { tableOfWorld } from '../audience/stored.ts';
import { aFilledWorld } from '../retention/filled-world.ts';
import { ADVERTISER } from '../support/api.ts';

const NOW = '2026-11-24T10:00:00.000Z';
const inFrench = { language: 'fr', only: AdvertiserId.parse(ADVERTISER) } as const;
const written = (config = configOf('dev', undefined)) => writeRegister(tableOfWorld(), config, inFrench, NOW);

/** Every entry of art. 30, § 1 GDPR, in the words of the record. */
const OF_ARTICLE_30 = [
  ...['Responsable du traitement', 'Finalité', 'Personnes concernées', 'Catégories de données', 'Destinataires'],
  ...['Transferts hors de l’Union', 'Durées de conservation', 'Mesures de sécurité'],
];

describe('npm run aval -- register', () => {
  test('has what art. 30 asks, of the advertiser in force, with its keys and its terms', async () => {
    const world = await aFilledWorld();
    const text = await written();
    for (const entry of [...OF_ARTICLE_30, 'Maison Valmy SAS', '552100554', '12 rue des Vignes', 'Amazon DynamoDB'])
      expect(text).toContain(entry);
    expect(text).toContain('3 ans après le dernier acte du prospect');
    expect(text).toMatch(/Applications qui y ont accès.*\(.*consents:write/);
    expect(text).not.toContain('undefined');

    const formerly = { journalRegions: ['eu-north-1'] };
    expect(text).not.toContain('copies antérieures');
    expect(await written(configOf('dev', { stages: { dev: { formerly } } }))).toContain(
      'Des copies antérieures du journal des oppositions sont encore dans eu-north-1',
    );

    const departure = {
      customerYears: 5,
      justification: 'Garantie de cinq ans.',
      decidedBy: 'C. Petit',
      decidedOn: '2026-11-02',
    };
    const retention = { prospectYears: 2, customerYears: 3, proofYears: 4, valuesMonths: 6, departure };
    const put = await world.call('patch-advertiser', { path: { advertiserId: ADVERTISER }, body: { retention } });
    expect([put.status, put.text]).toEqual([200, expect.any(String)]);
    const after = await written();
    expect(after).toContain('2 ans après le dernier acte du prospect ; 5 ans après la fin de la relation');
    expect(after).toContain('« Garantie de cinq ans. » (C. Petit, 2026-11-02)');
    expect(after).toContain('4 ans après le départ');
    expect(after).toContain('Adresse et valeurs insérées : 6 mois');
  });

  test('in English it says the same, and no French', async () => {
    await aFilledWorld();
    const text = await writeRegister(tableOfWorld(), configOf('dev', undefined), { ...inFrench, language: 'en' }, NOW);
    expect(text).toContain('Record of processing activities');
    expect(text.match(/^#+ /gm)?.length).toBe((await written()).match(/^#+ /gm)?.length);
    expect(text).not.toMatch(/\b(?:Finalité|Durées|données|Personnes)\b/);
  });

  test('whatever is stored and says something of a person is in one activity, and nothing else', () => {
    const kinds = Object.values(REGISTER).flat();
    const ofPersons = kinds.filter(({ holds }) => !holds.startsWith('Nothing of a person')).map(({ kind }) => kind);
    expect(ofPersons.length).toBeGreaterThan(30);
    expect(ACTIVITIES.flatMap((activity) => activity.kinds).toSorted()).toEqual(ofPersons.toSorted());
  });

  test('each kind of data is where the record says: numbers in logs of SMS, the journal in a second Region', async () => {
    await aFilledWorld();
    const text = await written();
    expect(text).toContain('leurs numéros pendant une semaine');
    expect(text).not.toContain('Les données restent');
    const copied = await written(configOf('dev', { stages: { dev: { journalReplica: { region: 'eu-north-1' } } } }));
    const transfers = copied.split('\n').find((line) => line.includes('Transferts hors de l’Union')) ?? '';
    expect(transfers).toMatch(/Région AWS eu-west-3, .* copie du journal .* Région AWS eu-north-1, dans l’Union/);
    expect(text).not.toContain('eu-north-1');
  });

  test('a Region outside of the European Economic Area is a transfer, and said to be one', () => {
    expect(transferOf('eu-west-3').fr).not.toContain('Transfert');
    expect(transferOf('eu-west-2').fr).toContain('adéquation');
    expect(transferOf('us-east-1').fr).toContain('RGPD, art. 46 à 49');
  });
});
