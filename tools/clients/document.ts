import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What the clients need to know of docs/openapi.json. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Reference {
  readonly $ref: string;
}

export interface Schema {
  readonly properties?: Readonly<Record<string, { readonly type?: string }>>;
}

interface Media {
  readonly schema: Reference;
}
type Content = Readonly<Record<string, Media>>;

interface OperationObject {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** The scope that a key needs; absent: no key is asked for. */
  readonly 'x-scope'?: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

/** One operation with where it is. */
export interface Operation extends OperationObject {
  readonly path: string;
  /** In upper case. */
  readonly method: string;
}

const FILE = fileURLToPath(new URL('../../docs/openapi.json', import.meta.url));

export const readDocument = (): Document => JSON.parse(readFileSync(FILE, 'utf8'));

/** Every operation, in the order of the document. */
export const operationsOf = ({ paths }: Document): readonly Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() })),
  );

/** The name that a reference ends with. */
export const nameIn = ({ $ref }: Reference): string => $ref.slice($ref.lastIndexOf('/') + 1);

/** `message.sent.v1` becomes `MessageSentV1`. */
export const pascalCase = (name: string): string =>
  `-${name}`.replace(/[-.](\w)/g, (_found, first: string) => first.toUpperCase());
