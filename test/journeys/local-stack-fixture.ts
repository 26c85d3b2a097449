import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { replyCodeIn } from '#console/reply-code.ts';
import type { ExpectedFunction } from '#local/stack/expected.ts';
import type { StackOptions } from '#local/stack/options.ts';
import type { Stack } from '#local/stack/stack.ts';
import { startStack } from '#local/stack/start-stack.ts';
import { BUNDLES } from './local-stack-bundles.ts';
import { appTemplate, dataTemplate, type Template } from './local-stack-template.ts';

/** Inside the repository, so that the bundles find the SDK without being bundled. */
const FOLDER = fileURLToPath(new URL('../../.aval/fixtures', import.meta.url));

const expected = (trigger: ExpectedFunction['trigger'], ...variables: readonly string[]): ExpectedFunction => ({
  trigger,
  environment: Object.fromEntries(variables.map((variable) => [variable, (value: string) => value !== ''])),
});
const route = (api: string, method: string, path: string) =>
  ({ kind: 'http', api, method, path, isKeyed: api === 'application' }) as const;

/** What the hand-made assembly fulfils. */
const EXPECTED: Readonly<Record<string, ExpectedFunction>> = {
  authorize: expected({ kind: 'authorizer' }, 'ROOT_KEY_SECRET_ID'),
  'put-note': expected(route('application', 'POST', '/v1/notes'), 'TABLE_NAME'),
  broken: expected(route('application', 'GET', '/v1/broken')),
  'show-note': expected(route('public', 'GET', '/o/{token}')),
  'send-message': expected({ kind: 'queue', queue: 'send' }, 'SES_CONFIGURATION_SET', 'PUBLIC_BASE_URL'),
  'apply-sms-reply': expected({ kind: 'queue', queue: 'sms-replies' }, 'EVENT_BUS_NAME'),
  outbox: expected({ kind: 'stream' }, 'SEND_QUEUE_URL', 'EVENT_BUS_NAME'),
  tick: expected({ kind: 'schedule' }, 'EVENT_BUS_NAME'),
};

/** Writes the assembly to a fresh folder; `change` may break its templates first. Resolves to the folder. */
export const writeFixture = (
  change: (templates: { data: Template; app: Template }) => void = () => undefined,
): string => {
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(join(FOLDER, 'assembly-'));
  const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  const templates = { data: dataTemplate(), app: appTemplate() };
  change(templates);
  const stack = (name: string) => ({
    type: 'aws:cloudformation:stack',
    properties: { templateFile: `${name}.template.json` },
  });
  write('manifest.json', { version: '48.0.0', artifacts: { Data: stack('Data'), App: stack('App') } });
  write('Data.template.json', templates.data);
  write('App.template.json', templates.app);
  const files = Object.keys(BUNDLES).map((name) => [name, { source: { path: `asset.${name}`, packaging: 'zip' } }]);
  write('App.assets.json', { version: '48.0.0', files: Object.fromEntries(files) });
  for (const [name, source] of Object.entries(BUNDLES)) {
    mkdirSync(join(folder, `asset.${name}`));
    writeFileSync(join(folder, `asset.${name}`, 'index.mjs'), source);
  }
  return folder;
};

/** The hand-made assembly, running on the local stack without anything of the product. */
export interface Fixture extends Stack {
  readonly applicationUrl: string;
  readonly publicUrl: string;
  readonly consoleUrl: string;
  readonly rootKey: string;
}

/** Starts the hand-made assembly at 10:00 UTC on 24 November 2026. */
export const startFixture = async (options: Partial<StackOptions> = {}): Promise<Fixture> => {
  const stack = await startStack({
    assembly: options.assembly ?? writeFixture(),
    apis: { application: {}, public: {} },
    parameters: ({ urls, clockOffsetFile }) => ({
      PublicBaseUrl: urls.get('public') ?? '',
      ClockOffsetFile: clockOffsetFile,
    }),
    expected: EXPECTED,
    smsReplies: { consumer: 'apply-sms-reply', numberIn: replyCodeIn },
    at: '2026-11-24T10:00:00Z',
    verifiedIdentities: ['maison.example'],
    ...options,
  });
  const secret = stack.secretOf(stack.environmentOf('authorize').ROOT_KEY_SECRET_ID ?? '');
  return {
    ...stack,
    applicationUrl: stack.urlOf('application'),
    publicUrl: stack.urlOf('public'),
    consoleUrl: stack.consoleUrl ?? '',
    rootKey: `aval_root_${JSON.parse(secret ?? '').key1}`,
  };
};
