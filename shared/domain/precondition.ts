import { preconditionFailed, preconditionRequired } from './failure.ts';

/** What a caller asks of the present state before it is changed (RFC 9110, 13.1): entity tags with their quotes, or any. */
export interface Precondition {
  /** `If-Match`: the state is one of these; `*`: there is one. */
  readonly ifMatch?: readonly string[] | '*';
  /** `If-None-Match: *`: there is none yet. */
  readonly ifNoneMatch?: '*';
}

/** The entity tag of a numbered version. */
export const tagOf = (version: number): string => `"${version}"`;

/**
 * Throws `precondition-failed` unless the present state is what the caller asks for; `tag`: its entity tag, `undefined` when
 * there is none.
 */
export const refuseUnmet = ({ ifMatch, ifNoneMatch }: Precondition, tag: string | undefined): void => {
  const isMatched = ifMatch === undefined || (tag !== undefined && (ifMatch === '*' || ifMatch.includes(tag)));
  if (!isMatched || (ifNoneMatch === '*' && tag !== undefined)) throw preconditionFailed();
};

/** Throws `precondition-required` where something is there that a whole replacement would wipe unseen. */
export const refuseUnseen = ({ ifMatch, ifNoneMatch }: Precondition, tag: string | undefined): void => {
  if (tag !== undefined && ifMatch === undefined && ifNoneMatch === undefined) throw preconditionRequired();
};
