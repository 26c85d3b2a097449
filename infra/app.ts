import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFunctions } from './bundle.ts';
import { configOf, loadSettings } from './config.ts';
import { addStacks, newApp } from './deployment.ts';
import { REFUSED_CONTEXT, refuseContext } from './refused-context.ts';

/**
 * Entry of the CDK command line (`cdk.json`): bundles, then synthesises the stage named in the context, as the file `config`
 * of the context describes it; `aval deploy` gives both, and the stacks that are not yet created.
 */
const app = newApp();
const given = (name: string): string | undefined => app.node.tryGetContext(name);
const stage = given('stage') ?? 'dev';
const file = given('config');
const fileName = file && basename(file);
refuseContext(
  REFUSED_CONTEXT.filter((name) => given(name) !== undefined),
  stage,
  fileName,
);
const settings = loadSettings(file ?? fileURLToPath(new URL('../aval.config.json', import.meta.url)));
const unprotected = (given('unprotected') ?? '').split(',').filter((name) => name !== '');
const config = configOf(stage, settings, unprotected, fileName);
const bundles = await bundleFunctions({ outDir: fileURLToPath(new URL('../dist/functions', import.meta.url)) });
addStacks(app, config, bundles);
app.synth();
