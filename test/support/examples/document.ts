/** `docs/openapi.json` as one reads it who knows nothing else: its story, and the example of each of its calls. */
import { readFileSync } from 'node:fs';
import type { Called, StoryCall } from '#tools/openapi/story/call.ts';

type Examples = Readonly<Record<string, { readonly value?: unknown }>>;
interface Content {
  readonly content?: Readonly<
    Record<string, { readonly examples?: Examples; readonly schema?: { readonly $ref?: string } }>
  >;
}
interface Operation {
  readonly operationId: string;
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly 'x-story': readonly StoryCall[];
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

export const readOpenApi = (): OpenApi => JSON.parse(readFileSync('docs/openapi.json', 'utf8'));

const exampleIn = ({ content = {} }: Content, name: string): unknown =>
  Object.values(content).find(({ examples = {} }) => name in examples)?.examples?.[name]?.value;

/** Every operation with its method and path, by its id. */
export const operationsOf = ({ paths }: OpenApi) =>
  new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, operation]) =>
          [
            operation.operationId,
            {
              ...operation,
              path,
              method: method.toUpperCase(),
              /** Where the document has the schema of its body. */
              schemaOfRequest: operation.requestBody?.content?.['application/json']?.schema?.$ref,
            },
          ] as const,
      ),
    ),
  );

/** What a call of the story sends, and what it is answered. Throws for a call of no operation. */
export const exampleOf = (
  operations: ReturnType<typeof operationsOf>,
  { operationId, example, status }: StoryCall,
): { readonly called: Called; readonly answer: unknown } => {
  const operation = operations.get(operationId);
  if (operation === undefined) throw new Error(`The document has no operation ${operationId}.`);
  const { method, path, requestBody = {}, responses } = operation;
  return {
    called: { method, path, body: exampleIn(requestBody, example) },
    answer: exampleIn(responses[status] ?? {}, example),
  };
};

/** Every success of every operation, and the refusal of every batch: each is in the story. */
export const promisedAnswers = (document: OpenApi): readonly string[] =>
  [...operationsOf(document).values()].flatMap(({ operationId, responses }) =>
    Object.entries(responses)
      .filter(([status, { content = {} }]) => {
        const examples = Object.values(content).flatMap((each) => Object.values(each.examples ?? {}));
        return status < '300' || (status === '422' && examples.some(({ value }) => value !== undefined));
      })
      .map(([status]) => `${operationId} ${status}`),
  );
