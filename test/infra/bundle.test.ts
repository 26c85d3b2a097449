import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as bedrock from '@aws-sdk/client-bedrock-runtime';
import * as connect from '@aws-sdk/client-connect';
import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as eventbridge from '@aws-sdk/client-eventbridge';
import * as kms from '@aws-sdk/client-kms';
import * as texts from '@aws-sdk/client-pinpoint-sms-voice-v2';
import * as s3 from '@aws-sdk/client-s3';
import * as secrets from '@aws-sdk/client-secrets-manager';
import * as sesv2 from '@aws-sdk/client-sesv2';
import * as sns from '@aws-sdk/client-sns';
import * as sqs from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import type { Grant } from '#functions/manifest/grants.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import { type Bundles, bundleFunction, bundleFunctions, FUNCTION_NAMES } from '#infra/bundle.ts';
import { PURE } from '#infra/pure-modules.ts';
import { withPlainKeys } from '#infra/pure-schemas.ts';
import { describedBundles } from '#tools/synth/bundle-once.ts';
import { heldBy } from './bundles/held-by.ts';
import { deploymentOf } from './deployment.ts';
import { handler as readPlainly } from './reading.ts';

/** Bytes, minified (docs/decisions/0021; what grew and why is in bench/bundles.md). A function that is not named here works on the table. */
const ON_THE_TABLE = 400_500;
/** Beside what is named here, where keys of advertisers are opened, or those of proof: the client of KMS, and the vault that asks it. */
const OPENS_KEYS = 11_000;
/** Reads verdicts back in words: reasons, remedies, and the texts that they rest on. */
const EXPLAINS = 525_100;
/** Renders a text of one letter, to see that any fits: with it come its fields and their grammar. */
const COUNTS_A_TEXT = 462_500;
const READS_CONTENT = 904_000;
/** Reads texts of templates: what words weigh takes 165 KB, which no function that sends carries, and what asks a model 41. */
const READS_TEMPLATES = 1_156_000;
/** Reads bytes and no templates: the style sheets of a mail, the parser of a call's script, the mentions of those who send by another system, and who is one person, of calls. */
const GIVES_VERDICTS = 1_429_300;
/** Judges a basis: it holds every sentence of the law, with its reasons, remedies and texts. */
const HOLDS_THE_LAW = 728_300;
const BUDGETS: Readonly<Record<string, number>> = {
  'put-advertiser': 491_600,
  'patch-advertiser': 492_100,
  // What campaigns name, and whether a text of theirs has room under the settings.
  'put-identities': 455_500,
  'get-advertiser': COUNTS_A_TEXT,
  'get-advertiser-version': COUNTS_A_TEXT,
  'list-reviews': READS_CONTENT,
  // Beside the table the list of public mailboxes, at which nobody is a house.
  'declare-contact': 419_100,
  'declare-contacts': 421_200,
  'record-consent': 738_000,
  'record-consents': 740_100,
  'record-sale': HOLDS_THE_LAW,
  'record-sales': HOLDS_THE_LAW,
  'get-contact': HOLDS_THE_LAW,
  'put-form-version': HOLDS_THE_LAW,
  'get-form-version': HOLDS_THE_LAW,
  'look-up-contact': HOLDS_THE_LAW,
  // Beside the table, what a file of them is read by, and what is answered of each.
  'register-oppositions': 402_500,
  'accept-messages': READS_CONTENT,
  'give-verdicts': GIVES_VERDICTS,
  'put-template-version': READS_TEMPLATES,
  'get-template-version': READS_CONTENT,
  // And what is left of a contact whose use has ended.
  'show-timeline': 544_500,
  'list-messages': EXPLAINS,
  'get-message': EXPLAINS,
  // The same, and S3 and what campaigns sent: it shows what left.
  'show-sent-message': 667_400,
  'send-message': 1_382_900,
  'send-chunk': 1_423_700,
  'preview-template-version': 1_405_400,
  'test-template-version': 1_392_400,
  // A consent that follows its person is judged where it was given; and what partners listed.
  'change-person': HOLDS_THE_LAW,
  // What every route of SMS is handed over by, the segment counter, what answers texts in six languages and reviews of doubtful ones beside the table.
  'apply-sms-reply': 558_000,
  // The parsers of mail and of HTML, S3, and the words and the footers of six languages, for replies by mail.
  'apply-opposition-mail': 790_300,
  // The client of Amazon Connect beside the table: what was said with a call.
  'apply-email-feedback': 399_000,
  // What a provider reports, and what it signs by, beside the table, and SNS, on whose topic who asks who writes waits.
  'receive-provider-report': 540_200,
  // SNS, and the secret of the providers: no table.
  'receive-pushed-reply': 331_500,
  'receive-posted-reply': 333_000,
  // SES, what every route of SMS is handed over by, the segment counter and what requests ask beside the table, its pages in six languages, and the law, which says by
  // which forms a person can agree there.
  'use-preference-centre': 1_029_600,
  // The words of the centre in six languages beside the settings.
  'show-preference-centre': 424_500,
  // The SES client beside the table: it takes an address off a list; and S3: it deletes files that were made for the person.
  'erase-contact': 521_000,
  // And the client of CloudWatch Logs, whose log says who opted out of SMS, that of End User Messaging for its list of opt-outs, and what asks Spot-Hit for its own.
  'reconcile-suppressions': 501_000,
  // And the queue on which it puts the job that makes them.
  'answer-request': 565_000,
  'get-request': 515_500,
  // Tokens of links beside the table: where the person can show who they are.
  'record-request': 408_000,
  // S3 and what signs its addresses beside the table; with the queue; and what reads files.
  'create-upload': 462_500,
  // And what reasons and remedies say, of a dry run.
  'get-job': 545_700,
  'create-audience-list': 491_500,
  // And what the rows of an import are.
  'begin-import': 512_000,
  // It makes what the sender makes, without its providers, has the words of the law for the page of a report, and what a person is given.
  'run-job': 1_641_900,
  // S3 and SQS beside the table; and where changes are published, what events say in words, the journal, and what partners must be notified of.
  sweep: 416_000,
  outbox: 616_100,
  restore: 400_500,
  redrive: 653_700,
  // Takes messages, campaigns and consents, and says on the bus what became of them.
  'apply-event': 1_255_800,
  // S3, the grammar of fields and the segment counter beside the table, and what refuses a message whoever it goes to.
  'create-campaign': 619_000,
  'get-openapi': JSON.stringify(JSON.parse(readFileSync('docs/openapi.json', 'utf8'))).length + 75_000,
};

const grantsOf = (name: FunctionName): readonly Grant[] => manifest[name].grants;
const asksKms = (name: FunctionName): boolean =>
  grantsOf(name).some((grant) => /^(?:advertiser-keys|proof-key):/.test(grant));

const CLIENTS = [bedrock, connect, dynamodb, eventbridge, kms, s3, secrets, sesv2, sns, sqs, texts];
/** The operations of the services, by the names of the SDK's commands. */
const COMMANDS = [...new Set(CLIENTS.flatMap(Object.keys))]
  .filter((name) => /^[A-Z]\w+Command$/.test(name))
  .map((name) => name.replace(/Command$/, ''));
/** What clients hold and no code of ours sends; a transaction is granted by its parts, a list of objects as `ListBucket`. */
const OF_THE_SDK_ITSELF = ['CreateSession', 'DescribeEndpoints', 'HeadObject', 'ListObjectsV2', 'TransactWriteItems'];
/** What asks a model needs the right to invoke it (API reference of Amazon Bedrock, `Converse`). */
const GRANTED_AS: Readonly<Record<string, string>> = { Converse: 'InvokeModel' };
/** What IAM takes for `PutObject` (Amazon S3, "Multipart upload API and permissions"). */
const AS_PUT_OBJECT = ['CompleteMultipartUpload', 'CreateMultipartUpload', 'UploadPart'];

/** The texts of a code that are long enough to hold one of these. */
const TEXTS = /"(?:[^"\\\n]|\\.){8,}"|'(?:[^'\\\n]|\\.){8,}'|`(?:[^`\\]|\\.){8,}`/g;

/** Of what the reading function parses. */
const HTML_ERRORS = [
  'control-character-in-input-stream',
  'missing-doctype',
  'non-void-html-element-start-tag-with-trailing-solidus',
  'eof-in-tag',
];

const FAULTY = '#test/support/faulty-sender.ts';

const made: string[] = [];
const folder = (): string => {
  const at = mkdtempSync(join(tmpdir(), 'aval-bundle-'));
  made.push(at);
  return at;
};
afterAll(() => {
  for (const at of made) rmSync(at, { recursive: true });
});

describe('bundleFunctions', () => {
  let bundles: Bundles;
  beforeAll(async () => {
    bundles = await describedBundles();
  });

  test.each(FUNCTION_NAMES)('%s is one file of code, minified, without source map', (name) => {
    const { directory, bytes } = bundles.functions[name];
    expect(readdirSync(directory)).toEqual(['index.mjs']);
    expect(readFileSync(join(directory, 'index.mjs')).length).toBe(bytes);
    expect(readFileSync(join(directory, 'index.mjs'), 'utf8')).not.toContain('sourceMappingURL');
  });

  test('every entry of the manifest exports its handler', () => {
    const exported = Object.values(bundles.metafile.outputs).map(({ exports }) => exports);
    expect(exported).toHaveLength(FUNCTION_NAMES.length);
    for (const names of exported) expect(names).toEqual(['handler']);
  });

  // In a bundle the default import of a CommonJS package is undefined there.
  test('pure modules import packages by name', () => {
    const files = globSync(['shared/**/*.ts', 'functions/manifest/routes/*.ts']).filter((file) =>
      PURE.test(`/${file}`),
    );
    expect(files.length).toBeGreaterThan(100);
    const byDefault = files.filter((file) => /^import \w+(?:,.*)? from '[^.#]/m.test(readFileSync(file, 'utf8')));
    expect(byDefault).toEqual([]);
  });

  test('of a service, a bundle knows the commands that its function sends and no others', () => {
    const code = readFileSync(join(bundles.functions['send-message'].directory, 'index.mjs'), 'utf8');
    expect(code).toContain('"GetObject"');
    expect(code).toContain('"SendEmail"');
    for (const unused of ['PutBucketLifecycleConfiguration', 'CreateExportJobRequest'])
      expect(code).not.toContain(unused);
  });

  // The DynamoDB client makes a cache of endpoints, the S3 client what reads event streams; only these would ask for them.
  test('no bundle holds a cache of endpoints or event streams, and none has a command that would ask for them', () => {
    const kept = Object.values(bundles.metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
    expect(kept.filter((file) => /\/(?:mnemonist|obliterator|event-streams)\//.test(file))).toEqual([]);
    const asking = FUNCTION_NAMES.filter((name) => {
      const code = readFileSync(join(bundles.functions[name].directory, 'index.mjs'), 'utf8');
      return /endpointDiscoveryMiddleware|SelectObjectContent/.test(code);
    });
    expect(asking).toEqual([]);
  });

  test('what bundles ask of AWS is granted to somebody who asks for it', () => {
    const instanceArn = `arn:aws:connect:eu-central-1:111122223333:instance/${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`;
    const policies = deploymentOf('dev', {
      region: 'eu-central-1',
      routes: { 'automated-call': 'connect' },
      connect: { instanceArn, numbers: ['+33162000000'] },
      senders: { optOutList: 'Default' },
      templateReader: { model: 'eu.amazon.nova-pro-v1:0' },
    }).policies();
    const granted = (name: string): readonly string[] =>
      policies
        .filter(({ Properties }) => Properties.Roles[0].Ref.startsWith(`${name.replaceAll('-', '')}role`))
        .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
        .flatMap(({ Action }) => Action);
    const asks = FUNCTION_NAMES.flatMap((name) => {
      const code = readFileSync(join(bundles.functions[name].directory, 'index.mjs'), 'utf8');
      const words = new Set([...code.matchAll(/"([A-Z]\w+)"/g)].map(([, word]) => word));
      return COMMANDS.filter((command) => words.has(command)).map((command) => ({ name, command }));
    });
    const asked = Map.groupBy(asks, ({ command }) => command);
    expect(asked.size).toBeGreaterThan(10);
    const toNobody = [...asked].filter(([command, those]) => {
      const right = `:${GRANTED_AS[command] ?? command}`;
      return !those.some(({ name }) => granted(name).some((action) => action.endsWith(right)));
    });
    expect(toNobody.map(([command]) => command).sort()).toEqual([...AS_PUT_OBJECT, ...OF_THE_SDK_ITSELF].sort());
  });

  test('what only readers of the document need is in the document and in no other bundle', () => {
    const document = readFileSync('docs/openapi.json', 'utf8');
    const said = [...document.matchAll(/"description": "([^"\\\\]{30,})"/g)].flatMap(([, sentence]) => sentence ?? []);
    const shown = ['Verres et vins se vendent ensemble.', 'CMD-2026-1042', 'Le fichier du 20 novembre', 'crm-10042'];
    expect(said.length).toBeGreaterThan(100);
    expect(shown.filter((words) => !document.includes(words))).toEqual([]);
    // Most texts are in many bundles, and are looked through once.
    const holders = new Map<string, FunctionName>();
    for (const name of FUNCTION_NAMES.filter((each) => each !== 'get-openapi')) {
      const code = readFileSync(join(bundles.functions[name].directory, 'index.mjs'), 'utf8');
      for (const text of code.match(TEXTS) ?? []) holders.set(text, name);
    }
    expect(holders.size).toBeGreaterThan(1000);
    const all = [...holders.keys()].join('\n');
    const found = [...heldBy(all, said), ...shown.filter((words) => all.includes(words))];
    const where = (words: string) => [...holders].find(([text]) => text.includes(words))?.[1];
    expect(found.map((words) => [where(words), words])).toEqual([]);
  });

  test('every bundle keeps the budget of what it needs', () => {
    const boundOf = (name: FunctionName): number => (BUDGETS[name] ?? ON_THE_TABLE) + (asksKms(name) ? OPENS_KEYS : 0);
    const over = FUNCTION_NAMES.filter((name) => bundles.functions[name].bytes > boundOf(name));
    expect(over.map((name) => `${name}: ${bundles.functions[name].bytes}`)).toEqual([]);
  });

  test('only the functions that open or make keys of advertisers and of proof carry the client of KMS, and those that make them what makes them', () => {
    const holding = (text: string) =>
      FUNCTION_NAMES.filter((name) =>
        readFileSync(join(bundles.functions[name].directory, 'index.mjs'), 'utf8').includes(text),
      );
    const makes = (name: FunctionName) =>
      grantsOf(name).some((grant) => /^(?:advertiser-keys|proof-key):make$/.test(grant));
    expect(holding('TrentService')).toEqual(FUNCTION_NAMES.filter(asksKms));
    expect(holding('"GenerateDataKey"')).toEqual(FUNCTION_NAMES.filter(makes));
    // No class of its some fifty errors.
    expect(holding('XksProxy')).toEqual([]);
  });

  test('only the functions that read templates carry what words weigh', () => {
    const weighs = FUNCTION_NAMES.filter((name) =>
      readFileSync(join(bundles.functions[name].directory, 'index.mjs'), 'utf8').includes('learnedFrom'),
    );
    expect([...weighs].sort()).toEqual(['give-verdicts', 'put-template-version']);
  });

  test('no bundle has the point at which the sender of a test dies, and its own has', async () => {
    const faulty = await bundleFunction(folder(), 'send-message', fileURLToPath(import.meta.resolve(FAULTY)));
    const dies = (directory: string) =>
      /aval-fault-point|SIGKILL/.test(readFileSync(join(directory, 'index.mjs'), 'utf8'));
    expect(dies(faulty)).toBe(true);
    expect(FUNCTION_NAMES.filter((name) => dies(bundles.functions[name].directory))).toEqual([]);
  });

  test('no bundle contains infrastructure, local stack or tests', () => {
    const inputs = Object.values(bundles.metafile.outputs).flatMap((output) => Object.keys(output.inputs));
    expect(inputs.filter((file) => /^(infra|local|console|cli|demo|tools|test|bench)\//.test(file))).toEqual([]);
  });
});

describe('the shapes of a service', () => {
  test('keep their meaning with plain keys, and a name that is no constant stays computed', () => {
    const source = 'const _hH = "httpHeader";\nexport var A = [[2, { [_hH]: _b, [_t]: 1 }], [_hH]];';
    expect(withPlainKeys(source)).toBe(
      'const _hH = "httpHeader";\nexport var A = [[2, { "httpHeader": _b, [_t]: 1 }], [_hH]];',
    );
  });
});

describe('bundleFunctions with other entries', () => {
  const entry = join(folder(), 'other.ts');
  writeFileSync(entry, "export const handler = async () => 'another entry';\n");
  const entries = Object.fromEntries(FUNCTION_NAMES.map((name) => [name, entry]));

  const bundled = async (file: string) => import(join(await bundleFunction(folder(), 'authorize', file), 'index.mjs'));

  test('a given entry takes the place of the one in the manifest', async () => {
    const { functions } = await bundleFunctions({ outDir: folder(), entries });
    expect(readFileSync(join(functions.authorize.directory, 'index.mjs'), 'utf8')).toContain('another entry');
  });

  test('what is CommonJS inside is read as the sources read it', async () => {
    const asking = join(folder(), 'asking.ts');
    const text = "export const handler = () => segmentsOf('é'.repeat(161));\n";
    writeFileSync(asking, `import { segmentsOf } from '#shared/channels/sms/segments.ts';\n${text}`);
    const { handler } = await bundled(asking);
    expect(handler()).toEqual({ segments: 2, encoding: 'GSM-7' });
  });

  test('what is left of the libraries reads a table, a bucket, a language and HTML', async () => {
    const reading = fileURLToPath(import.meta.resolve('./reading.ts'));
    const { handler } = await bundled(reading);
    expect(await handler()).toEqual(await readPlainly());
    expect(await handler()).toEqual([{ kind: { S: 'item' } }, 'object', 'fr', HTML_ERRORS]);
  });

  test('a function finds what it reads of its entry, and nothing of AWS', async () => {
    const listing = join(folder(), 'listing.ts');
    const from = fileURLToPath(import.meta.resolve('#functions/manifest.ts'));
    writeFileSync(
      listing,
      `import { manifest } from ${JSON.stringify(from)};\nexport const handler = () => manifest;\n`,
    );
    const { handler } = await bundled(listing);
    const read = Object.entries<FunctionEntry>(manifest).map(([name, { file, env, timeoutSeconds }]) => [
      name,
      { file, env, ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }) },
    ]);
    expect(handler()).toStrictEqual(Object.fromEntries(read));
  });

  test('a missing entry stops the bundling with a sentence that names function and file', async () => {
    const missing = { ...entries, 'send-message': '/nowhere/send-message.ts' };
    await expect(bundleFunctions({ outDir: folder(), entries: missing })).rejects.toThrow(
      'Function "send-message" cannot be bundled: its entry /nowhere/send-message.ts does not exist.',
    );
  });
});
