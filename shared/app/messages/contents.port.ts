import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Content } from '#shared/domain/message/content.ts';

/**
 * Where the text of a message without a template lies, and what opens it: it may be written for its reader alone. It is kept with the
 * secrets of each message that has this text, and goes with them.
 */
export interface OwnText {
  /** SHA-256 of the encrypted object. */
  readonly object: string;
  /** Base64 of 32 bytes, which follow from the text. */
  readonly key: string;
}

export interface Contents {
  /** Stores content under the SHA-256 of its canonical JSON and returns it; storing twice is one object. */
  put(access: AdvertiserAccess, content: Content): Promise<string>;
  has(access: AdvertiserAccess, sha256: string): Promise<boolean>;
  get(access: AdvertiserAccess, sha256: string): Promise<Content | undefined>;
  /** Stores a text encrypted, under a key that follows from it: the same text is one object, which nobody reads without what this returns. */
  putOwn(access: AdvertiserAccess, content: Content): Promise<OwnText>;
  /** `undefined`: it is not there. Throws `stored-unreadable` for what this key does not open. */
  getOwn(access: AdvertiserAccess, text: OwnText): Promise<Content | undefined>;
}

/** Texts of messages without a template, by the SHA-256 of their canonical JSON: until one who was sent it is erased, for thirty days. */
export interface NamedTexts {
  put(access: AdvertiserAccess, sha256: string, text: OwnText): Promise<void>;
  find(access: AdvertiserAccess, sha256: string): Promise<OwnText | undefined>;
  /** Removes a name, if it is there. */
  remove(access: AdvertiserAccess, sha256: string): Promise<void>;
}
