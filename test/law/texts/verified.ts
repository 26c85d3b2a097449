import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const FOLDER = new URL('../../texts/', import.meta.url);

/** One version of one text as it could be read: what `test/texts/README.md` describes. */
const VerifiedText = z.strictObject({
  text: z.string(),
  legi: z.optional(z.string()),
  inForce: z.strictObject({
    /** `null`: its first day was not read. */
    from: z.nullable(z.string()),
    until: z.nullable(z.string()),
    /** A day on which it was seen in force, where its first day was not read. */
    seen: z.optional(z.string()),
  }),
  source: z.string(),
  readOn: z.string(),
  grade: z.enum(['first-hand', 'quoted', 'second-hand']),
  notes: z.optional(z.string()),
  paragraphs: z.record(z.string(), z.string()),
});
export type VerifiedText = z.infer<typeof VerifiedText>;

/** The verified texts by version: `l34-5/2020-07-26`. */
export const verifiedTexts = (): ReadonlyMap<string, VerifiedText> =>
  new Map(
    readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .map((file) => [
        file.replaceAll('\\', '/').slice(0, -'.json'.length),
        z.parse(VerifiedText, JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))),
      ]),
  );
