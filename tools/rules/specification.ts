import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType, ResourceProperties } from '@aws-cdk/service-spec-types';

/** A template of CloudFormation, as far as it is looked at. */
export interface Template {
  readonly Resources?: Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>;
}

type Json = Readonly<Record<string, unknown>>;
/** Where a value is in a resource, and what is wrong with it. */
interface Complaint {
  readonly at: string;
  readonly what: string;
}

/**
 * How scalars of the specification are written; CloudFormation turns one kind into another where it can.
 */
const READS: Readonly<Record<string, RegExp>> = {
  string: /^/,
  'date-time': /^\d{4}-\d\d-\d\d/,
  number: /^-?\d+(\.\d+)?$/,
  integer: /^-?\d+$/,
  boolean: /^(true|false)$/,
};

/**
 * Compares templates with CloudFormation's own description of its resources, as AWS publishes it: every type of resource,
 * every property, every value of a closed list, and what must be there. Values that CloudFormation fills when it deploys
 * (`Ref`, `Fn::…`) are not looked into.
 */
export const specification = () => {
  const database = loadAwsServiceSpecSync();
  let compared = 0;

  const ofObject = (properties: ResourceProperties, value: Json, at: string): readonly Complaint[] => [
    ...Object.entries(value).flatMap(([name, one]) => {
      const property = properties[name];
      return property === undefined
        ? [{ at: `${at}.${name}`, what: 'no such property' }]
        : ofProperty(property, one, `${at}.${name}`);
    }),
    ...Object.entries(properties)
      .filter(([name, { required }]) => required && value[name] === undefined)
      .map(([name]) => ({ at: `${at}.${name}`, what: 'must be there' })),
  ];

  const ofProperty = ({ type, previousTypes = [] }: Property, value: unknown, at: string): readonly Complaint[] =>
    ofAnyType([type, ...previousTypes], value, at);

  /** What the first type complains of, unless another fits. Beside a type with members, JSON would take anything. */
  const ofAnyType = (types: readonly PropertyType[], value: unknown, at: string): readonly Complaint[] => {
    const structured = types.some(({ type }) => ['array', 'map', 'ref'].includes(type))
      ? types.filter(({ type }) => type !== 'json')
      : types;
    const complaints = structured.map((type) => ofValue(type, value, at));
    return complaints.find((each) => each.length === 0) ?? complaints[0] ?? [];
  };

  const ofValue = (type: PropertyType, value: unknown, at: string): readonly Complaint[] => {
    compared += 1;
    if (isFilledLater(value) || type.type === 'json') return [];
    if (type.type === 'union') return ofAnyType(type.types, value, at);
    if (type.type === 'array')
      return Array.isArray(value)
        ? value.flatMap((one, index) => ofValue(type.element, one, `${at}[${index}]`))
        : [{ at, what: 'must be a list' }];
    if (type.type === 'map' || type.type === 'ref' || type.type === 'tag')
      return isObject(value) ? ofMembers(type, value, at) : [{ at, what: 'must be an object' }];
    return ofScalar(type, value, at);
  };

  const ofMembers = (
    type: Extract<PropertyType, { type: 'map' | 'ref' | 'tag' }>,
    value: Json,
    at: string,
  ): readonly Complaint[] => {
    if (type.type === 'ref') return ofObject(database.get('typeDefinition', type.reference.$ref).properties, value, at);
    if (type.type === 'map')
      return Object.entries(value).flatMap(([name, one]) => ofValue(type.element, one, `${at}.${name}`));
    return 'Key' in value ? [] : [{ at, what: 'must be a tag' }];
  };

  return {
    /** What is wrong with a template, a line each: `<resource> (<type>).<property>: <what>`. */
    complaintsOf: (template: Template): readonly string[] =>
      Object.entries(template.Resources ?? {}).flatMap(([id, { Type, Properties = {} }]) => {
        const [resource] = database.lookup('resource', 'cloudFormationType', 'equals', Type);
        if (resource === undefined) return [`${id}: there is no resource type ${Type}`];
        const complaints = ofObject(resource.properties, Properties as Json, '');
        return complaints.map(({ at, what }) => `${id} (${Type})${at}: ${what}`);
      }),
    /** How many values were compared so far. */
    compared: () => compared,
  };
};

const ofScalar = (
  type: { readonly type: string; readonly allowedValues?: readonly (string | number)[] },
  value: unknown,
  at: string,
): readonly Complaint[] => {
  const form = READS[type.type];
  if (form === undefined) return [{ at, what: `is of a kind that is not read here: ${type.type}` }];
  if (typeof value === 'object' || !form.test(String(value))) return [{ at, what: `must be of type ${type.type}` }];
  if (type.allowedValues?.map(String).includes(String(value)) === false)
    return [{ at, what: `${value} is not among ${type.allowedValues.join(', ')}` }];
  return [];
};

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFilledLater = (value: unknown): boolean => {
  if (!isObject(value)) return false;
  const [name = '', ...others] = Object.keys(value);
  return others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'));
};
