import { App, type Stack } from 'aws-cdk-lib';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import type { Bundles } from './bundle.ts';
import type { Config } from './config.ts';
import { functionNameOf } from './constructs/function.ts';
import { type ConfigWithReplica, hasReplica } from './constructs/kept/journal-copy.ts';
import { replicaStackOf } from './journal-replica.ts';
import { ApiStack } from './stacks/api.ts';
import { DataStack } from './stacks/data.ts';
import { EventsStack } from './stacks/events.ts';
import { JournalReplicaStack } from './stacks/journal-replica.ts';
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

/** The deployed names of the functions that meet themselves again as often as their work takes. */
export const goingRound = (config: Config): readonly string[] =>
  Object.entries<FunctionEntry>(manifest)
    .filter(([, { goesRound }]) => goesRound === 'until-done')
    .map(([name]) => functionNameOf(config, name as FunctionName));

/** The stacks of a stage and the Region of each: those of the second Region come first. */
export const placesOf = (config: Config): readonly { readonly name: string; readonly region: string }[] => [
  ...(makesReplica(config) ? [{ name: replicaStackOf(config), region: config.journalReplica.region }] : []),
  ...stackNamesOf(config).map((name) => ({ name, region: config.region })),
];

/** The Regions of the stacks of a stage; its own is the first. */
export const regionsOf = (config: Config): readonly string[] => [
  ...new Set([config.region, ...placesOf(config).map(({ region }) => region)]),
];

/** An adopted journal is copied as it was before, by what its former stack left. */
const makesReplica = (config: Config): config is ConfigWithReplica =>
  hasReplica(config) && config.adopt.journalBucket === undefined;

/** Adds the stacks of one stage, in the order in which they need one another: five, and the copy of the journal where there is one. */
export const addStacks = (app: App, config: Config, bundles: Bundles): void => {
  const [data, api, workers, events, observability] = stackNamesOf(config);
  const propsOf = (name: string, region = config.region) => ({
    env: { region },
    tags: { application: 'aval', stage: config.stage },
    terminationProtection: config.isProduction && !config.unprotectedStacks.includes(name),
  });
  const replica = replicaStackOf(config);
  inOrder([
    // A rule of S3 names a bucket that is there.
    ...(makesReplica(config)
      ? [new JournalReplicaStack(app, replica, config, propsOf(replica, config.journalReplica.region))]
      : []),
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
