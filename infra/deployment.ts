import { App, type Stack } from 'aws-cdk-lib';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { manifest } from '#functions/manifest.ts';
import type { Bundles } from './bundle.ts';
import type { Config } from './config.ts';
import { ApiStack } from './stacks/api.ts';
import { DataStack } from './stacks/data.ts';
import { EventsStack } from './stacks/events.ts';
import { ObservabilityStack } from './stacks/observability.ts';
import { WorkersStack } from './stacks/workers.ts';

/** Paths in templates name the asset of each function, which the local stack reads; no stack traces, no analytics. */
const CONTEXT = {
  'aws:cdk:enable-asset-metadata': true,
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:disable-stack-trace': true,
};

/** A CDK app; `outdir` absent: where the CDK command line wants it. */
export const newApp = (options: { outdir?: string } = {}): App =>
  new App({ ...options, context: CONTEXT, analyticsReporting: false, treeMetadata: false });

/** The names of the five stacks of a stage, in the order in which they need one another. */
export const stackNamesOf = ({ stage }: Pick<Config, 'stage'>) =>
  [
    `Aval-${stage}-Data`,
    `Aval-${stage}-Api`,
    `Aval-${stage}-Workers`,
    `Aval-${stage}-Events`,
    `Aval-${stage}-Observability`,
  ] as const;

/** How many calls of functions the queues make at once, at the most. */
export const workersAtOnce = (): number =>
  Object.values<FunctionEntry>(manifest)
    .map(({ trigger }) => (trigger.kind === 'queue' ? trigger.maxConcurrency : 0))
    .reduce((sum, one) => sum + one, 0);

/** Adds the five stacks of one stage, in the order in which they need one another. */
export const addStacks = (app: App, config: Config, bundles: Bundles): void => {
  const [data, api, workers, events, observability] = stackNamesOf(config);
  const propsOf = (name: string) => ({
    env: { region: config.region },
    tags: { application: 'aval', stage: config.stage },
    terminationProtection: config.isProduction && !config.unprotectedStacks.includes(name),
  });
  inOrder([
    new DataStack(app, data, config, propsOf(data)),
    new ApiStack(app, api, config, bundles, propsOf(api)),
    new WorkersStack(app, workers, config, bundles, propsOf(workers)),
    new EventsStack(app, events, config, bundles, propsOf(events)),
    new ObservabilityStack(app, observability, config, propsOf(observability)),
  ]);
};

/** Parameters are read when a stack deploys, so those that publish them come first. */
const inOrder = (stacks: readonly Stack[]): void => {
  stacks.forEach((stack, index) => {
    const previous = stacks[index - 1];
    if (previous !== undefined) stack.addStackDependency(previous);
  });
};
