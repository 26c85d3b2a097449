/** What is kept of a secret of keys: its keys by number, the current one, and when it was last changed. */
export interface KeySecret {
  readonly keys: Readonly<Record<`key${number}`, string>>;
  readonly current: number;
  /** When a key was added or became current. Absent: no rotation was begun by this command. */
  readonly since?: string | undefined;
  /** Since when nothing that is stored needed the former keys. */
  readonly unneededSince?: string | undefined;
}

/** What comes next for a secret. */
export type Step =
  /** One key: another is added, which all read and none use. */
  | { readonly kind: 'add' }
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
export const formerOf = (secret: KeySecret): readonly number[] =>
  versionsOf(secret).filter((version) => version < secret.current);

/** Throws where the text is no secret of keys. */
export const readSecret = (text: string): KeySecret => {
  const { current, since, unneededSince, ...rest } = JSON.parse(text) as Record<string, unknown>;
  const named = Object.entries(rest).filter(([name, key]) => /^key[1-9]\d?$/.test(name) && typeof key === 'string');
  const keys = Object.fromEntries(named) as KeySecret['keys'];
  const [oldest] = versionsOf({ keys, current: 0 });
  if (oldest === undefined) throw new Error('This secret holds no key named key1, key2…');
  return {
    keys,
    current: typeof current === 'number' ? current : oldest,
    ...(typeof since === 'string' ? { since } : {}),
    ...(typeof unneededSince === 'string' ? { unneededSince } : {}),
  };
};

export const writeSecret = ({ keys, ...rest }: KeySecret): string => JSON.stringify({ ...keys, ...rest });

const after = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

/** What may be done at `now`. */
export const nextStep = (secret: KeySecret, now: string): Step => {
  const versions = versionsOf(secret);
  if (versions.length === 1) return { kind: 'add' };
  const isSwitched = versions.at(-1) === secret.current;
  if (secret.since === undefined) return isSwitched ? { kind: 'carry' } : { kind: 'note' };
  const until = after(secret.since, KNOWN_AFTER_MS);
  if (now < until) return { kind: 'wait', until };
  return isSwitched ? { kind: 'carry' } : { kind: 'switch' };
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

/** With the current key alone. */
export const dropped = ({ keys, current, since }: KeySecret): KeySecret => ({
  keys: { [`key${current}`]: keys[`key${current}`] ?? '' },
  current,
  since,
});
