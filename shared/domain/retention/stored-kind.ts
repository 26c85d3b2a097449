/**
 * In which stage of its life data is (CNIL's own three): in use; kept as proof alone, where no message is made from it; or what
 * remains of an opposition. `none`: it says nothing of a person.
 */
type Stage = 'use' | 'proof' | 'fingerprint' | 'none';

/**
 * How it goes: by the TTL of the table; by the daily sweep; by what walks the list that it is on, each minute or hour; by the
 * retention or the lifecycle of its queue, bucket or log group; or with the contact that it belongs to.
 */
export type Death = 'ttl' | 'sweep' | 'walk' | 'lifecycle' | 'with-contact';

/** One kind of thing that is stored, wherever: how long, why, and how it goes. */
export interface StoredKind {
  /** Of an item of the table its `entity`; else the beginning of a name, without the stage. */
  readonly kind: string;
  /** What it says of a person. */
  readonly holds: string;
  readonly stage: Stage;
  /** How long it stays, from when. */
  readonly term: string;
  /** Why so long: the article, or what it is needed for. */
  readonly reason: string;
  /** How it goes; none: never, and `reason` says why. */
  readonly dies: readonly Death[];
}
