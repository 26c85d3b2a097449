import * as z from 'zod/mini';

/** What Stryker writes of a run (mutation-testing-report-schema), as far as it is read here; the rest is kept. */
export const MutationReport = z.looseObject({
  files: z.record(
    z.string(),
    z.looseObject({
      mutants: z.array(
        z.looseObject({
          status: z.string(),
          mutatorName: z.string(),
          replacement: z.optional(z.string()),
          location: z.looseObject({ start: z.looseObject({ line: z.int() }) }),
        }),
      ),
    }),
  ),
});
export type MutationReport = z.infer<typeof MutationReport>;

/** How many mutants some test noticed, how many none did, and which. */
interface Score {
  readonly noticed: number;
  readonly missed: number;
  /** Noticed, of all that were tried; 1 where nothing was. */
  readonly share: number;
  /** `shared/law/fold/notes.ts:12 ConditionalExpression: true`. */
  readonly survivors: readonly string[];
}

const NOTICED = new Set(['Killed', 'Timeout']);
const MISSED = new Set(['Survived', 'NoCoverage']);

/** The score of a report. Mutants that were left out, or that no one could run, count neither way. */
export const scoreOf = ({ files }: Pick<MutationReport, 'files'>): Score => {
  const all = Object.entries(files).flatMap(([file, { mutants }]) => mutants.map((mutant) => ({ file, ...mutant })));
  const noticed = all.filter(({ status }) => NOTICED.has(status)).length;
  const survivors = all.filter(({ status }) => MISSED.has(status));
  const tried = noticed + survivors.length;
  return {
    noticed,
    missed: survivors.length,
    share: tried === 0 ? 1 : noticed / tried,
    survivors: survivors.map(({ file, location, mutatorName, replacement = '' }) => {
      const words = replacement.replaceAll(/\s+/g, ' ').slice(0, 80);
      return `${file}:${location.start.line} ${mutatorName}: ${words}`;
    }),
  };
};

/** Reports of parts that share no file, as one. */
export const merged = (reports: readonly MutationReport[]): MutationReport => ({
  ...reports[0],
  files: Object.assign({}, ...reports.map(({ files }) => files)),
});
