import { describe, expect, test } from 'vitest';
import type { StageSettings } from '#infra/settings.ts';
import { type Deployment, deploymentOf, PRODUCTION, type Resource } from '../deployment.ts';

/** Who may send an SMS, and by what: codes of the preference centre and answers leave by the route of the settings, as all SMS do. */
interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
}
const roleOf = ({ id }: Resource) => id.replace(/role.*/, '');
/** The roles that have this right on anything that the text of its resources admits. */
const having = (deployment: Deployment, action: string, on: (resources: string) => boolean = () => true) =>
  deployment
    .policies()
    .filter((policy) =>
      policy.Properties.PolicyDocument.Statement.some(
        ({ Action, Resource: resources }: Statement) =>
          [Action].flat().includes(action) && on(JSON.stringify(resources ?? 'every telephone')),
      ),
    )
    .map(roleOf)
    .sort();
/** Bringing a reply to its topic sends nothing to a telephone. */
const toTelephones = (deployment: Deployment) =>
  having(deployment, 'sns:Publish', (resources) => !resources.includes('sms-replies'));
const readingProviderSecret = (deployment: Deployment) =>
  having(deployment, 'secretsmanager:GetSecretValue', (resources) => resources.includes('provider'));
const bySns = (deployment: Deployment) => having(deployment, 'sms-voice:SendTextMessage', (on) => on === '"*"');

const PROVIDERS = {
  smsmode: { routes: { sms: 'smsmode' } },
  vonage: { routes: { sms: 'vonage' }, vonage: { applicationId: '3f0e1b53-6a2c-4c1e-9d0f-0a1b2c3d4e5f' } },
  https: {
    routes: { sms: 'https' },
    provider: { url: 'https://texts.example.fr/messages', answers: ['reply'] },
  },
} as const satisfies Record<string, StageSettings>;
const SENDING = ['applysmsreply', 'sendchunk', 'sendmessage', 'usepreferencecentre'];

describe('a stage whose SMS leave by a provider outside AWS', () => {
  test.each(Object.entries(PROVIDERS))('by %s: nobody may send one by AWS', (_, own) => {
    const deployment = deploymentOf('production', { ...PRODUCTION, ...own });
    expect(toTelephones(deployment)).toEqual([]);
    expect(having(deployment, 'sms-voice:SendTextMessage')).toEqual([]);
    expect(readingProviderSecret(deployment)).toEqual(expect.arrayContaining(SENDING));
    const answering = deployment
      .all('AWS::Lambda::Function')
      .filter(({ Properties }) => /use-preference-centre$|apply-sms-reply$/.test(Properties.FunctionName ?? ''));
    expect(answering).toHaveLength(2);
    for (const { Properties } of answering)
      expect(JSON.stringify(Properties.Environment.Variables.PROVIDER_ROUTE)).toContain(own.routes.sms);
  });
});

test('a stage whose SMS leave by End User Messaging lets nobody send one by SNS', () => {
  const deployment = deploymentOf('production', {
    ...PRODUCTION,
    routes: { sms: 'end-user-messaging' },
    endUserMessaging: { origination: ['MAISONVALMY'] },
  });
  expect([toTelephones(deployment), bySns(deployment)]).toEqual([[], []]);
});

test('a stage whose SMS leave by SNS gives what sends codes and answers no secret of a provider', () => {
  const deployment = deploymentOf('production', PRODUCTION);
  expect([toTelephones(deployment), bySns(deployment)]).toEqual([SENDING, SENDING]);
  const reading = readingProviderSecret(deployment);
  for (const role of ['applysmsreply', 'usepreferencecentre']) expect(reading).not.toContain(role);
});
