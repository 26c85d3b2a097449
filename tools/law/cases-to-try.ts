import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { FormVersion } from '#shared/domain/consent/form-version.ts';
import { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';
import { foldTable } from '#test/support/in-process/fold-table.ts';

/** A case that a draft is tried on. */
export interface Case {
  readonly name: string;
  readonly request: VetRequest;
  readonly bytes?: BytesFacts | undefined;
  /** The verdict it was given, where it was really given. */
  readonly stored?: StoredVerdict;
}

/** The rows of the decision table, folded in process. */
export const sampleCases = async (): Promise<readonly Case[]> =>
  (await foldTable())
    .flatMap(([, rows]) => rows)
    .map(({ row, title, request, bytes }) => ({
      name: `row ${row}: ${title}`,
      request,
      bytes,
    }));

/** One line of an export of stored verdicts: the verdict, and what it was given on (docs/law-drafts.md). */
const Exported = z.strictObject({
  id: z.string(),
  verdict: StoredVerdict,
  request: z.looseObject({ message: z.looseObject({}), address: z.string(), advertiser: z.looseObject({}) }),
  forms: z.array(FormVersion),
  bytes: z.optional(z.looseObject({})),
});

const caseOf = ({ id, verdict, request, forms, bytes }: z.infer<typeof Exported>): Case => {
  const formOf: VetRequest['formOf'] = ({ formId, version }) =>
    forms.find((form) => form.formId === formId && form.version === version);
  // What the vet read was checked when it was stored; the export carries it as it was.
  const asked = { sends: [], standing: undefined, ...request, at: verdict.at, formOf } as unknown as VetRequest;
  return { name: id, request: asked, bytes: bytes as BytesFacts | undefined, stored: verdict };
};

/** Stored verdicts from a JSON file. Throws when it is not an export. */
export const storedCases = (file: string): readonly Case[] =>
  z.parse(z.array(Exported), JSON.parse(readFileSync(file, 'utf8'))).map(caseOf);
