/** How telephones write what is in the lists of words, French before English. */
const WRITTEN_FOR: Readonly<Record<string, string>> = {
  jms: 'jamais',
  plu: 'plus',
  pa: 'pas',
  ke: 'que',
  koi: 'quoi',
  sa: 'ca',
  stp: 'svp',
  mrc: 'merci',
  cest: 'c est',
  jveu: 'je veux',
  jveux: 'je veux',
  jve: 'je veux',
  jvx: 'je veux',
  ve: 'veux',
  veu: 'veux',
  vx: 'veux',
  veut: 'veux',
  nn: 'non',
  nan: 'non',
  nop: 'non',
  num: 'numero',
  nums: 'numero',
  mess: 'message',
  msg: 'message',
  msgs: 'message',
  txt: 'text',
  txts: 'text',
  txting: 'texting',
  vs: 'vos',
  jai: 'j ai',
  pls: 'please',
  plz: 'please',
  ur: 'your',
  thx: 'thanks',
  thks: 'thanks',
  tks: 'thanks',
  dont: 'do not',
  didnt: 'did not',
  nope: 'no',
  nah: 'no',
  wont: 'will not',
};

/** Words in two that apostrophes part. */
const PARTED: readonly (readonly [written: RegExp, meant: string])[] = [
  [/(^| )don t(?= |$)/g, '$1do not'],
  [/(^| )didn t(?= |$)/g, '$1did not'],
  [/(^| )(veux|souhaite) pu(?= |$)/g, '$1$2 plus'],
  [/(^| )(?:mintere|minterr?e)/g, '$1m intere'],
  [/(^| )m(envo|ecri|oppos|adress)/g, '$1m $2'],
];

/** Folded words as they are spelt out: three characters of one kind and more are one, slang and what is glued is written in full. */
export const speltOut = (words: string): string =>
  PARTED.reduce(
    (text, [written, meant]) => text.replace(written, meant),
    words
      .replace(/(\p{L})\1{2,}/gu, '$1')
      .split(' ')
      .map((word) => (Object.hasOwn(WRITTEN_FOR, word) ? WRITTEN_FOR[word] : word))
      .join(' '),
  );

/** Characters that somebody spread over a line, each word of them in one: "d é s i n s c r i r e"; two of them, and what apostrophes part, stay. */
export const together = (text: string): string =>
  text.replace(/(?<![^\s])\p{L}(?: \p{L}){2,}(?![^\s])/gu, (spread) => spread.replaceAll(' ', ''));
