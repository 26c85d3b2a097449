import { lifeOfAMessage, type Sending } from './life-of-a-message.ts';
import type { Try } from './try.ts';

/** What is tried of a deployment. */
export interface Smoke {
  /** Base of the application API, without trailing slash. */
  readonly url: string;
  /** Base of the public pages; not looked at where absent. */
  readonly publicUrl?: string | undefined;
  /** Nothing is recorded and sent where absent. */
  readonly sending?: Sending | undefined;
}

/** One thing that was tried. */
export interface Tried {
  readonly what: string;
  /** What was seen instead; absent when it went well. */
  readonly but?: string;
}

/** Tries everything, one after the other: what sends ends at its first failure, since the rest follows from it. */
export const smoke = async ({ url, publicUrl, sending }: Smoke): Promise<readonly Tried[]> => {
  const apart: readonly Try[] = [...applicationApi(url), ...(publicUrl === undefined ? [] : publicPages(publicUrl))];
  const tried: Tried[] = [];
  for (const [what, look] of apart) tried.push(await triedOf(what, look));
  if (sending === undefined) return tried;
  for (const [what, look] of lifeOfAMessage(sending)) {
    const one = await triedOf(what, look);
    tried.push(one);
    if (one.but !== undefined) break;
  }
  return tried;
};

const triedOf = async (what: string, look: Try[1]): Promise<Tried> => {
  const but = await look().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  return but === undefined ? { what } : { what, but };
};

const NO_REDIRECT = { redirect: 'manual' } as const;
const statusIs = (response: Response, wanted: number): string | undefined =>
  response.status === wanted ? undefined : `${response.status} instead of ${wanted}`;

const applicationApi = (url: string): readonly Try[] => [
  [
    'the API describes itself',
    async () => {
      const response = await fetch(`${url}/openapi.json`, NO_REDIRECT);
      if (response.status !== 200) return statusIs(response, 200);
      const { openapi } = (await response.json()) as { readonly openapi?: string };
      return openapi?.startsWith('3.1') ? undefined : `version ${openapi}`;
    },
  ],
  ['without a key nothing is read', async () => asProblem(await fetch(`${url}/v1/reviews`, NO_REDIRECT), 401)],
  [
    'a wrong key reads nothing',
    async () =>
      asProblem(
        await fetch(`${url}/v1/reviews`, { ...NO_REDIRECT, headers: { authorization: 'Bearer aval_wrong' } }),
        401,
      ),
  ],
];

const asProblem = (response: Response, status: number): string | undefined =>
  statusIs(response, status) ??
  (response.headers.get('content-type')?.startsWith('application/problem+json') ? undefined : 'no problem document');

/** No link of ours is this token; 43 characters as the long form of a link has. */
const NO_LINK = '/o/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

const publicPages = (url: string): readonly Try[] => [
  ...['/', '/o'].map(
    (path): Try => [`the page ${path} opens`, async () => asPage(await fetch(`${url}${path}`, NO_REDIRECT))],
  ),
  ['a page answers HEAD', async () => statusIs(await fetch(`${url}/o`, { ...NO_REDIRECT, method: 'HEAD' }), 200)],
  [
    'one click on a link that cannot be read is no success',
    async () =>
      statusIs(
        await fetch(`${url}${NO_LINK}`, {
          ...NO_REDIRECT,
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: 'List-Unsubscribe=One-Click',
        }),
        404,
      ),
  ],
  [
    'no plain HTTP',
    async () => {
      if (!url.startsWith('https:')) return undefined;
      const plain = await fetch(url.replace('https:', 'http:'), NO_REDIRECT).catch(() => undefined);
      return plain === undefined || plain.status >= 300 ? undefined : `answered ${plain.status} without TLS`;
    },
  ],
];

const asPage = (response: Response): string | undefined => {
  const { headers } = response;
  return (
    statusIs(response, 200) ??
    (headers.get('content-type')?.startsWith('text/html') ? undefined : 'no HTML') ??
    (headers.get('set-cookie') === null ? undefined : 'sets a cookie') ??
    (headers.get('content-security-policy') === null ? 'no Content-Security-Policy' : undefined)
  );
};
