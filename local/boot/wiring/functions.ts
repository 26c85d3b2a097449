import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { matchesPattern, type Statement } from '../../aws/iam/policy.ts';
import type { FunctionDefinition } from '../../lambda/definition.ts';
import { at, numberOf, objectOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { BUCKET, type Check, complaints, FUNCTION, oddOnes, QUEUE, queueAt, TABLE } from './check.ts';

/** API Gateway waits no longer for a function ("Amazon API Gateway quotas"). */
const GATEWAY_SECONDS = 29;

const isCalledByGateway = (model: Model, { arn }: Resource): boolean =>
  model
    .ofType('AWS::ApiGateway::Method')
    .some(({ properties }) => textOf(at(properties, 'Integration', 'Uri')).includes(`${arn}/`));

/** A bundle says at its end what it exports. */
const endOf = (path: string): string => {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const end = Buffer.alloc(Math.min(size, 500));
  readSync(file, end, 0, end.length, size - end.length);
  closeSync(file);
  return end.toString('utf8');
};

const handlerProblem = ({ folder, handler }: FunctionDefinition): string | undefined => {
  const [file = '', name = ''] = handler.split('.');
  const path = join(folder, `${file}.mjs`);
  if (!existsSync(path)) return `there is no ${file}.mjs in it`;
  return new RegExp(`export\\s*\\{[^}]*\\b${name}\\b[^}]*\\}`).test(endOf(path)) ? undefined : `it exports no ${name}`;
};

/** A function starts, and ends before whoever waits for it gives up. */
export const checkFunctions: Check = ({ model, deployment }) => {
  const all = model.ofType(FUNCTION);
  const handlers = deployment.functions.flatMap((definition) => {
    const problem = handlerProblem(definition);
    return problem === undefined ? [] : [`The bundle of ${definition.name} does not start: ${problem}.`];
  });
  return [
    ...handlers,
    ...complaints(all, ({ name, properties }) => {
      const seconds = numberOf(properties.Timeout, 3);
      if (seconds < 1 || seconds > 900) return `Lambda lets a function run for 1 to 900 s: ${name}.`;
      const isLate = seconds > GATEWAY_SECONDS && all.some((one) => one.name === name && isCalledByGateway(model, one));
      return isLate && `API Gateway gives ${name} up after ${GATEWAY_SECONDS} s, and it may take ${seconds} s.`;
    }),
    ...oddOnes(
      all,
      ({ properties }) => at(properties, 'Code', 'S3Bucket'),
      ({ name }) => `The bundle of ${name} lies in another bucket than the others.`,
    ),
    ...oddOnes(
      all,
      ({ properties }) => properties.Runtime,
      ({ name }) => `${name} runs on another runtime than the others.`,
    ),
  ];
};

/** What a function is given in its environment, and must be allowed to use. */
const GIVEN = [
  QUEUE,
  TABLE,
  BUCKET,
  'AWS::SecretsManager::Secret',
  'AWS::Events::EventBus',
  'AWS::SES::ConfigurationSet',
];

type Named = (value: string) => readonly Resource[];

/** Finds what a value names: by its ARN, its `Ref` or its name; some values name several, with commas. */
const namesOf = (model: Model): Named => {
  const byName = new Map<string, Resource>();
  for (const resource of model.ofType(...GIVEN))
    for (const name of [resource.arn, resource.ref, resource.name]) byName.set(name, resource);
  return (value) => value.split(',').flatMap((text) => byName.get(text) ?? []);
};

const isOf = (pattern: string, arn: string): boolean =>
  pattern === arn ||
  pattern.startsWith(`${arn}/`) ||
  (pattern !== '*' && pattern.includes('*') && matchesPattern(pattern, arn));

const grants = (statements: readonly Statement[], { arn }: Resource): boolean =>
  statements.some(
    ({ resources, isResourceExcluded }) => !isResourceExcluded && resources.some((pattern) => isOf(pattern, arn)),
  );

/** A queue, and where its dead letters are: whoever is given one knows the other. */
const withRedrive = (model: Model, resource: Resource): readonly Resource[] => {
  const deadLetters = queueAt(model, resource.properties.RedrivePolicy, 'deadLetterTargetArn');
  return deadLetters === undefined ? [resource] : [resource, deadLetters];
};

/** A function is given what its role may use, and is given all that its role may use. */
export const checkEnvironments: Check = ({ model, deployment }) => {
  const named = namesOf(model);
  return deployment.functions.flatMap((definition) => {
    const statements = deployment.statements.get(definition.role) ?? [];
    const given = Object.entries(definition.environment).flatMap(([variable, value]) =>
      named(value).map((resource) => ({ variable, resource, all: withRedrive(model, resource) })),
    );
    const { queues, streams } = deployment.sources;
    const read = [
      ...queues.map(({ functionName, queueArn: id }) => ({ functionName, id })),
      ...streams.map(({ functionName, tableName: id }) => ({ functionName, id })),
    ];
    const sources = read.filter(({ functionName }) => functionName === definition.name).map(({ id }) => id);
    const known = new Set([
      ...sources,
      ...failuresOf(model, definition.name),
      ...given.flatMap(({ all }) => all.map(({ arn }) => arn)),
    ]);
    const untold = model
      .ofType(...GIVEN)
      .filter((resource) => !known.has(resource.arn) && !known.has(resource.name) && grants(statements, resource));
    return [
      ...given
        .filter(({ all }) => !all.some((resource) => grants(statements, resource)))
        .map(
          ({ variable, resource }) =>
            `${definition.name} is given ${resource.name} as ${variable}, and its role may do nothing with it.`,
        ),
      ...untold.map(({ name }) => `The role of ${definition.name} may use ${name}, and the function is not given it.`),
    ];
  });
};

/** Where Lambda puts what it gives up for a function, with the function's role. */
const failuresOf = (model: Model, name: string): readonly string[] =>
  model
    .ofType('AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => model.find(textOf(properties.FunctionName), FUNCTION)?.name === name)
    .map(({ properties }) => textOf(at(properties, 'DestinationConfig', 'OnFailure', 'Destination')));

/** A variable says the same to every function that has it. */
export const checkVariables: Check = ({ model }) => {
  const all = model
    .ofType(FUNCTION)
    .map(({ name, properties }) => ({ name, variables: objectOf(at(properties, 'Environment', 'Variables')) }));
  const names = new Set(all.flatMap(({ variables }) => Object.keys(variables)));
  return [...names].flatMap((variable) =>
    oddOnes(
      all.filter(({ variables }) => variables[variable] !== undefined),
      ({ variables }) => variables[variable],
      ({ name }) => `${name} is given another ${variable} than the other functions.`,
    ),
  );
};
