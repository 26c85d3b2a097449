import type { StoryKind } from '../seeds.ts';

/** A bug that is planted in a copy of the code that runs in production: what stands there, and what is put in its place. */
export interface Bug {
  readonly name: string;
  /** The stories in which it is looked for; absent: those of single messages. */
  readonly kind?: StoryKind;
  readonly edits: readonly { readonly file: string; readonly find: string; readonly put: string }[];
}
