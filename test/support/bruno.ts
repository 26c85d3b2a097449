import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import bruno from '@usebruno/lang';

interface Entry {
  readonly name: string;
  readonly value: string;
  readonly type?: string;
  readonly enabled: boolean;
}

/** A request of the collection, as Bruno reads its file. */
export interface BrunoFile {
  readonly http: { readonly method: string; readonly url: string };
  readonly params?: readonly Entry[];
  readonly headers?: readonly Entry[];
  readonly body?: { readonly json?: string };
  readonly assertions: readonly Entry[];
}

export const readBruno = (file: string): BrunoFile =>
  bruno.bruToJsonV2(readFileSync(file, 'utf8')) as unknown as BrunoFile;

/** The statuses that the request asserts: `in [200, 201]`. */
export const expectedBy = ({ assertions }: BrunoFile): readonly number[] =>
  assertions.flatMap(({ name, value }) => (name === 'res.status' ? (value.match(/\d+/g) ?? []).map(Number) : []));

/**
 * Sends a request of the collection as Bruno does: variables filled, what is switched off left out. Resolves to the status
 * that came and those that are expected.
 */
export const runBruno = async (path: string, environment: Readonly<Record<string, string>>) => {
  const file = readBruno(`clients/bruno/${path}.bru`);
  const variables: Readonly<Record<string, string>> = { ...environment, $guid: randomUUID() };
  const filled = (text: string) => text.replaceAll(/\{\{([$\w]+)\}\}/g, (all, name: string) => variables[name] ?? all);
  const inPath = (file.params ?? []).filter(({ type }) => type === 'path');
  const url = inPath.reduce((text, { name, value }) => text.replace(`/:${name}`, `/${value}`), filled(file.http.url));
  const headers = (file.headers ?? []).filter(({ enabled }) => enabled).map(({ name, value }) => [name, filled(value)]);
  const { status } = await fetch(url, {
    method: file.http.method.toUpperCase(),
    headers: {
      authorization: `Bearer ${environment.key}`,
      'content-type': 'application/json',
      ...Object.fromEntries(headers),
    },
    ...(file.body?.json === undefined ? {} : { body: filled(file.body.json) }),
  });
  return { status, expected: expectedBy(file) };
};
