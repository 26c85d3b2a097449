/** One declaration, its name and value in lower case, escapes and comments resolved. */
export interface Declaration {
  /** Its name today, without the prefix of a browser. */
  readonly property: string;
  /** The name as its author has it. */
  readonly written: string;
  readonly value: string;
  readonly isImportant: boolean;
}

/** A rule of a style sheet with its own declarations; rules within it are rules of their own. */
export interface Rule {
  /** What it selects, comments taken out; the selectors of the rules around it are within `:is()`. */
  readonly selector: string;
  readonly declarations: readonly Declaration[];
  /**
   * Names of the at-rules around it, the outermost first: `media`, `supports`, `keyframes`, `font-face` …; `print`: a `@media` for
   * paper or voices; `container of a size`: a `@container` that asks for no style.
   */
  readonly within: readonly string[];
  /** What `@media`, `@supports` and `@container` around it ask for, the outermost first. */
  readonly conditions: readonly string[];
  /** Of each `@scope` around it, the selector of the elements within which it applies, and to which. */
  readonly roots: readonly string[];
  /** Where it begins in the sheet. */
  readonly offset: number;
}

/** An `@import`: the address that it names. */
export interface Import {
  readonly address: string;
  readonly offset: number;
}

export interface Sheet {
  /** Blocks are nested deeper than anybody writes: it was not read to its end. */
  readonly isTooDeep: boolean;
  readonly rules: readonly Rule[];
  readonly imports: readonly Import[];
}
