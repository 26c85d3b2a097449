import * as fc from 'fast-check';
import type { Wire } from '../gateway.ts';
import type { World } from '../world.ts';
import { address, TEXTS } from './hostile.ts';

/** A visit of the pages that need no key, before the links of a world are put into it. */
export interface Visit {
  readonly kind: 'public';
  readonly method: 'GET' | 'HEAD' | 'POST';
  /** A link of this world, a part of one, or a text; `undefined`: the page without a link. */
  readonly token: { readonly known: number; readonly spoiled: boolean } | { readonly text: string } | undefined;
  readonly start: boolean;
  readonly form: Readonly<Record<string, string>>;
  readonly encoding: 'urlencoded' | 'multipart' | 'json' | 'broken-multipart' | 'none';
  readonly language: string;
  readonly binary: boolean;
}

const typed = fc.oneof(
  { weight: 3, arbitrary: address.map((each) => String(Object.values(each)[0])) },
  { weight: 2, arbitrary: fc.constantFrom(...TEXTS) },
);

const FORMS: fc.Arbitrary<Readonly<Record<string, string>>> = fc.oneof(
  fc.constant({ 'List-Unsubscribe': 'One-Click' }),
  fc.constant({ scope: 'all' }),
  fc.record({ address: typed, sender: fc.constantFrom('', 'Maison Valmy', 'personne', ...TEXTS.slice(0, 30)) }),
  fc.record({ address: typed }),
  fc.dictionary(fc.constantFrom('scope', 'address', '__proto__', 'List-Unsubscribe'), fc.constantFrom(...TEXTS), {
    maxKeys: 4,
  }),
);

/** Any visit: a reader's, a mailbox provider's one click, a scanner's, an attacker's. */
export const visit: fc.Arbitrary<Visit> = fc.record({
  kind: fc.constant('public' as const),
  method: fc.constantFrom('GET' as const, 'HEAD' as const, 'POST' as const, 'POST' as const),
  token: fc.option(
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ known: fc.nat(3), spoiled: fc.boolean() }) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom(...TEXTS.filter((text) => text.length < 600 && text !== ''))
          .map((text) => ({ text })),
      },
    ),
    { nil: undefined, freq: 2 },
  ),
  start: fc.boolean(),
  form: FORMS,
  encoding: fc.constantFrom(
    'urlencoded' as const,
    'urlencoded' as const,
    'multipart' as const,
    'json' as const,
    'broken-multipart' as const,
    'none' as const,
  ),
  language: fc.constantFrom('fr', 'en', '*', ''),
  binary: fc.boolean(),
});

const BOUNDARY = 'aval-fuzz';

const part = ([name, value]: readonly [string, string]): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

const bodyOf = ({ encoding, form, method }: Visit): { readonly type: string; readonly text: string } => {
  const entries = Object.entries(form).map(([name, value]) => [name, value.toWellFormed()] as const);
  if (method !== 'POST' || encoding === 'none') return { type: '', text: '' };
  if (encoding === 'json') return { type: 'application/json', text: JSON.stringify(form) };
  if (encoding === 'urlencoded')
    return {
      type: 'application/x-www-form-urlencoded',
      text: new URLSearchParams(entries.map(([...pair]) => pair)).toString(),
    };
  const text = `${entries.map(part).join('')}--${BOUNDARY}--\r\n`;
  const type = `multipart/form-data; boundary=${BOUNDARY}`;
  return encoding === 'multipart' ? { type, text } : { type: `${type}"x`, text: text.slice(0, -9) };
};

const tokenOf = (world: World, token: NonNullable<Visit['token']>): string => {
  if ('text' in token) return encodeURIComponent(token.text.toWellFormed());
  const links = world.known.get('token') ?? [];
  const link = links[token.known % Math.max(1, links.length)] ?? 'none';
  return token.spoiled ? `${link.slice(0, -2)}AA` : link;
};

/** The visit on the wire, in this world. */
export const visitWire = (world: World, visited: Visit): Wire => {
  const { type, text } = bodyOf(visited);
  const root = visited.start && visited.method !== 'POST' ? '/' : '/o';
  return {
    api: 'public',
    method: visited.method,
    target: visited.token === undefined ? root : `/o/${tokenOf(world, visited.token)}`,
    headers: [['Accept-Language', visited.language], ...(type === '' ? [] : ([['Content-Type', type]] as const))],
    body: Buffer.from(text),
    binary: visited.binary,
  };
};
