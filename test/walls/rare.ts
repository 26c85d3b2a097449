import type { Model } from '#local/template/model.ts';
import { type Atom, atomOf, tableAtom } from './atoms.ts';

/** What a function needs in a branch that neither a journey nor a function test brings about under its own name. */
interface Rare {
  readonly of: readonly string[];
  /** Each as `<action> <name or logical id of the resource>`, of objects with their folder, of a tenant `tenant/<name>`; of the table, `<action> <partition>`. */
  readonly needs: readonly string[];
  /** Why it is needed all the same. */
  readonly why: string;
  /** Recorded at times alone: on a busy machine, where messages are handed off late or a call is cut short, or where a number of overseas is in what is drawn. This row is never stale. */
  readonly byTime?: true;
  /** Where that is seen to happen. */
  readonly seen: string;
}

/** A batch and the route that does one of its items: one use case, so the batch needs what the other was seen to need. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  'declare-contacts': ['declare-contact'],
  'record-activities': ['record-activity'],
  'record-consents': ['record-consent'],
  'record-sales': ['record-sale'],
  'register-oppositions': ['register-opposition'],
  // An answer that erases.
  'answer-request': ['erase-contact'],
  // And a worker that does what four routes do, without the key of a caller.
  'apply-event': ['accept-messages', 'create-campaign', 'record-consent', 'register-opposition'],
};

const of = (action: string, ...where: readonly string[]) => where.map((each) => `${action} ${each}`);

/** Who encrypts what it keeps, and who opens what is encrypted. */
const ENCRYPTING = [
  ...['declare-contact', 'declare-contacts', 'record-consent', 'record-consents', 'record-sale', 'record-sales'],
  ...['record-activity', 'record-activities', 'accept-messages', 'test-template-version', 'use-preference-centre'],
  ...[
    'apply-event',
    'sweep',
    'redrive',
    'begin-import',
    'run-job',
    'change-person',
    'record-request',
    'answer-request',
  ],
];
const DECRYPTING = [
  ...ENCRYPTING.filter((name) => name !== 'record-sale'),
  ...['preview-template-version', 'look-up-contact', 'get-contact', 'oppose-by-link', 'send-message'],
  ...[
    'send-chunk',
    'apply-sms-reply',
    'apply-email-feedback',
    'reconcile-suppressions',
    'list-requests',
    'get-request',
  ],
  ...['erase-contact', 'receive-provider-report', 'show-sent-message', 'apply-opposition-mail', 'list-reviews'],
];

/** The stated table. A row that was recorded after all must go: the test says so. */
export const RARE: readonly Rare[] = [
  {
    of: [
      ...['oppose-by-address', 'apply-email-feedback', 'apply-opposition-mail', 'reconcile-suppressions'],
      ...['use-preference-centre', 'receive-provider-report'],
    ],
    needs: ['dynamodb:GetItem PERSON#*', 'dynamodb:PutItem PERSON#*'],
    why: 'The contact is linked to others of one human: the opposition is written to each (D1).',
    seen: 'register-opposition, recorded: registerOpposition is one',
  },
  {
    of: [
      ...['oppose-by-address', 'apply-email-feedback', 'apply-opposition-mail', 'apply-sms-reply'],
      'reconcile-suppressions',
      ...['erase-contact', 'run-job', 'record-request', 'answer-request', 'use-preference-centre', 'change-person'],
      'receive-provider-report',
    ],
    needs: ['dynamodb:UpdateItem PERSON#*'],
    why: 'The person cannot be read: the opposition is written beside what is stored of it.',
    seen: 'test/functions/oppositions/damaged-contacts.test.ts, by other routes: registerOpposition is one',
  },
  {
    of: [
      ...['declare-contact', 'record-consent', 'record-sale', 'record-activity', 'register-opposition'],
      ...['oppose-by-address', 'apply-sms-reply', 'reconcile-suppressions', 'run-job', 'record-request'],
      ...['change-person', 'use-preference-centre', 'apply-opposition-mail'],
    ],
    needs: ['dynamodb:ConditionCheckItem CONTACT#*'],
    byTime: true,
    why: 'Two keys of fingerprints are known, or a number of overseas has two spellings: a new contact is stored where its address is none under the other name.',
    seen: 'test/races/rotation/creation.test.ts',
  },
  {
    of: ['use-preference-centre'],
    needs: ['dynamodb:GetItem CAMPAIGN#*', 'dynamodb:GetItem TEMPLATES#*'],
    why: 'The message was of a campaign, or made from a template: its class says whether relational ones stop, too.',
    seen: 'oppose-by-link, recorded: opposeByLink is one',
  },
  {
    of: ['oppose-by-link', 'apply-email-feedback'],
    needs: ['secretsmanager:GetSecretValue DataSecret'],
    why: 'Two keys of fingerprints are known: the address of the message is decrypted, to find its contact.',
    seen: 'test/races/rotation/rotation.test.ts',
  },
  {
    of: DECRYPTING,
    needs: ['dynamodb:GetItem ADVERTISERKEY#*'],
    why: 'Advertisers have keys of their own: the stacks that are recorded begin with derived ones, as a deployment does.',
    seen: 'test/contract/keys/advertiser-keys.test.ts and test/races/rotation/rotation.test.ts',
  },
  {
    of: ENCRYPTING,
    needs: ['dynamodb:PutItem ADVERTISERKEY#*'],
    why: 'The same, and whoever needs the key of an advertiser first makes it: chance says which function that is.',
    seen: 'test/contract/keys/advertiser-keys.test.ts',
  },
  {
    of: ['reconcile-suppressions', 'answer-request', 'erase-contact'],
    needs: ['dynamodb:Query ADVERTISERKEY#*'],
    why: 'A message was accepted after an erasure that was not at its end: is its key the one that was destroyed?',
    seen: 'test/unit/app/finish-erasures.test.ts: tracesOf is one',
  },
  {
    of: ['apply-sms-reply'],
    needs: ['secretsmanager:GetSecretValue TokenSecret'],
    why: 'The answer to CONTACT leaves by a provider outside AWS, which is given a link for its reports.',
    seen: 'test/functions/oppositions/providers/contact-by-route.test.ts, with secrets of its own',
  },
  {
    of: ['apply-sms-reply'],
    needs: ['sns:Publish sms-replies'],
    why: 'A reply is for more than 200 advertisers of one code: parts of it are put on the topic, and come by themselves.',
    seen: 'test/functions/oppositions/replies/one-code-of-ten-thousand.test.ts and stop-confirmation-worker.test.ts, over a topic in memory',
  },
  {
    of: ['decide-review'],
    needs: ['dynamodb:GetItem PERSON#*', 'dynamodb:PutItem PERSON#*'],
    why: 'The opposition of a doubtful reply was written to all contacts of one human, and is lifted at each.',
    seen: 'annul-record, recorded: annulRecord is one',
  },
  {
    of: ['redrive'],
    needs: [
      ...of('dynamodb:PutItem', 'PARTNERS#*', 'NOTIFICATIONS#*'),
      ...['dynamodb:GetItem PARTNERS#*', 'dynamodb:DeleteItem NOTIFICATIONS#*'],
    ],
    why: 'An event was parked that the partners of a contact must be told of: that is made due, or closed, when it goes back.',
    seen: 'outbox, recorded: publishChange is one',
  },
  {
    of: ['begin-import'],
    needs: ['secretsmanager:GetSecretValue DataSecret'],
    why: 'A list of oppositions comes with a shared key, which is sealed.',
    seen: 'test/functions/imports/fingerprints.test.ts, over a table in memory',
  },
  {
    of: ['declare-contact', 'change-person'],
    needs: ['dynamodb:ConditionCheckItem PERSON#*'],
    why: 'The same of a new person, whose name is made by a key as well.',
    seen: 'test/races/rotation/creation.test.ts',
  },
  {
    of: ['accept-messages'],
    needs: ['dynamodb:Query CONTACT#*'],
    byTime: true,
    why: 'Two keys of fingerprints are known, or a number of overseas has two spellings: the contact is looked for under each name.',
    seen: 'test/races/rotation/creation.test.ts',
  },
  {
    of: ['dispatch-campaigns'],
    needs: ['ses:GetTenant tenant/aval-local_*'],
    why: 'SES refused whatever came to it of a campaign: whether it stopped its advertiser is read. SES of the local stack stops nobody.',
    seen: 'test/functions/campaigns/held/asked-of-a-tenant.test.ts, of a stand-in for SES',
  },
  {
    of: ['apply-email-feedback'],
    needs: ['dynamodb:PutItem REVIEWS#*', 'dynamodb:UpdateItem REVIEWS#*'],
    why: 'A complaint of a message from a template opens the review of the template.',
    seen: 'register-opposition, recorded: complainOfTemplate is one',
  },
  {
    of: ['redrive'],
    needs: ['sqs:DeleteMessage opposition-mails-dlq'],
    why: 'A mail that opposes was given up, and is put back.',
    seen: 'test/functions/parked.test.ts: each queue',
  },
  {
    of: ['reconcile-suppressions'],
    needs: ['secretsmanager:GetSecretValue ProviderSecret'],
    why: 'MMS leave by Spot-Hit: its list of STOP is read by the key of its account. No stack that is recorded has such a route.',
    seen: 'test/functions/oppositions/providers/spot-hit-stops.test.ts, with a key in hand',
  },
  {
    of: ['redrive'],
    needs: ['dynamodb:DeleteItem CONTACT#*'],
    why: 'A change was parked, and the contact expired before it went back: its attributes go.',
    seen: 'project, recorded: projectContact is one',
  },
  {
    of: ['redrive'],
    needs: ['dynamodb:GetItem HALTS'],
    why: 'A halt was stored while the bus was away for so long that the change was parked.',
    seen: 'test/functions/parked.test.ts: each kind of change',
  },
  {
    of: ['reconcile-suppressions'],
    needs: [
      ...of('s3:GetObject', 'Uploads/reports/*'),
      ...of('s3:DeleteObjectVersion', 'Uploads/reports/*'),
      's3:ListBucket Uploads',
    ],
    byTime: true,
    why: 'Files were made to answer the person who is erased: they go at once, or here where the answer was cut short.',
    seen: 'answer-request, in test/journeys/rights/exported.test.ts: removedFilesOf is one',
  },
  {
    of: ['run-job'],
    needs: ['s3:DeleteObjectVersion Uploads/reports/*'],
    why: 'A contact was erased while its files were made.',
    seen: 'test/functions/rights/export-files.test.ts',
  },
  {
    of: ['run-job'],
    needs: ['sqs:SendMessage jobs'],
    why: 'A file takes longer than one run: what is left of it is put on the queue.',
    seen: 'test/unit/app/jobs/run-job.test.ts',
  },
  {
    of: ['show-sent-message', 'run-job'],
    needs: ['s3:GetObject Contents/values/*'],
    why: 'The message was of a campaign: what it said of its reader alone is in the object of its chunk.',
    seen: 'test/functions/retention/sent-to-recipients.test.ts and rights/exports.test.ts, by an S3 server that records nothing',
  },
  {
    of: ['restore'],
    needs: ['dynamodb:PutItem DUE#*'],
    why: 'A contact that was erased after the copy was made is erased again, and the rest of it removed by the clock.',
    seen: 'test/functions/restore/restored-erasure.test.ts',
  },
  {
    of: ['restore'],
    needs: ['dynamodb:GetItem PERSON#*', 'dynamodb:PutItem PERSON#*'],
    why: 'What is replayed speaks for the whole person: it is written to each of their contacts (D1).',
    seen: 'register-opposition, recorded: spread is one',
  },
  {
    of: ['restore'],
    needs: ['dynamodb:GetItem ADVERTISER#*'],
    why: 'A consent that is ended leaves no opposition: when the standing ends follows from the settings.',
    seen: 'invalidate-consent, recorded: appendToLedger is one; test/functions/restore/restore.test.ts',
  },
  {
    of: ['send-message', 'send-chunk'],
    needs: ['ses:SendEmail', 'ses:CreateTenantResourceAssociation'].flatMap((action) =>
      of(action, '300s', '3600s', '14400s'),
    ),
    byTime: true,
    why: 'How long a message is still valid says by which configuration set it leaves.',
    seen: 'test/unit/adapters, configurationSetsOf',
  },
  {
    of: ['use-preference-centre'],
    needs: [
      ...of('ses:SendEmail', '3600s', '14400s'),
      ...of('ses:CreateTenantResourceAssociation', '3600s', '14400s', '50400s'),
    ],
    why: 'Whoever sends mail has one list of configuration sets; a code, valid for minutes, leaves by the first of them, and what says that a request is recorded by the last.',
    seen: 'test/unit/adapters, configurationSetsOf',
  },
  {
    of: ['use-preference-centre'],
    needs: ['dynamodb:GetItem REVIEWS#*'],
    why: 'The wording of a form of the centre is unclear: what a human decided of it is read.',
    seen: 'record-consent, recorded: withDecisions is one; that it is asked, test/functions/centre/agree.test.ts',
  },
  {
    of: ['send-chunk'],
    needs: ['dynamodb:PutItem REVIEWS#*'],
    why: 'A recipient waits for a human: the cause is opened.',
    seen: 'send-message, recorded: the steps and the store of reviews are one',
  },
  {
    of: ['send-chunk'],
    needs: [
      ...of('dynamodb:GetItem', 'REQUEST#*', 'MESSAGE#*'),
      ...of('dynamodb:PutItem', 'CONTACT#*', 'REQUEST#*'),
      'secretsmanager:GetSecretValue FingerprintSecret',
    ],
    why: 'The provider says that a recipient opted out: the opposition is registered.',
    seen: 'send-message, recorded: sendOnce is one; test/functions/oppositions/opted-out.test.ts',
  },
  {
    of: ['send-message', 'send-chunk'],
    needs: [
      ...of('dynamodb:GetItem', 'PERSON#*'),
      ...of('dynamodb:PutItem', 'PERSON#*'),
      ...of('dynamodb:UpdateItem', 'PERSON#*'),
    ],
    why: 'The contact that opted out is linked to others of one human: the opposition is written to each (D1), beside what of it cannot be read.',
    seen: 'register-opposition, recorded: registerOpposition is one',
  },
];

/** The ARN of the one resource of this service with this name, or whose logical id begins so. */
const arnOf = (model: Model, service: string, name: string): string => {
  const found = model.resources.filter(
    ({ arn, logicalId, type }) =>
      WITH_ARN.has(type) &&
      arn.split(':')[2] === service &&
      (arn.split(/[:/]/).at(-1) === `aval-local-${name}` || (/^[A-Z]/.test(name) && logicalId.startsWith(name))),
  );
  if (found.length !== 1) throw new Error(`${service} ${name} of test/walls/rare.ts names ${found.length} resources.`);
  return found[0]?.arn ?? '';
};
/** A tenant is no resource of a template: functions make them. */
const tenantArn = (model: Model, where: string): string =>
  arnOf(model, 'dynamodb', 'Table')
    .replace(':dynamodb:', ':ses:')
    .replace(/[^:]+$/, where);
const WITH_ARN = new Set([
  ...['AWS::SQS::Queue', 'AWS::SecretsManager::Secret', 'AWS::S3::Bucket', 'AWS::SES::ConfigurationSet'],
  ...['AWS::Events::EventBus', 'AWS::DynamoDB::GlobalTable', 'AWS::SNS::Topic'],
]);

const atomIn = (model: Model, need: string): Atom => {
  const [action = '', where = ''] = need.split(' ');
  const service = action.slice(0, action.indexOf(':'));
  if (service === 'dynamodb') return tableAtom(action, arnOf(model, service, 'Table'), where);
  if (where.startsWith('tenant/')) return atomOf(action, tenantArn(model, where));
  const [bucket = '', ...objects] = where.split('/');
  return atomOf(action, [arnOf(model, service, bucket), ...objects].join('/'));
};

const isOfTable = (atom: Atom): boolean => atom.startsWith('dynamodb:');

/** What the table says that a function needs, by its name in the manifest; `recordedOf` says what was seen of another. */
export const rarelyNeeded = (
  model: Model,
  name: string,
  recordedOf: (name: string) => ReadonlySet<Atom>,
): readonly Atom[] => {
  const ownOf = (each: string) =>
    RARE.filter((rare) => rare.of.includes(each)).flatMap(({ needs }) => needs.map((need) => atomIn(model, need)));
  const ofOthers = (SAME[name] ?? []).flatMap((single) => [...recordedOf(single), ...ownOf(single)].filter(isOfTable));
  // Nobody calls it with a key.
  return [...ownOf(name), ...ofOthers.filter((atom) => name !== 'apply-event' || !atom.includes('APIKEY#'))];
};

/** Rows that were recorded after all: nothing rare is left of them. */
export const staleRows = (model: Model, recordedOf: (name: string) => ReadonlySet<Atom>): readonly string[] =>
  RARE.filter(({ byTime }) => byTime !== true).flatMap(({ of: names, needs }) =>
    names.flatMap((name) =>
      needs
        .filter((need) => recordedOf(name).has(atomIn(model, need)))
        .map((need) => `test/walls/rare.ts says that ${name} rarely needs ${need}, and it was recorded`),
    ),
  );
