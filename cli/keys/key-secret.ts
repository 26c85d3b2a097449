/** What is kept of a secret of keys: its keys by number, the current one, and when it was last changed. */
export interface KeySecret {
  readonly keys: Readonly<Record<`key${number}`, string>>;
  readonly current: number;
  /** Of the data secret: data keys are wrapped under advertisers' own keys of this number. Absent: under keys that are derived from `keys`. */
  readonly advertisers?: number | undefined;
  /** When a key was added or became current. Absent: no rotation was begun by this command. */
  readonly since?: string | undefined;
  /** Since when nothing that is stored needed the former keys. */
  readonly unneededSince?: string | undefined;
}

/** What comes next for a secret. */
export type Step =
  /** One key: another is added, which all read and none use. */
  | { readonly kind: 'add' }
  /** Of the data secret: advertisers' own keys come into use, which whoever knows nothing of them opens all the same. */
  | { readonly kind: 'own' }
  /** A key was added by hand: from now on it is known when. */
  | { readonly kind: 'note' }
  | { readonly kind: 'wait'; readonly until: string }
  /** All know the newest key: it becomes current. */
  | { readonly kind: 'switch' }
  /** All use the newest key: what is under former ones is carried over. */
  | { readonly kind: 'carry' };

const MINUTE_MS = 60_000;
/**
 * Functions keep a secret for five minutes, and the longest runs for fifteen (`functions/manifest`); ten more for clocks that
 * differ.
 */
const KNOWN_AFTER_MS = 30 * MINUTE_MS;
const DAY_MS = 86_400_000;
/** A table can be restored to how it was so many days ago (DynamoDB, point-in-time recovery). */
export const BACKUP_DAYS = 35;
/** As the fingerprint of a contact says it in a link. */
const LAST_VERSION = 63;

export const versionsOf = ({ keys }: KeySecret): readonly number[] =>
  Object.keys(keys)
    .map((name) => Number(name.slice('key'.length)))
    .sort((a, b) => a - b);

/** Versions that are read, and that nothing should be under any more. */
export const formerOf = (secret: KeySecret): readonly string[] =>
  versionsOf(secret)
    .filter((version) => secret.advertisers !== undefined || version < secret.current)
    .map(String);

/** The same of advertisers' own keys. They stay where they are, encrypted: each is one item of its advertiser. */
export const formerOwn = ({ advertisers = 1 }: KeySecret): readonly string[] =>
  Array.from({ length: advertisers - 1 }, (_, index) => `k${index + 1}`);

/** Throws where the text is no secret of keys. */
export const readSecret = (text: string): KeySecret => {
  const { current, advertisers, since, unneededSince, ...rest } = JSON.parse(text) as Record<string, unknown>;
  const named = Object.entries(rest).filter(([name, key]) => /^key[1-9]\d?$/.test(name) && typeof key === 'string');
  const keys = Object.fromEntries(named) as KeySecret['keys'];
  const [oldest] = versionsOf({ keys, current: 0 });
  const own = typeof advertisers === 'number' ? { advertisers } : {};
  if (oldest === undefined && typeof advertisers !== 'number')
    throw new Error('This secret holds no key named key1, key2…');
  return {
    keys,
    current: typeof current === 'number' ? current : (oldest ?? 0),
    ...own,
    ...(typeof since === 'string' ? { since } : {}),
    ...(typeof unneededSince === 'string' ? { unneededSince } : {}),
  };
};

export const writeSecret = ({ keys, current, ...rest }: KeySecret): string =>
  JSON.stringify({ ...keys, ...(Object.keys(keys).length === 0 ? {} : { current }), ...rest });

const after = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

/** What may be done at `now`. `hasOwn`: its keys wrap, and advertisers are to have keys of their own. */
export const nextStep = (secret: KeySecret, now: string, { hasOwn }: { readonly hasOwn: boolean }): Step => {
  const versions = versionsOf(secret);
  const isOwn = secret.advertisers !== undefined;
  const next: Step = hasOwn && !isOwn ? { kind: 'own' } : { kind: 'carry' };
  if (versions.length === 1 && !isOwn) return hasOwn ? next : { kind: 'add' };
  const isSwitched = isOwn || versions.at(-1) === secret.current;
  if (secret.since === undefined) return isSwitched ? next : { kind: 'note' };
  const until = after(secret.since, KNOWN_AFTER_MS);
  if (now < until) return { kind: 'wait', until };
  return isSwitched ? next : { kind: 'switch' };
};

/** With the next keys of advertisers in use. Throws when no number is left. */
export const owned = ({ unneededSince: _, ...secret }: KeySecret, now: string): KeySecret => {
  const advertisers = (secret.advertisers ?? 0) + 1;
  if (advertisers > LAST_VERSION) throw new Error(`An advertiser has ${LAST_VERSION} keys at most in its life.`);
  return { ...secret, advertisers, since: now };
};

/** With one key more, that nothing is made with yet. Throws when no number is left. */
export const added = (secret: KeySecret, key: string, now: string): KeySecret => {
  const version = (versionsOf(secret).at(-1) ?? 0) + 1;
  if (version > LAST_VERSION) throw new Error(`A secret has ${LAST_VERSION} keys at most in its life.`);
  const { unneededSince: _, ...rest } = secret;
  return { ...rest, keys: { ...secret.keys, [`key${version}`]: key }, since: now };
};

export const noted = (secret: KeySecret, now: string): KeySecret => ({ ...secret, since: now });

export const switched = (secret: KeySecret, now: string): KeySecret => ({
  ...secret,
  current: versionsOf(secret).at(-1) ?? secret.current,
  since: now,
});

export const neededAgain = ({ unneededSince: _, ...secret }: KeySecret): KeySecret => secret;
export const unneeded = (secret: KeySecret, now: string): KeySecret => ({ ...secret, unneededSince: now });

/** From when on no table could be restored that needs the former keys; `undefined`: they were needed lately. */
export const droppedFrom = ({ unneededSince }: KeySecret): string | undefined =>
  unneededSince && after(unneededSince, BACKUP_DAYS * DAY_MS);

/** With the current key alone; where advertisers have keys of their own, with none. */
export const dropped = ({ keys, current, advertisers, since }: KeySecret): KeySecret =>
  advertisers === undefined
    ? { keys: { [`key${current}`]: keys[`key${current}`] ?? '' }, current, since }
    : { keys: {}, current: 0, advertisers, since };
