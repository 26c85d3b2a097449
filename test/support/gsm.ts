/**
 * The alphabet and the segments of an SMS a second time, written from 3GPP TS 23.038 (§ 6.2.1 and its extension table) and TS
 * 23.040 (§ 9.2.3.24.1: a header of six bytes, so 153 septets or 67 units in each part), without a look at what Aval counts by.
 */
const BASIC = new Set([
  ...'@£$¥èéùìòÇ\nØø\rÅå',
  ...'Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ',
  ...' !"#¤%&\'()*+,-./',
  ...'0123456789:;<=>?',
  ...'¡ABCDEFGHIJKLMNO',
  ...'PQRSTUVWXYZÄÖÑÜ§',
  ...'¿abcdefghijklmno',
  ...'pqrstuvwxyzäöñüà',
]);
const EXTENSION = new Set('\f^{}\\[~]|€');

/** Of each code point: septets that it takes, one or two; `undefined`: it is not in the alphabet. */
export const septetsOf = (character: string): 1 | 2 | undefined => {
  if (BASIC.has(character)) return 1;
  return EXTENSION.has(character) ? 2 : undefined;
};

/** No unit of these sizes is torn: an escape and its letter, both halves of a pair and a whole character go together. */
const parts = (sizes: readonly number[], room: number): number => {
  let count = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      count += 1;
      used = 0;
    }
    used += size;
  }
  return count;
};

/** Units and segments of a text of GSM letters and single code points. */
export const countedAgain = (text: string): { units: number; segments: number; encoding: 'GSM-7' | 'UCS-2' } => {
  const letters = Array.from(text);
  const septets = letters.map(septetsOf);
  const isGsm = septets.every((each) => each !== undefined);
  const sizes = isGsm ? septets.map((each) => each ?? 0) : letters.map((each) => each.length);
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [alone, each] = isGsm ? [160, 153] : [70, 67];
  return { units, segments: units <= alone ? 1 : parts(sizes, each), encoding: isGsm ? 'GSM-7' : 'UCS-2' };
};
