import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { SentHoles } from '#shared/domain/message/sent-variant.ts';

/** Characters of JSON from which on it is deflated: a whole mail of one reader is far longer than a name. */
const DEFLATES_FROM = 1024;
const DEFLATED = 'deflated:';
/** A content has 256 KB at most, and what is injected some more, so that nothing that was written amiss fills the memory. */
const MOST_BYTES = 4 * 1024 * 1024;

/** What was of one reader as it is encrypted: JSON, or `deflated:` and base64 of the same deflated (RFC 1951). */
export const textOfHoles = (holes: SentHoles): string => {
  const json = JSON.stringify(holes);
  return json.length < DEFLATES_FROM ? json : DEFLATED + deflateRawSync(json).toString('base64');
};

/** The same again. Throws for what is none. */
export const holesInText = (text: string): SentHoles => {
  const isDeflated = text.startsWith(DEFLATED);
  const bytes = isDeflated ? Buffer.from(text.slice(DEFLATED.length), 'base64') : undefined;
  const json = bytes === undefined ? text : inflateRawSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8');
  return SentHoles.parse(JSON.parse(json));
};
