import type * as z from 'zod/mini';
import { invalidRequest } from '../domain/failure.ts';
import { shownName } from './validate.ts';

/** Path or query parameters by their schema. Throws `invalid-request` naming the parameter, never its value. */
export const parametersOf = <S extends z.ZodMiniType>(
  schema: S,
  received: Readonly<Record<string, string | undefined>> | null,
): z.output<S> => {
  const parsed = schema.safeParse({ ...received });
  if (parsed.success) return parsed.data;
  throw invalidRequest(
    parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ pointer: '', parameter: shownName(key), detail: 'unknown parameter' }))
        : [{ pointer: '', parameter: String(issue.path[0] ?? '?'), detail: issue.message }],
    ),
  );
};
