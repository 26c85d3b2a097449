import { z } from 'zod';

const arnOf = (service: string, what: string) =>
  z.string().regex(new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]+:\\d{12}:\\S+$`), `not ${what}`);
const secretArn = arnOf('secretsmanager', 'the ARN of a secret');
const domainTarget = z
  .string()
  .regex(/^d-[a-z0-9]+\.execute-api\.[a-z0-9-]+\.amazonaws\.(?:com|eu)$/, 'not the target of a domain of API Gateway');
const bucketName = z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'not the name of a bucket');

/** What is used as it is, in place of a resource of the stacks. */
export const Adopt = z.strictObject({
  table: z
    .strictObject({
      arn: arnOf('dynamodb', 'the ARN of a table').describe('The ARN of the table.'),
      streamArn: arnOf('dynamodb', 'the ARN of a stream of a table').describe(
        'The ARN of its stream, of new and old images.',
      ),
      restoredTo: z.iso
        .datetime('not an instant such as `2026-11-27T09:30:00Z`')
        .optional()
        .describe(
          'The instant that it was restored to, in UTC. A message that it had then may have left since: it is never handed over again. Absent: nothing was written after it was left behind.',
        ),
    })
    .optional()
    .describe(
      'A table that was restored, or that a former stack left behind. Nothing leaves until it has what the journal holds: `npm run aval -- restore`.',
    ),
  keyArn: arnOf('kms', 'the ARN of a key').optional().describe('The key under which all of it is encrypted.'),
  proofKeyArn: arnOf('kms', 'the ARN of a key')
    .optional()
    .describe(
      'The key of the archive, of what was sent and of former events: without it no proof from before can be read.',
    ),
  contentBucket: bucketName.optional().describe('The bucket of contents.'),
  journalBucket: bucketName.optional().describe('The bucket of the journal.'),
  fingerprintSecretArn: secretArn.optional().describe('The secret by which contacts are known by their addresses.'),
  tokenSecretArn: secretArn.optional().describe('The secret of the links in messages.'),
  dataSecretArn: secretArn.optional().describe('The secret under which addresses and values are encrypted.'),
  rootKeySecretArn: secretArn.optional().describe('The secret of the root API key.'),
  providerSecretArn: secretArn
    .optional()
    .describe(
      'The secret of the providers that messages leave by: without it they are asked with no credentials, and their reports are refused.',
    ),
  publicDomainTarget: domainTarget.optional().describe('Where the CNAME of `publicDomain.host` leads.'),
  apiDomainTarget: domainTarget.optional().describe('Where the CNAME of `apiDomain.host` leads.'),
  logGroups: z
    .array(z.string().regex(/^\/aval\/[\w./-]+$/, 'a log group of Aval is named `/aval/<stage>/…`'))
    .optional()
    .describe('The names of log groups that are there already.'),
});
