import { expect, test, vi } from 'vitest';
import { startCold } from '../support/cold-start.ts';
import { aWorldToExport, CAMILLE } from './exported-world.ts';

test('art. 15, § 1, c and § 2: the file names each provider of the settings, and the Region that the journal is copied to', async () => {
  const world = await aWorldToExport();
  const before = await world.exported(CAMILLE);
  expect(JSON.parse(before.json).access.information.providers).toEqual([]);
  expect(before.html).not.toContain('Prestataires d');

  const routes = [
    { name: 'spot-hit', url: 'https://www.spot-hit.fr', channels: ['mms'], answers: ['reply'], mediaBytes: 300_000 },
    {
      name: 'https',
      url: 'https://sms.prestataire.example/v1',
      channels: ['sms'],
      answers: ['reply'],
      signedBy: 'hmac',
    },
    { name: 'connect', channels: ['automated-call'], answers: ['key-press'] },
  ].map((route) => ({ ...route, requestsPerSecond: 1, ...(route.name === 'https' ? { mediaBytes: 300_000 } : {}) }));
  vi.stubEnv('PROVIDER_ROUTE', JSON.stringify(routes));
  vi.stubEnv('JOURNAL_REPLICA', 'eu-central-1 aval-production-journal-111122223333-eu-central-1');
  const formerly = { providers: ['vonage', 'https://ancien.example/v1'], journalRegions: ['eu-north-1'] };
  vi.stubEnv('FORMERLY', JSON.stringify(formerly));
  startCold();
  const { json, html } = await world.exported(CAMILLE);
  const { providers, transfer, services } = JSON.parse(json).access.information;
  expect(
    providers.map(({ channels, name }: { channels: unknown; name: { fr: string } }) => [channels, name.fr]),
  ).toEqual([
    [['mms'], expect.stringContaining('Spot-Hit')],
    [['sms'], expect.stringContaining('sms.prestataire.example')],
    [['automated-call'], expect.stringContaining('Amazon Connect')],
    [[], 'Vonage'],
    [[], expect.stringContaining('ancien.example')],
  ]);
  expect(transfer.fr).toMatch(/eu-west-3.*eu-central-1.*eu-north-1/);
  expect(transfer.fr).not.toContain('restent');
  const logs = services.find(({ name }: { name: string }) => name === 'Amazon CloudWatch');
  expect(logs.does.fr).toContain('leurs numéros pendant une semaine');
  for (const said of [
    'Prestataires d',
    'Spot-Hit',
    'sms.prestataire.example',
    '24 mois',
    'les données quittent',
    'il peut encore conserver des données de messages antérieurs',
  ])
    expect(html).toContain(said);
}, 60_000);
