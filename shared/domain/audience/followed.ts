/**
 * The names under which a contact's standing and its profile are kept beside its events: sort keys of the table. The audience index follows
 * the changes of these two, and of nothing else of a contact.
 */
export const STANDING = 'STANDING';
export const PROFILE = 'STANDING#PROFILE';
export const FOLLOWED = [STANDING, PROFILE] as const;
