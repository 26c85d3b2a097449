/** Characters that hide the rest, whatever its length. */
const HIDDEN = '•••';
/** Digits of a number that are shown: its country and the first one, and the last two. */
const FIRST = 4;
const LAST = 2;

/** An address so that its holder knows it again and whoever looks over their shoulder does not learn it. */
export const maskedAddress = (address: string): string => {
  const at = address.lastIndexOf('@');
  if (at < 1) return `${address.slice(0, FIRST)} ${HIDDEN} ${address.slice(-LAST)}`;
  const domain = address.slice(at + 1);
  const dot = domain.lastIndexOf('.');
  return `${[...address][0]}${HIDDEN}@${[...domain][0]}${HIDDEN}${dot < 1 ? '' : domain.slice(dot)}`;
};
