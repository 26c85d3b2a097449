import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** A schema of the published document, as JSON has it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}

interface Media {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
}

export interface Operation {
  /** `recordConsent` */
  readonly operationId: string;
  /** `POST` */
  readonly method: string;
  /** `/v1/consents/{consentId}/withdrawal` */
  readonly path: string;
  readonly scope: string | undefined;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  /** Bodies that the document shows. */
  readonly examples: readonly unknown[];
  readonly mediaTypes: readonly string[];
}

// biome-ignore lint/suspicious/noExplicitAny: the document is read as what it is, JSON.
type Json = any;

const document: Json = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, 'openapi');

/** What a reference within the document stands for. */
export const resolved = <T extends { readonly $ref?: string }>(part: T): T => {
  if (part.$ref === undefined) return part;
  const names = part.$ref.replace(/^#\//, '').split('/');
  const found = names.reduce((at: Json, name) => at?.[name.replaceAll('~1', '/').replaceAll('~0', '~')], document);
  if (found === undefined) throw new Error(`the document has no ${part.$ref}`);
  return resolved(found);
};

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

const operationOf = (path: string, method: string, found: Json): Operation => {
  const content: Readonly<Record<string, Media>> = found.requestBody?.content ?? {};
  const [first] = Object.values(content);
  return {
    operationId: found.operationId,
    method: method.toUpperCase(),
    path,
    scope: found['x-scope'],
    parameters: (found.parameters ?? []).map((parameter: Parameter & { $ref?: string }) => resolved(parameter)),
    body: first?.schema,
    examples: Object.values(first?.examples ?? {}).map(({ value }) => value),
    mediaTypes: Object.keys(content),
  };
};

/** Every operation of the published document. */
export const OPERATIONS: readonly Operation[] = Object.entries<Json>(document.paths).flatMap(([path, item]) =>
  METHODS.filter((method) => item[method] !== undefined).map((method) => operationOf(path, method, item[method])),
);

export const operationNamed = (operationId: string): Operation => {
  const found = OPERATIONS.find((operation) => operation.operationId === operationId);
  if (found === undefined) throw new Error(`the document has no operation ${operationId}`);
  return found;
};

const escaped = (name: string): string => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));

interface Described {
  readonly content?: Readonly<Record<string, Media>>;
}
const answers = new Map<string, { readonly described: Described; readonly validate: Map<string, ValidateFunction> }>();

/** The schema of an answer, by its place in the document, compiled once. */
const answerOf = ({ path, method, operationId }: Operation, status: number) => {
  const key = `${operationId} ${status}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const found = document.paths[path][method.toLowerCase()].responses[String(status)];
  if (found === undefined) return undefined;
  const described: Described = resolved(found);
  const pointer = found.$ref ?? `#/paths/${escaped(path)}/${method.toLowerCase()}/responses/${status}`;
  const validate = new Map<string, ValidateFunction>();
  for (const type of Object.keys(described.content ?? {})) {
    const compiled = ajv.getSchema(`openapi${pointer}/content/${escaped(type)}/schema`);
    if (compiled !== undefined) validate.set(type, compiled);
  }
  const answer = { described, validate };
  answers.set(key, answer);
  return answer;
};

/**
 * What differs between an answer and what the document says of it: another status, another type, a body of another shape, a
 * problem with a code that it does not show. `undefined`: nothing.
 */
export const undocumented = (
  operation: Operation,
  { status, type, text }: { readonly status: number; readonly type: string; readonly text: string },
): string | undefined => {
  const answer = answerOf(operation, status);
  if (answer === undefined) return `status ${status} is not documented`;
  const types = Object.keys(answer.described.content ?? {});
  if (types.length === 0) return text === '' ? undefined : `status ${status} has a body, and none is documented`;
  const media = type.split(';')[0]?.trim() ?? '';
  const validate = answer.validate.get(media);
  if (validate === undefined) return `status ${status} has type ${media || 'none'}, documented: ${types.join(', ')}`;
  const body: Json = JSON.parse(text);
  const isValid: boolean = validate(body);
  if (!isValid) return `status ${status}: ${ajv.errorsText(validate.errors, { dataVar: 'answer' }).slice(0, 400)}`;
  if (status < 400) return undefined;
  const shown = Object.entries(resolved<Json>(found(operation, status)).content[media].examples ?? {}).flatMap(
    ([name, example]: [string, Json]) => [name, resolved<Json>(example).value?.code],
  );
  return shown.includes(body.code) ? undefined : `status ${status} has the code ${body.code}, which is not documented`;
};

const found = ({ path, method }: Operation, status: number): Json =>
  document.paths[path][method.toLowerCase()].responses[String(status)];
