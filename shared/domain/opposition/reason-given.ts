/**
 * Why somebody stopped, if they care to say: asked once the opposition is recorded, never before, and counted for the advertiser without whose
 * it was (docs/decisions/0074). No rule reads it.
 */
export const REASONS_GIVEN = ['too-many', 'not-interested', 'never-asked', 'other'] as const;
export type ReasonGiven = (typeof REASONS_GIVEN)[number];

/** `undefined`: nothing that the list has. */
export const reasonGivenIn = (said: string): ReasonGiven | undefined => REASONS_GIVEN.find((each) => each === said);
