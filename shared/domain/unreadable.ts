import { Failure } from './failure.ts';

/**
 * What is stored of a contact is not in a shape that can be read: damaged, or of a later release. Held like a store that is
 * away: tried again, never allowed, never finally refused (P10). A human repairs it.
 */
export const storedUnreadable = (cause?: unknown) =>
  new Failure('stored-unreadable', 'What is stored of this contact cannot be read.', {
    retryAfter: 60,
    reason: 'OPPOSITION_STORE_UNAVAILABLE',
    cause,
  });

/** True for that failure alone: the store answers, and what it holds cannot be read. */
export const isUnreadable = (error: unknown): error is Failure =>
  error instanceof Failure && error.code === 'stored-unreadable';

/** What is read, or `undefined` of what is stored and cannot be. Throws any other failure. */
export const ifReadable = async <T>(reading: Promise<T>): Promise<T | undefined> => {
  try {
    return await reading;
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
};

/** Why what is encrypted cannot be read now, where nothing shows that it is damaged. */
const KEY_AWAY = 'The key cannot be had now.';

/** The same failure while the key of what is encrypted cannot be had: once it can, it is read as ever. */
export const keyAway = (cause?: unknown) => storedUnreadable(new Error(KEY_AWAY, { cause }));

/** True for that failure alone: no human repairs anything. */
export const isKeyAway = (error: unknown): error is Failure =>
  isUnreadable(error) && error.cause instanceof Error && error.cause.message === KEY_AWAY;

/** What `read` makes of stored data. Throws `stored-unreadable` in place of whatever nobody foresaw. */
export const readable = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw error instanceof Failure ? error : storedUnreadable(error);
  }
};

/** The same of what takes time, such as decrypting with a stored key. */
export const unharmed = async <T>(reading: Promise<T>): Promise<T> => {
  try {
    return await reading;
  } catch (error) {
    throw error instanceof Failure ? error : storedUnreadable(error);
  }
};
