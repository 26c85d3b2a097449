/** What a decoder puts where bytes are no UTF-8. */
const UNREADABLE = '\uFFFD';

/** A header of a part that is text, with its folded lines. */
const TEXT_TYPE = /^(content-type:[ \t]*text\/(?:plain|html))((?:[^\r\n]|\r?\n[ \t])*)/gim;

/**
 * The charset of a part; or what another parameter has in quotes, where no charset is looked for (RFC 2045, 5.1). What no quote
 * ends goes on to the end, so that it is read once.
 */
const CHARSET = /((?<![\w-])charset\s*=\s*)("(?:[^"\\]|\\.)*"?|[^\s;"]*)|"(?:[^"\\]|\\.)*"?/gi;
const NOT_TRUE = /^"?(?:us-ascii|utf-?8|unknown[\w-]*)"?$/i;

const inWindows1252 = (params: string): string => {
  const charsets = [...params.matchAll(CHARSET)].filter(([, name]) => name !== undefined);
  if (charsets.length === 0) return `; charset=windows-1252${params}`;
  return params.replace(CHARSET, (all: string, name: string | undefined, value: string | undefined) =>
    name !== undefined && NOT_TRUE.test(value ?? '') ? `${name}windows-1252` : all,
  );
};

/**
 * The same mail with each text that declares no charset, or one that cannot be true, declared to be windows-1252, as old programs write French;
 * its headers, where they hold such bytes, as UTF-8.
 */
export const declaredWindows1252 = (bytes: Uint8Array): Uint8Array => {
  const mail = Buffer.from(bytes).toString('latin1');
  const end = /\r?\n\r?\n/.exec(mail)?.index ?? mail.length;
  const headers = mail.slice(0, end);
  const typed = /^content-type:/im.test(headers) ? headers : `Content-Type: text/plain\r\n${headers}`;
  const declare = (text: string): string =>
    text.replace(TEXT_TYPE, (_, type: string, params: string) => `${type}${inWindows1252(params)}`);
  const readable = new TextDecoder('windows-1252').decode(Buffer.from(declare(typed), 'latin1'));
  return Buffer.concat([Buffer.from(readable, 'utf8'), Buffer.from(declare(mail.slice(end)), 'latin1')]);
};

/** True of a text with bytes that could not be read. */
export const isUnreadable = (text: string | undefined): boolean => text?.includes(UNREADABLE) ?? false;
