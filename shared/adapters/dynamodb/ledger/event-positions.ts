import type { Item } from '../table.ts';

/** True of an item at the position of an event that is in the archive: of what it said nothing is there. */
export const isEventPosition = ({ entity }: Item): boolean => entity === 'event-position';
