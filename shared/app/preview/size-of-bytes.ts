import { bytesOf } from '#shared/channels/content/rendered-size.ts';
import type { FinalBytes } from '#shared/domain/message/content.ts';

/** How large the parts of a message are, in bytes of UTF-8. */
export interface SizeOfBytes {
  readonly html?: number;
  readonly text?: number;
}

const partOf = (bytes: FinalBytes, name: keyof SizeOfBytes): SizeOfBytes => {
  const parts: Readonly<Record<string, unknown>> = { ...Object.values(bytes)[0] };
  const part = parts[name];
  return typeof part === 'string' ? { [name]: bytesOf(part) } : {};
};

/** Sizes of the parts of final bytes; a text message has no HTML. */
export const sizeOfBytes = (bytes: FinalBytes): SizeOfBytes => ({ ...partOf(bytes, 'html'), ...partOf(bytes, 'text') });
