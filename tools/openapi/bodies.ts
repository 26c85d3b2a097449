import * as z from 'zod/mini';
import { documentOf } from '#shared/contracts/http/document.ts';
import type { Route } from '#shared/contracts/http/route.ts';
import { about, namedSchemas } from '#shared/domain/about.ts';
import type { Direction } from './components.ts';

const pascalCase = (name: string): string => `-${name}`.replace(/-(\w)/g, (_found, first) => first.toUpperCase());

/** A schema with the name under which the document holds it. */
interface Body {
  readonly name: string;
  readonly schema: z.ZodMiniType;
}

/** The whole body of a request: of a batch, with the schema of its items. */
const wholeBody = ({ body, item, list }: Route): z.ZodMiniType | undefined => {
  if (item === undefined || list === undefined || !(body instanceof z.ZodMiniObject)) return body;
  const items = z.array(item).check(z.minLength(1), z.maxLength(100));
  const { [list]: unread = items } = body.shape as Readonly<Record<string, z.ZodMiniType>>;
  return z.extend(body, { [list]: about(unread, items) });
};

/** What a route takes; `undefined`: no body. Named after the route. */
export const requestBody = (route: Route): Body | undefined => {
  const schema = wholeBody(route);
  return schema && { name: `${pascalCase(route.name)}Request`, schema };
};

/** The problem of a batch of which no item was taken, named after the route; `undefined`: the route takes no batch. */
export const refusedBody = (route: Route): Body | undefined => {
  const schema = documentOf(route).refused;
  return schema && { name: `${pascalCase(route.name)}Problem`, schema };
};

/** What a route answers with this status; `undefined`: no body. Named after itself, or else after the route. */
export const answerBody = (route: Route, status: number): Body | undefined => {
  const schema = documentOf(route).answers.find((answer) => answer.status === status)?.body;
  if (schema === undefined) return undefined;
  const known = [...namedSchemas()].find(([, named]) => named === schema);
  return { name: known?.[0] ?? `${pascalCase(route.name)}Answer`, schema };
};

/** The bodies of all these routes, by name. */
export const bodiesOf = (routes: readonly Route[]): Readonly<Record<Direction, ReadonlyMap<string, z.ZodMiniType>>> => {
  const named = (bodies: readonly (Body | undefined)[]) =>
    new Map(bodies.flatMap((body) => (body === undefined ? [] : [[body.name, body.schema] as const])));
  return {
    input: named(routes.map(requestBody)),
    output: named(
      routes.flatMap((route) => [
        ...documentOf(route).answers.map(({ status }) => answerBody(route, status)),
        refusedBody(route),
      ]),
    ),
  };
};
