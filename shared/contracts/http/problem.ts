import * as z from 'zod/mini';
import { about, named } from '#shared/domain/about.ts';
import { Remedy } from './remedy.ts';

/** RFC 9457, with a stable code, pointers into the body, and the id that the logs know. */
export const Problem = named(
  'Problem',
  z.object({
    type: about('URI of the kind of problem; its page says what to do. It never changes.', z.url()),
    title: about(
      'The kind of problem in words, in your language (Accept-Language); the same for each occurrence.',
      z.string(),
    ),
    status: about('The HTTP status code.', z.int()),
    code: about('The kind of problem as a stable code, for programs: the last part of type.', z.string()),
    detail: about(
      'What is wrong this time, in your language (Accept-Language), for a developer.',
      z.optional(z.string()),
    ),
    errors: about(
      'Each fault that was found in the request, at most 50.',
      z.optional(
        z.array(
          z.object({
            pointer: about(
              'Where in the body: a JSON Pointer (RFC 6901). Absent for a fault of a parameter.',
              z.optional(z.string()),
            ),
            parameter: about(
              'The name of the path, query or header parameter. Absent for a fault of the body.',
              z.optional(z.string()),
            ),
            detail: about('What was expected there.', z.string()),
            remedy: about(
              'What you can do about this fault. Absent: the detail says it, or the remedy of the problem.',
              z.optional(Remedy),
            ),
          }),
        ),
      ),
    ),
    remedy: about('What you can do.', Remedy),
    reason: about('A code that says more exactly why, where a problem has several causes.', z.optional(z.string())),
    correlationId: about('The id of this request in our logs; name it when you ask for help.', z.string()),
  }),
);
export type Problem = z.infer<typeof Problem>;
