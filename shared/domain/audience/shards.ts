/** Partitions of an audience, 0 to 31: a contact is always in the same one. */
export const AUDIENCE_SHARDS = 32;
