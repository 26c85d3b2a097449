/** A sentence in both languages. */
export interface Said {
  readonly fr: string;
  readonly en: string;
}

/** What a state or a code of ours says, and what to do about it. Absent: nothing. */
export interface WordsOfState {
  readonly sentence: Said;
  readonly remedy?: Said;
}
