import type { Settings } from '#infra/settings.ts';

const ACCOUNT = 'eu-central-1:111122223333';
const ID = '12345678-1234-4234-8234-123456789012';

/** What of a stage the example of the documentation leaves out: each channel by another route, mails that oppose, and what is adopted. */
export const everythingOf = ({ stages: { production } }: Settings): Settings => ({
  stages: {
    production: {
      ...production,
      region: 'eu-central-1',
      journalReplica: { region: 'eu-west-3' },
      routes: { sms: 'vonage', mms: 'spot-hit', 'automated-call': 'connect' },
      vonage: { applicationId: ID },
      spotHit: {},
      connect: { instanceArn: `arn:aws:connect:${ACCOUNT}:instance/${ID}`, numbers: ['+33162000000'] },
      templateReader: { model: 'eu.amazon.nova-pro-v1:0' },
      endUserMessaging: { origination: [`pool-${'0'.repeat(32)}`], countries: ['FR'], isEnding: true },
      inbox: { domain: 'non.example.fr', replies: 'reponses.example.fr', ruleSet: 'ours', after: 'last' },
      adopt: {
        keyArn: `arn:aws:kms:${ACCOUNT}:key/${ID}`,
        contentBucket: 'contents-of-a-former-stack',
        tokenSecretArn: `arn:aws:secretsmanager:${ACCOUNT}:secret:Token-AbCdEf`,
        publicDomainTarget: 'd-abc123.execute-api.eu-central-1.amazonaws.com',
        logGroups: ['/aval/production/send-message'],
      },
      prices: { smsSegmentUsd: 0.08, emailThousandUsd: 0.1 },
    },
  },
});
