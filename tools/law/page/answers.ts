import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { Outcome } from '#shared/domain/message/verdict.ts';

/** What the law answers to each situation of the chapters, by row of the decision table: outcome, primary reason, its text. */
export const Answers = z.record(
  z.string(),
  z.strictObject({ outcome: Outcome, code: z.string(), article: z.optional(z.string()) }),
);
export type Answers = z.infer<typeof Answers>;

/** Written by `npm run law`, so that a page can be made without the tests' decision table. */
export const ANSWERS_FILE = new URL('answers.json', import.meta.url);

/** The answers as they were last written. Throws when they were not. */
export const answers = (): Answers => z.parse(Answers, JSON.parse(readFileSync(ANSWERS_FILE, 'utf8')));
