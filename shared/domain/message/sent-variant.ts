import * as z from 'zod/mini';
import { sha256OfJson } from '../ledger/canonical.ts';

/** A piece of a text: its words, or the name of a hole. */
const Piece = z.union([z.string(), z.strictObject({ hole: z.string() })]);

/** A part of what is handed to a provider: a text in pieces, a list, an object, or what is the same in all. */
export type SentPart =
  | { readonly pieces: readonly z.infer<typeof Piece>[] }
  | { readonly list: readonly SentPart[] }
  | { readonly fields: Readonly<Record<string, SentPart>> }
  | { readonly is: number | boolean | null };
const SentPart: z.ZodMiniType<SentPart> = z.lazy(() =>
  z.union([
    z.strictObject({ pieces: z.array(Piece) }),
    z.strictObject({ list: z.array(SentPart) }),
    z.strictObject({ fields: z.record(z.string(), SentPart) }),
    z.strictObject({ is: z.union([z.number(), z.boolean(), z.null()]) }),
  ]),
);

/**
 * What a provider was handed, without what was of one reader: the words of the author, the blocks that we injected, the headers. In the
 * place of what was of the reader is a hole, as it was written there. The form is frozen: it is filled by putting pieces together, and
 * nothing of what rendered it is needed (docs/decisions/0092).
 */
export const SentVariant = z.strictObject({ v: z.literal(1), sent: SentPart });
export type SentVariant = z.infer<typeof SentVariant>;

/** What each hole held, by its name, as it was written there. */
export const SentHoles = z.record(z.string(), z.string());
export type SentHoles = z.infer<typeof SentHoles>;

/** The name of a variant: SHA-256 of its canonical JSON. */
export const sha256OfVariant = (variant: SentVariant): string => sha256OfJson(variant);

/** A message put together again; `empty`: the holes that nothing was kept for, each shown by its name as `{{name}}`. */
export interface Filled {
  readonly sent: unknown;
  readonly empty: readonly string[];
}

/** A variant with its holes filled. */
export const fillVariant = ({ sent }: SentVariant, holes: SentHoles): Filled => {
  const empty = new Set<string>();
  const filled = (name: string): string => {
    if (Object.hasOwn(holes, name)) return holes[name] ?? '';
    empty.add(name);
    return `{{${name}}}`;
  };
  const partOf = (part: SentPart): unknown => {
    if ('pieces' in part)
      return part.pieces.map((piece) => (typeof piece === 'string' ? piece : filled(piece.hole))).join('');
    if ('list' in part) return part.list.map(partOf);
    if ('is' in part) return part.is;
    return Object.fromEntries(Object.entries(part.fields).map(([name, each]) => [name, partOf(each)]));
  };
  return { sent: partOf(sent), empty: [...empty] };
};
