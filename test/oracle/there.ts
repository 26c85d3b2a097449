/** A value that is there by construction. Throws where it is not. */
export const there = <T>(value: T | undefined): T => {
  if (value === undefined) throw new RangeError('something is not there');
  return value;
};
