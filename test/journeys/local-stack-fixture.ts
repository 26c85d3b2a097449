import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FunctionEntry } from '#functions/manifest.ts';
import { BUNDLES } from './local-stack-bundles.ts';
import { appTemplate, dataTemplate, type Template } from './local-stack-template.ts';

/** Inside the repository, so that the bundles find the SDK without being bundled. */
const FOLDER = fileURLToPath(new URL('../../.aval/fixtures', import.meta.url));

const entry = (trigger: FunctionEntry['trigger'], env: FunctionEntry['env']): FunctionEntry => ({
  file: 'fixture',
  summary: 'of the fixture',
  trigger,
  env,
  grants: [],
});

/** The manifest that the hand-made assembly fulfils. */
export const fixtureManifest: Readonly<Record<string, FunctionEntry>> = {
  authorize: entry({ kind: 'authorizer' }, ['ROOT_KEY_SECRET_ID']),
  'put-note': entry({ kind: 'http', api: 'application', method: 'POST', path: '/v1/notes', scope: 'consents:write' }, [
    'TABLE_NAME',
  ]),
  broken: entry({ kind: 'http', api: 'application', method: 'GET', path: '/v1/broken', scope: 'consents:write' }, []),
  'show-note': entry({ kind: 'http', api: 'public', method: 'GET', path: '/o/{token}' }, []),
  'send-message': entry({ kind: 'queue', queue: 'send', batchSize: 1, maxConcurrency: 2 }, [
    'SES_CONFIGURATION_SET',
    'PUBLIC_BASE_URL',
  ]),
  'apply-sms-reply': entry({ kind: 'queue', queue: 'sms-replies', batchSize: 10, maxConcurrency: 2 }, [
    'EVENT_BUS_NAME',
  ]),
  outbox: entry({ kind: 'stream' }, ['SEND_QUEUE_URL', 'EVENT_BUS_NAME']),
  tick: entry({ kind: 'schedule', everyMinutes: 60 }, ['EVENT_BUS_NAME']),
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
