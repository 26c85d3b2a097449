import { App, type Stack } from 'aws-cdk-lib';
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
export const newApp = (options: { outdir?: string; context?: Readonly<Record<string, unknown>> } = {}): App =>
  new App({ ...options, context: { ...options.context, ...CONTEXT }, analyticsReporting: false, treeMetadata: false });

/** Adds the five stacks of one stage, in the order in which they need one another. */
export const addStacks = (app: App, config: Config, bundles: Bundles): void => {
  const named = (name: string) => `Aval-${config.stage}-${name}`;
  const props = {
    env: { region: config.region },
    tags: { application: 'aval', stage: config.stage },
    terminationProtection: config.isProduction,
  };
  inOrder([
    new DataStack(app, named('Data'), config, props),
    new ApiStack(app, named('Api'), config, bundles, props),
    new WorkersStack(app, named('Workers'), config, bundles, props),
    new EventsStack(app, named('Events'), config, bundles, props),
    new ObservabilityStack(app, named('Observability'), config, props),
  ]);
};

/** Parameters are read when a stack deploys, so those that publish them come first. */
const inOrder = (stacks: readonly Stack[]): void => {
  stacks.forEach((stack, index) => {
    const previous = stacks[index - 1];
    if (previous !== undefined) stack.addStackDependency(previous);
  });
};
