const SIDES: Readonly<Record<string, string>> = {
  before: 'block-start',
  after: 'block-end',
  start: 'inline-start',
  end: 'inline-end',
};
const SIZES: Readonly<Record<string, string>> = { width: 'inline-size', height: 'block-size' };
const OLD_NAMES: Readonly<Record<string, string>> = {
  'text-combine': 'text-combine-upright',
  'word-wrap': 'overflow-wrap',
};

/** The name of a property today, without the prefix of a browser: `transform` of `-webkit-transform`, `margin-inline-start` of `-webkit-margin-start`. */
export const nameToday = (property: string): string => {
  if (!property.startsWith('-') || property.startsWith('--')) return OLD_NAMES[property] ?? property;
  const name = property.replace(/^-[a-z]+-/, '');
  return (
    OLD_NAMES[name] ??
    name
      .replace(
        /^(margin|padding|border)-(before|after|start|end)(?![a-z])/,
        (_, of: string, side: string) => `${of}-${SIDES[side]}`,
      )
      .replace(/^((?:min-|max-)?)logical-(width|height)$/, (_, bound: string, side: string) => `${bound}${SIZES[side]}`)
  );
};
