/** Forms are few, and whoever asks of one asks again for each message and each channel. */
const MOST_KEPT = 200;

/** The same reading of words, made once for the same words: so many are kept, and then others. */
export const readOnce = <Read>(read: (words: string) => Read): ((words: string) => Read) => {
  const known = new Map<string, { readonly read: Read }>();
  return (words) => {
    const kept = known.get(words);
    if (kept !== undefined) return kept.read;
    const made = read(words);
    if (known.size === MOST_KEPT) known.clear();
    known.set(words, { read: made });
    return made;
  };
};
