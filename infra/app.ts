import { fileURLToPath } from 'node:url';
import { bundleFunctions } from './bundle.ts';
import { readConfig } from './config.ts';
import { addStacks, newApp } from './deployment.ts';

/** Entry of the CDK command line (`cdk.json`): bundles, then synthesises the stage named in the context. */
const app = newApp();
const config = readConfig((name) => app.node.tryGetContext(name));
const bundles = await bundleFunctions({ outDir: fileURLToPath(new URL('../dist/functions', import.meta.url)) });
addStacks(app, config, bundles);
app.synth();
