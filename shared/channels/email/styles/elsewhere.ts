/** Hosts whose style sheets hold fonts and nothing else. */
const FONT_HOSTS =
  /^(?:https?:)?\/\/(?:fonts\.(?:googleapis|bunny|cdnfonts|gstatic)\.(?:com|net)|(?:use|p)\.typekit\.net|fast\.fonts\.net|cloud\.typography\.com)\//i;

/** True for the address of a sheet that is on another server and could say anything. */
export const isElsewhere = (address: string): boolean =>
  /^(?:[a-z]+:|\/\/)/i.test(address) && !FONT_HOSTS.test(address);
