import { bytesOf } from '#shared/channels/content/rendered-size.ts';
import type { FinalBytes } from '#shared/domain/message/content.ts';

/** How large the parts of a message are, in bytes of UTF-8. */
export interface SizeOfBytes {
  readonly html?: number;
  readonly text?: number;
}

/** A part of final bytes: their text, or the HTML of a mail. `undefined`: they have none. */
export const partOf = (bytes: FinalBytes, name: keyof SizeOfBytes): string | undefined => {
  const parts: Readonly<Record<string, unknown>> = { ...Object.values(bytes)[0] };
  const part = parts[name];
  return typeof part === 'string' ? part : undefined;
};

const sizeOf = (bytes: FinalBytes, name: keyof SizeOfBytes): SizeOfBytes => {
  const part = partOf(bytes, name);
  return part === undefined ? {} : { [name]: bytesOf(part) };
};

/** Sizes of the parts of final bytes; a text message has no HTML. */
export const sizeOfBytes = (bytes: FinalBytes): SizeOfBytes => ({ ...sizeOf(bytes, 'html'), ...sizeOf(bytes, 'text') });
