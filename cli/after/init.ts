import { type Client, listOf } from '#tools/api-client.ts';

/** The first advertiser and the first key of a deployment. */
export interface FirstSteps {
  readonly advertiserId: string;
  /** The body of `PUT /v1/advertisers/{advertiserId}`. */
  readonly advertiser: unknown;
  readonly keyName: string;
  readonly scopes: readonly string[];
  /** Now: a key that has ended is none. */
  readonly now: Date;
  /** What comes before the first advertiser. Absent: nothing does. */
  readonly beforehand?: Beforehand | undefined;
}

interface Beforehand {
  /** Whether any advertiser is there: whatever is stored of anybody is stored for one. */
  readonly hasAdvertisers: () => Promise<boolean>;
  /** Resolves to a sentence. `isNew`: the deployment has no advertiser, and no key was ever made. */
  readonly takeKeys: (isNew: boolean) => Promise<string>;
}

/** What an application that records and sends needs, and no right over keys, templates or what was recorded. */
export const APPLICATION_RIGHTS = [
  'advertisers:read',
  'templates:read',
  'consents:write',
  'oppositions:write',
  'contacts:read',
  'verdicts:read',
  'messages:send',
  'messages:read',
] as const;

/**
 * Makes the advertiser and the key where they are not there: a second run changes nothing, and one that was interrupted goes
 * on. Resolves to sentences for a person, the new key among them, and whether all is there.
 */
export const firstSteps = async (
  api: Client,
  { advertiserId, advertiser, keyName, scopes, now, beforehand }: FirstSteps,
  idempotencyKey: string,
): Promise<{ readonly lines: readonly string[]; readonly isDone: boolean }> => {
  const path = `/v1/advertisers/${encodeURIComponent(advertiserId)}`;
  const known = await api.call('GET', path);
  const isNew = async ({ hasAdvertisers }: Beforehand) =>
    known.status === 404 && (await hasNoKey(api)) && !(await hasAdvertisers());
  const before = beforehand && (await beforehand.takeKeys(await isNew(beforehand)));
  const said = before === undefined ? [] : [before];
  if (known.status !== 200) {
    const put = await api.call('PUT', path, advertiser);
    if (put.status >= 300) return { lines: [...said, `The advertiser was refused: ${problemOf(put)}`], isDone: false };
  }
  const first = [
    ...said,
    known.status === 200 ? `${advertiserId} is there already, as it was.` : `${advertiserId} is made.`,
  ];
  if (await hasKey(api, { advertiserId, keyName, now }))
    return { lines: [...first, `The key ${keyName} is there already; a secret is shown once.`], isDone: true };
  const created = await api.call(
    'POST',
    '/v1/api-keys',
    { name: keyName, scopes, advertisers: [advertiserId] },
    idempotencyKey,
  );
  const { key } = created.body;
  if (typeof key !== 'string')
    return { lines: [...first, `The key was refused: ${problemOf(created)}`], isDone: false };
  return {
    lines: [...first, `The key ${keyName}, shown this once; keep it where your application keeps secrets:`, key],
    isDone: true,
  };
};

/** True where no key was ever made. What the root key alone stored is not seen by it. */
const hasNoKey = async (api: Client): Promise<boolean> => {
  const { status, body } = await api.call('GET', '/v1/api-keys?');
  return status === 200 && listOf(body.keys).length === 0 && typeof body.nextCursor !== 'string';
};

/** True when a key of this name works at the advertiser. */
const hasKey = async (
  api: Client,
  { advertiserId, keyName, now }: Pick<FirstSteps, 'advertiserId' | 'keyName' | 'now'>,
): Promise<boolean> => {
  const works = ({ name, advertisers, revokedAt, expiresAt }: Readonly<Record<string, unknown>>): boolean =>
    name === keyName &&
    Array.isArray(advertisers) &&
    advertisers.includes(advertiserId) &&
    revokedAt === undefined &&
    (expiresAt === undefined || now.toISOString() < String(expiresAt));
  let cursor = '';
  for (;;) {
    const { body } = await api.call('GET', `/v1/api-keys?${cursor}`);
    if (listOf(body.keys).some(works)) return true;
    if (typeof body.nextCursor !== 'string') return false;
    cursor = `cursor=${encodeURIComponent(body.nextCursor)}`;
  }
};

/** What a problem document says, with its pointers. */
export const problemOf = ({
  status,
  body,
}: {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}): string => {
  const { sentence = '' } = (body.remedy ?? {}) as { readonly sentence?: string };
  const faults = listOf(body.errors).map(({ pointer, detail }) => `${pointer}: ${detail}`);
  return [`${status} ${body.title ?? ''}.`, sentence, ...faults].join(' ').trim();
};
