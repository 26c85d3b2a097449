import type { ItemsOfTable } from '../../stack/options.ts';
import { at, type Json, listOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import type { Deployment } from '../deployment.ts';

/** A template, and what of its surroundings it is checked by. */
export interface Wired {
  readonly model: Model;
  readonly deployment: Deployment;
  /** ARN of the topic on which replies by SMS arrive, where there is one. */
  readonly repliesTopic: string | undefined;
  /** What the items of the table have; absent: anything will do. */
  readonly items: ItemsOfTable | undefined;
  /** Types of events that a rule of a bus must bring. */
  readonly eventTypes: readonly string[];
}

/** What is wrong with a template, one sentence each, for the person who deploys it. */
export type Check = (wired: Wired) => readonly string[];

export const QUEUE = 'AWS::SQS::Queue';
export const TOPIC = 'AWS::SNS::Topic';
export const TABLE = 'AWS::DynamoDB::GlobalTable';
export const FUNCTION = 'AWS::Lambda::Function';
export const BUCKET = 'AWS::S3::Bucket';

/** A resource as a sentence names it. */
export const called = ({ name, logicalId, type }: Resource): string => {
  const [, , kind = type] = type.split('::');
  return `the ${kind.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()} ${name || logicalId}`;
};

/** The sentences of those of which something is wrong. */
export const complaints = <T>(all: readonly T[], wrong: (one: T) => string | false | undefined): readonly string[] =>
  all.flatMap((one) => wrong(one) || []);

/** What most of them say; `undefined` where no answer has a majority. */
const usual = (values: readonly (Json | undefined)[]): string | undefined => {
  const said = values.map((value) => JSON.stringify(value) ?? '');
  return [...new Set(said)].find((one) => said.filter((other) => other === one).length * 2 > said.length);
};

/**
 * Brothers of which one differs: things that do the same work are set the same, so that the odd one is a mistake. Fewer than
 * three have no majority.
 */
export const oddOnes = <T>(
  all: readonly T[],
  property: (one: T) => Json | undefined,
  sentence: (one: T) => string,
): readonly string[] => {
  const most = usual(all.map(property));
  if (all.length < 3 || most === undefined) return [];
  return complaints(all, (one) => (JSON.stringify(property(one)) ?? '') !== most && sentence(one));
};

/** The queue behind a redrive policy or a dead-letter configuration. */
export const queueAt = (model: Model, value: Json | undefined, ...path: readonly string[]): Resource | undefined =>
  model.find(textOf(at(value, ...path)), QUEUE);

/** Texts of a list, or of one value. */
export const textsOf = (value: Json | undefined): readonly string[] => listOf(value).map(textOf);

/** One service of AWS that does one thing with one resource of the template, for a resource of the template. */
export interface Need {
  readonly service: string;
  readonly action: string;
  readonly resource: string;
  /** For whom the service does it: an ARN, or empty where it names nobody. */
  readonly source: string;
}
