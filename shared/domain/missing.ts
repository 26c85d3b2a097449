/** A sentence in both languages that Aval speaks. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/**
 * What something that was put lacks before it can carry a message: where (a JSON Pointer into it, RFC 6901), what is wrong,
 * and what to do about it. `pointer` of a remedy: into the same thing; `route`: where it is done, method and path.
 */
export interface Missing {
  readonly pointer: string;
  readonly sentence: Bilingual;
  readonly remedy: { readonly sentence: Bilingual; readonly pointer?: string; readonly route?: string };
}

/** What is wrong at a pointer, and what to do about it: at the same place, or by this route (method and path). */
export const missing = (pointer: string, sentence: Bilingual, remedy: Bilingual, route?: string): Missing => ({
  pointer,
  sentence,
  remedy: route === undefined ? { sentence: remedy, pointer } : { sentence: remedy, route },
});

/** The same, seen from around the thing that lacks it: its pointers begin with `prefix`. */
export const missingUnder = (prefix: string, { pointer, sentence, remedy }: Missing): Missing => ({
  pointer: `${prefix}${pointer}`,
  sentence,
  remedy: { ...remedy, ...(remedy.pointer === undefined ? {} : { pointer: `${prefix}${remedy.pointer}` }) },
});

/** Channels with `true` where a message can go on them, or else what is missing. */
export type Usable = Readonly<Record<string, true | { readonly missing: readonly Missing[] }>>;
