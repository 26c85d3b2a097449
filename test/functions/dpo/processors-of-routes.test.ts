import { describe, expect, test } from 'vitest';
import { CAPABILITIES, capabilityOf } from '#functions/manifest/routes/capabilities.ts';
import type { Capability } from '#functions/manifest/routes/capability.ts';
import { configOf } from '#infra/config.ts';
import type { StageSettings } from '#infra/settings.ts';
import type { Language } from '#shared/domain/processing/said.ts';
import { writeRegister } from '../../../cli/commands/register.ts';
import { tableOfWorld } from '../audience/stored.ts';
import { aWorld } from '../support/api.ts';

/** What the settings say of each route, who takes what leaves by it, and what must be said of that. */
const ROUTES: Readonly<
  Record<Capability['route'], { readonly own: StageSettings; readonly says: readonly [RegExp, ...RegExp[]] }>
> = {
  ses: { own: {}, says: [/Amazon SES/, /adresses bloquées/, /eu-west-3/] },
  sns: { own: {}, says: [/Amazon SNS/, /numéros qui se sont opposés/, /pour une semaine/, /eu-west-3/] },
  'end-user-messaging': {
    own: { endUserMessaging: { origination: ['MAISONVALMY'] } },
    says: [/AWS End User Messaging/, /numéros qui se sont opposés/],
  },
  https: {
    own: { provider: { url: 'https://messages.prestataire.example/v1', answers: [] } },
    says: [/prestataire que l’annonceur a choisi \(messages\.prestataire\.example\)/, /quittent l’Union/, /compléter/],
  },
  vonage: {
    own: { vonage: { applicationId: 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab' } },
    says: [/Vonage/, /\*\*Transfert\*\* non exclu/, /compléter/],
  },
  smsmode: { own: {}, says: [/smsmode \(Calade Technologies/, /en France/, /compléter/] },
  'spot-hit': { own: {}, says: [/Spot-Hit/, /numéros qui se sont opposés/, /compléter/] },
  connect: {
    own: {
      region: 'eu-central-1',
      connect: {
        instanceArn: 'arn:aws:connect:eu-central-1:111122223333:instance/12345678-1234-1234-1234-123456789012',
        numbers: ['+33162000000'],
      },
    },
    says: [/Amazon Connect/, /24 mois/, /eu-central-1/],
  },
};
const stageOf = (own: StageSettings) => configOf('dev', { stages: { dev: own } });
const rowsOf = async (own: StageSettings, language: Language = 'fr') => {
  const now = '2026-11-24T10:00:00.000Z';
  const text = await writeRegister(tableOfWorld(), stageOf(own), { language }, now);
  return text.split('\n').filter((line) => /^\| (?:`|plus rien|nothing)/.test(line));
};

describe('who processes what leaves by a route (GDPR art. 28)', () => {
  test.each(CAPABILITIES)('$channel by $route', async ({ channel, route }) => {
    await aWorld();
    const { says, own: stated } = ROUTES[route];
    const answers = [capabilityOf(route, channel)?.answers.by] as ('reply' | 'key-press')[];
    const own = stated.provider === undefined ? stated : { provider: { ...stated.provider, answers } };
    const routes = { [channel]: route } as StageSettings['routes'];
    const rows = await rowsOf({ ...own, routes });
    const row = rows.filter((each) => each.includes(`\`${channel}\``));
    expect(row).toHaveLength(1);
    for (const said of says) expect(row[0]).toMatch(said);
    // Nobody else is named but who takes mail and SMS where nothing else does.
    expect(rows.length).toBe(new Set(['ses', ...(channel === 'sms' ? [] : ['sns']), route]).size);
    const [english] = (await rowsOf({ ...own, routes }, 'en')).filter((each) => each.includes(`\`${channel}\``));
    expect(english).not.toMatch(/numéro|durée|contrat\b|choisi/);
  });

  test('a service that is ending is named for as long as the settings have it', async () => {
    await aWorld();
    const connect = { ...ROUTES.connect.own.connect, isEnding: true } as StageSettings['connect'];
    const rows = await rowsOf({ region: 'eu-central-1', connect });
    expect(rows.filter((row) => row.startsWith('| plus rien n’en part | Amazon Connect'))).toHaveLength(1);
  });

  test('providers and copies of before are named where the settings name them, until they are taken off', async () => {
    await aWorld();
    const providers = ['vonage', 'https://ancien.example/v1'] as ['vonage', string];
    const own: StageSettings = { formerly: { providers, journalRegions: ['eu-north-1'] } };
    expect((await rowsOf(own)).filter((row) => row.startsWith('| plus rien n’en part'))).toEqual([
      expect.stringContaining('| Vonage |'),
      expect.stringContaining('(ancien.example)'),
    ]);
    expect((await rowsOf({ ...own, routes: { sms: 'vonage' }, ...ROUTES.vonage.own })).join('\n')).not.toMatch(
      /plus rien n’en part \| Vonage/,
    );
    expect(() => stageOf({ formerly: { providers: ['pigeon'] } } as never)).toThrow(/formerly\.providers/);
  });
});
