/**
 * Which image of a mail counts who opens it (docs/decisions/0038): LIL, art. 82, and CNIL, délibération 2026-042. Whoever
 * serves an image learns that a mail was opened; and by whom, where its address is made for one reader.
 */

/** An image as the mail shows it. */
export interface ShownImage {
  /** Where it is fetched from: `src`, or the first address of `srcset`. */
  readonly url: string;
  /** Nothing to see: a pixel each way or less, or hidden and of no size to speak of. */
  readonly isUnseen: boolean;
  /** It declares no size and no words in its place: nothing says that there is something to see. */
  readonly isUnsaid: boolean;
  /** Its server gives the mail other images, which are seen and carry neither field nor query. */
  readonly isHostOfPictures: boolean;
}

/**
 * By what it counts. `token`: its address is made for one reader. `tracker`: it is the known address of a tool that counts.
 * `query`: it is unseen and says something to its server. `no-file`: it is unseen, and its address names no picture, so that
 * it may be anything: in doubt it counts.
 */
export type CountsBy = 'token' | 'tracker' | 'query' | 'no-file';

/** A merge field, in the syntax of any tool. */
const FIELD = /\{\{|%7[Bb]%7[Bb]|\*\||\{%|\{\$|<%|\$\{|%%|\[\[|\[[A-Z][A-Z_ ]{2,}\]|%[A-Z_]{4,}%/;

/** Hosts that serve nothing else. */
const TRACKER_HOSTS =
  /(?:^|\.)(?:emltrk\.com|awstrack\.me|mailtrack\.io|pstmrk\.it|sidekickopen\d*\.com|klclick\d*\.com|sendib[mt]\d*\.com|mailstat\.us|monitor1\.returnpath\.net|google-analytics\.com|bat\.bing\.com)$/;
/** Paths by which sending tools count opens, from `/wf/open` of SendGrid to `/tr/op/` of Brevo. */
const TRACKER_PATHS =
  /\/(?:wf\/open|track(?:ing)?\/open|trk\/|tr\/op\/|open(?:\.php|\.aspx?|\.gif|\.png)?(?:[/?]|$)|e\/o\/|e\dt\/[co]?to?\/|via\/o|oo\/|on\.jsp|px\.png|beacon(?:[/.?]|$)|impression|collect\?|tr\?)/;

const PICTURE = /\.(?:gif|png|jpe?g|svg|webp|avif|bmp|ico)$/;
/** `?v=3`: the version of a file, the same for every reader. */
const VERSION = /^(?:v|ver|version|rev)=[\d.]{1,8}$/;
/** Sixteen characters or more that are no words: a number, or letters and figures mixed. */
const isToken = (segment: string): boolean => /^(?=.*\d)[\w~.-]{16,}$/.test(segment.replace(PICTURE, ''));

/** The parts of an address, in small letters but for its path, whose letters may be a token. */
interface Address {
  readonly host: string | undefined;
  readonly path: string;
  readonly query: string;
}

/** A host without account and port; `undefined` for an address that a field makes. */
export const addressOf = (url: string): Address => {
  const [, authority, rest = ''] = /^(?:https?:)?\/\/([^/?#\s]*)([^#]*)/i.exec(url) ?? [];
  const [path = '', ...query] = (authority === undefined ? url : rest).split('?');
  return {
    host: authority?.toLowerCase().replace(/^.*@/, '').replace(/:\d*$/, ''),
    path,
    query: query.join('?'),
  };
};

const isTracker = ({ host = '', path, query }: Address): boolean =>
  TRACKER_HOSTS.test(host) || TRACKER_PATHS.test(`${path}${query === '' ? '' : '?'}`.toLowerCase());

/** Of an image that is not seen, which has no other use than to keep a distance or to count. */
const unseenCountsBy = (address: Address, isHostOfPictures: boolean): CountsBy | undefined => {
  const { path, query } = address;
  if (query !== '' && !VERSION.test(query)) return 'query';
  if (!PICTURE.test(path.toLowerCase())) return 'no-file';
  return !isHostOfPictures && path.split('/').some(isToken) ? 'token' : undefined;
};

/**
 * By what an image counts who opens the mail; `undefined`: it does not, as a spacer does not, nor a picture that is seen.
 * A picture with a field in its address that is there to be seen stays, and its author answers for it.
 */
export const countsOpens = ({ url, isUnseen, isUnsaid, isHostOfPictures }: ShownImage): CountsBy | undefined => {
  const address = addressOf(url);
  if (isTracker(address)) return 'tracker';
  const isAnswerToField = isUnsaid && FIELD.test(address.query) && !PICTURE.test(address.path.toLowerCase());
  if (isAnswerToField || (isUnseen && FIELD.test(url))) return 'token';
  return isUnseen ? unseenCountsBy(address, isHostOfPictures) : undefined;
};

/** It is the same for every reader, as far as its address shows. */
export const isPlainPicture = (url: string): boolean => {
  const { path, query } = addressOf(url);
  return !FIELD.test(url) && (query === '' || VERSION.test(query)) && PICTURE.test(path.toLowerCase());
};

/** A label of a host that could name a reader: long, made by a field, of many figures, or letters and figures mixed. */
const mayNameReader = (label: string): boolean =>
  !/^[a-z0-9-]{1,20}$/.test(label) || /(?:\d.*){4}/.test(label) || /^(?=.*[a-z])(?=.*\d)[a-z0-9]{6,}$/.test(label);

/** The host of an address as it may be written down: what could name a reader is `*`. Empty: a field makes the address. */
export const hostShown = (url: string): string =>
  addressOf(url)
    .host?.split('.')
    .map((label) => (mayNameReader(label) ? '*' : label))
    .join('.') ?? '';
