/** RFC 2047: an encoded word holds at most 75 characters; `=?UTF-8?B?` and `?=` take 12 of them, base64 the rest. */
const BYTES_PER_WORD = 45;

const isPlain = (name: string): boolean => /^[\x20-\x7e]*$/.test(name);

/** Cuts at whole characters, so that each encoded word decodes alone. */
const wordsOf = (name: string): readonly string[] => {
  const words: string[] = [];
  let word = '';
  for (const character of name) {
    if (Buffer.byteLength(word + character) > BYTES_PER_WORD) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word];
};

const encoded = (word: string): string => `=?UTF-8?B?${Buffer.from(word, 'utf8').toString('base64')}?=`;

/**
 * `From` as SES takes it: seven-bit, the display name quoted (RFC 5322) or as encoded words (RFC 2047). Line breaks
 * in a name become spaces, so that a name can never add a header.
 */
export const fromHeader = ({ address, name }: { address: string; name: string }): string => {
  const safe = name.replace(/[\r\n\t]+/g, ' ');
  const display = isPlain(safe) ? `"${safe.replace(/(["\\])/g, '\\$1')}"` : wordsOf(safe).map(encoded).join(' ');
  return `${display} <${address}>`;
};
