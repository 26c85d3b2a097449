/**
 * W3C SSML 1.1, as far as it decides which words are spoken. A document type, and so entities of its own, is not read.
 */
const TOKEN = new RegExp(
  [
    '<!--[^]*?-->',
    '<\\?[^]*?\\?>',
    '<!\\[CDATA\\[(?<raw>[^]*?)\\]\\]>',
    '<(?<end>/?)(?<name>[A-Za-z][\\w:.-]*)(?<attributes>(?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"<]*"|\'[^\'<]*\'))*)\\s*(?<empty>/?)>',
    '(?<text>[^<]+)',
  ].join('|'),
  'y',
);
type Token = Readonly<Partial<Record<'raw' | 'end' | 'name' | 'attributes' | 'empty' | 'text', string>>>;

/** Played from elsewhere, or about the document: what they contain is not spoken. */
const NOT_SPOKEN = new Set(['audio', 'desc', 'metadata', 'meta', 'lexicon', 'lookup']);
/** So far below the voice's own volume that it is inaudible. */
const INAUDIBLE_DB = -20;

const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi;
const LAST_CODE_POINT = 0x10ffff;

const characterOf = (decimal?: string, hex?: string, name?: string): string | undefined => {
  if (name !== undefined) return REFERENCES[name];
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : undefined;
};

/** Text with its references resolved; `undefined` where one means nothing, or an `&` is alone. */
const resolved = (text: string): string | undefined => {
  const references = [...text.matchAll(REFERENCE)];
  const isKnown = references.every(([, ...given]) => characterOf(...given) !== undefined);
  if (!isKnown || text.replace(REFERENCE, '').includes('&')) return undefined;
  return text.replace(REFERENCE, (_, ...given: string[]) => characterOf(...given.slice(0, 3)) ?? '');
};

const attributeOf = ({ attributes = '' }: Token, wanted: string): string | undefined => {
  const found = new RegExp(`\\s${wanted}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2];
};

const isSilent = (volume = ''): boolean =>
  /^(?:silent|0|-100%)$/.test(volume.trim()) || (/dB$/i.test(volume) && Number.parseFloat(volume) <= INAUDIBLE_DB);

const isSpoken = (token: Token): boolean =>
  !NOT_SPOKEN.has(token.name ?? '') &&
  !(token.name === 'prosody' && isSilent(attributeOf(token, 'volume'))) &&
  // A bleep is played instead.
  !(token.name === 'say-as' && attributeOf(token, 'interpret-as') === 'expletive');

interface Open {
  readonly name: string;
  readonly isSpoken: boolean;
}

/** A voice pauses around a sentence, and shorter at a break. */
const pauseOf = (name: string): string => {
  if (name === 'break') return ' ';
  return name === 'p' || name === 's' ? '\n' : '';
};

const start = (open: Open[], token: Token, name: string): string | undefined => {
  const around = open.at(-1);
  if (around === undefined && name !== 'speak') return undefined;
  const alias = name === 'sub' ? attributeOf(token, 'alias') : undefined;
  const spoken = around?.isSpoken !== false && isSpoken(token);
  if (token.empty === '') open.push({ name, isSpoken: spoken && alias === undefined });
  const said = spoken && alias !== undefined ? resolved(alias) : '';
  return said === undefined ? undefined : pauseOf(name) + said;
};

/** What one token adds to the spoken words; `undefined` where it is not allowed. */
const speak = (open: Open[], token: Token): string | undefined => {
  const { name, raw, text = '' } = token;
  if (name !== undefined && token.end === '') return start(open, token, name);
  if (name !== undefined) return open.pop()?.name === name ? pauseOf(name) : undefined;
  const words = raw ?? resolved(text);
  const around = open.at(-1);
  if (around === undefined) return words?.trim() === '' ? '' : undefined;
  // A word may be spelled for the voice; a sentence said otherwise than it is written is not what is spoken.
  const isRespelled = around.name === 'phoneme' && /\S\s+\S/.test(words ?? '');
  return around.isSpoken && !isRespelled ? words : '';
};

const wordsOf = (document: string): string | undefined => {
  const open: Open[] = [];
  let words = '';
  for (let at = 0; at < document.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(document);
    const said = token === null ? undefined : speak(open, token.groups ?? {});
    if (said === undefined) return undefined;
    words += said;
  }
  return open.length === 0 ? words : undefined;
};

/**
 * The words of a script that are spoken: plain text unchanged, SSML (a document or a piece of one) without what is
 * silent, beeped over or played from elsewhere. `undefined`: markup that is not well formed.
 */
export const spokenWords = (script: string): string | undefined => {
  if (!/<[A-Za-z!?/]/.test(script)) return script;
  return wordsOf(/<speak[\s>]/.test(script) ? script.trim() : `<speak>${script}</speak>`);
};
