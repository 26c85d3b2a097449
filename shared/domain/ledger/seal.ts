import { sha256OfJson } from './canonical.ts';

/** 128 bits are enough to show that a stored basis is no longer what was recorded, where its seal was not computed again. */
const SEAL_CHARACTERS = 32;

interface Sealed {
  /** The beginning of the SHA-256, in hexadecimal, of its own canonical JSON without this field. */
  readonly seal: string;
}

const sealOver = (basis: object): string => sha256OfJson({ ...basis, seal: undefined }).slice(0, SEAL_CHARACTERS);

/**
 * Puts a seal on a basis as it is recorded, and again when its state changes by an event. It covers every field that is
 * there: a field that a later version adds must be optional, or every seal in store breaks (test/contract/releases/seals.test.ts).
 */
export const sealed = <Basis extends object>(basis: Basis): Basis & Sealed => ({ ...basis, seal: sealOver(basis) });

/**
 * True unless the stored basis was changed without its seal, by damage or by hand. The seal has no key: a change by whoever computes it again
 * is not noticed here, and the events of the ledger say what was recorded.
 */
export const isUnaltered = <Basis extends Sealed>(basis: Basis): boolean => sealOver(basis) === basis.seal;
