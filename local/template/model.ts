import { BootFailure } from '../boot/boot-failure.ts';
import { readAssembly, type StackTemplate } from './assembly.ts';
import { type Attributes, attributesOf } from './attributes.ts';
import { at, type Json, type JsonObject, listOf, objectOf, textOf } from './json.ts';
import { resolveValue, type TemplateContext } from './resolve.ts';

/** A resource of the assembly, every expression worked out. */
export interface Resource extends Attributes {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  /** Its path in the CDK's tree (`Shop-Api/list-orders/Resource`), when the template says. */
  readonly path: string;
  readonly properties: JsonObject;
  /** Logical ids of what is made before it, where the template says so. */
  readonly dependsOn: readonly string[];
}

/** A cloud assembly as the local stack boots it. */
export interface Model {
  readonly resources: readonly Resource[];
  /** What the stacks print, by the name of the output. */
  readonly outputs: ReadonlyMap<string, Json | undefined>;
  /** All resources of the given types. */
  ofType(...types: readonly string[]): readonly Resource[];
  /** The resource with this ARN, `Ref` or name; of one type when said, since names repeat between types. */
  find(identifier: string, type?: string): Resource | undefined;
  /** Folder of a bundled asset, by the S3 key that the template names. */
  assetFolder(stack: string, s3Key: string): string;
}

export interface ModelOptions {
  /** Origin of queue URLs: the AWS endpoint, since the SDK sends SQS calls where the queue's URL says. */
  readonly queueBase: string;
  /** Values of the stacks' own parameters, instead of their defaults. */
  readonly parameters: Readonly<Record<string, string>>;
}

const SSM_PARAMETER = /^AWS::SSM::Parameter::Value<(?:String|CommaDelimitedList|List<String>)>$/;
const TYPES = new RegExp(`^(?:String|Number|CommaDelimitedList|List<Number>)$|${SSM_PARAMETER.source}`);

/** What a parameter is where nobody says otherwise. Throws where CloudFormation would take no such parameter. */
const defaultOf = (stack: StackTemplate, name: string, declared: Json) => {
  const fallback = at(declared, 'Default');
  const type = textOf(at(declared, 'Type'));
  if (!TYPES.test(type) || fallback === undefined)
    throw new BootFailure(`CloudFormation takes no parameter ${name} of ${stack.name}: it has no type, or no value.`);
  return { fallback, isOfSsm: SSM_PARAMETER.test(type) };
};

const createContexts = (stacks: readonly StackTemplate[], options: ModelOptions) => {
  const memo = new Map<string, Attributes>();
  const contexts = new Map<string, TemplateContext>();
  const resourceOf = (stack: StackTemplate, logicalId: string) => at(stack.template, 'Resources', logicalId);
  const contextOf = (stack: StackTemplate): TemplateContext => {
    const known = contexts.get(stack.name) ?? makeContext(stack);
    contexts.set(stack.name, known);
    return known;
  };
  const attributes = (stack: StackTemplate, logicalId: string): Attributes | undefined => {
    const resource = resourceOf(stack, logicalId);
    if (resource === undefined) return undefined;
    const key = `${stack.name}/${logicalId}`;
    const type = textOf(at(resource, 'Type'));
    const named = namesOnly(objectOf(at(resource, 'Properties')));
    const made =
      memo.get(key) ??
      attributesOf(
        { stack: stack.name, logicalId, type },
        objectOf(resolveValue(contextOf(stack), named)),
        options.queueBase,
      );
    memo.set(key, made);
    return made;
  };
  const ssmValue = (name: string): Json | undefined => {
    for (const stack of stacks) {
      for (const resource of Object.values(objectOf(stack.template.Resources))) {
        if (at(resource, 'Type') !== 'AWS::SSM::Parameter') continue;
        if (resolveValue(contextOf(stack), at(resource, 'Properties', 'Name')) !== name) continue;
        return resolveValue(contextOf(stack), at(resource, 'Properties', 'Value'));
      }
    }
    return undefined;
  };
  const parameter = (stack: StackTemplate, name: string): Json | undefined => {
    const declared = at(stack.template, 'Parameters', name);
    if (declared === undefined) return undefined;
    if (name in options.parameters) return options.parameters[name];
    const { fallback, isOfSsm } = defaultOf(stack, name, declared);
    if (!isOfSsm) return fallback;
    const value = ssmValue(textOf(fallback));
    if (value === undefined && !textOf(fallback).startsWith('/cdk-bootstrap/')) {
      throw new BootFailure(
        `${stack.name} reads the SSM parameter ${textOf(fallback)}, which no stack of the assembly writes.`,
      );
    }
    return value ?? '';
  };
  const exported = (name: string): Json | undefined => {
    for (const stack of stacks) {
      for (const output of Object.values(objectOf(stack.template.Outputs))) {
        if (resolveValue(contextOf(stack), at(output, 'Export', 'Name')) === name)
          return resolveValue(contextOf(stack), at(output, 'Value'));
      }
    }
    return undefined;
  };
  const makeContext = (stack: StackTemplate): TemplateContext => ({
    stack: stack.name,
    ref: (id) => parameter(stack, id) ?? attributes(stack, id)?.ref,
    attribute: (id, name) => {
      const found = attributes(stack, id);
      if (found === undefined) return undefined;
      if (name === 'Value') return resolveValue(contextOf(stack), at(resourceOf(stack, id), 'Properties', 'Value'));
      return name === 'Arn' ? found.arn : (found.others[name] ?? found.ref);
    },
    condition: (name) => resolveValue(contextOf(stack), at(stack.template, 'Conditions', name)) === true,
    mapping: (name) => objectOf(at(stack.template, 'Mappings', name)),
    imported: exported,
  });
  return { contextOf, attributes };
};

/** Names never depend on other attributes in a way that loops; the rest of the properties may. */
const namesOnly = (properties: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(properties).filter(
      ([key]) => /(^|[a-z])Name$|^EmailIdentity$|^InstanceArn$/.test(key) && key !== 'ApiName',
    ),
  );

const isKept = (context: TemplateContext, resource: Json | undefined) => {
  const condition = textOf(at(resource, 'Condition'));
  return condition === '' || context.condition(condition);
};

const resourcesOf = (stack: StackTemplate, contexts: ReturnType<typeof createContexts>): readonly Resource[] => {
  const context = contexts.contextOf(stack);
  const entries = Object.entries(objectOf(stack.template.Resources)).filter(([, resource]) =>
    isKept(context, resource),
  );
  return entries.flatMap(([logicalId, resource]) => {
    const attributes = contexts.attributes(stack, logicalId);
    if (attributes === undefined) return [];
    const properties = objectOf(resolveValue(context, at(resource, 'Properties')));
    const path = textOf(at(resource, 'Metadata', 'aws:cdk:path'));
    const dependsOn = listOf(at(resource, 'DependsOn')).map(textOf);
    const type = textOf(at(resource, 'Type'));
    return [{ ...attributes, stack: stack.name, logicalId, type, path, properties, dependsOn }];
  });
};

const outputsOf = (stacks: readonly StackTemplate[], contexts: ReturnType<typeof createContexts>) =>
  stacks.flatMap((stack) =>
    Object.entries(objectOf(stack.template.Outputs)).map(
      ([name, output]) => [name, resolveValue(contexts.contextOf(stack), at(output, 'Value'))] as const,
    ),
  );

/** Reads a cloud assembly into the resources to run. Throws `BootFailure` with a sentence. */
export const readModel = (directory: string, options: ModelOptions): Model => modelOf(readAssembly(directory), options);

/** The same of stacks that were read before. */
export const modelOf = (stacks: readonly StackTemplate[], options: ModelOptions): Model => {
  const contexts = createContexts(stacks, options);
  const resources = stacks.flatMap((stack) => resourcesOf(stack, contexts));
  const byType = Map.groupBy(resources, ({ type }) => type);
  // Each request to a table asks for the tables, and most resources are none.
  const bySeveralTypes = new Map<string, readonly Resource[]>();
  const byIdentifier = new Map<string, Resource[]>();
  for (const resource of resources)
    for (const identifier of new Set([resource.arn, resource.ref, resource.name]))
      byIdentifier.set(identifier, [...(byIdentifier.get(identifier) ?? []), resource]);
  return {
    resources,
    outputs: new Map(outputsOf(stacks, contexts)),
    ofType: (...types) => {
      const [only = '', ...others] = types;
      if (others.length === 0) return byType.get(only) ?? [];
      const known = bySeveralTypes.get(types.join());
      if (known !== undefined) return known;
      const found = resources.filter((resource) => types.includes(resource.type));
      bySeveralTypes.set(types.join(), found);
      return found;
    },
    find: (identifier, type) =>
      byIdentifier.get(identifier)?.find((found) => type === undefined || found.type === type),
    assetFolder: (stackName, s3Key) => {
      const hash = s3Key.replace(/^.*\//, '').replace(/\.zip$/, '');
      const folder = stacks.find(({ name }) => name === stackName)?.assets.get(hash);
      if (folder === undefined)
        throw new BootFailure(`The asset ${hash} of ${stackName} is not in the cloud assembly.`);
      return folder;
    },
  };
};
