import type { Language } from '#tools/law/page/language.ts';
import type { Watched } from '../watched.ts';
import type { Problem } from './answers.ts';
import { Problem as ProblemAnswer } from './answers.ts';
import { type Api, call } from './api.ts';

/** What a page of what is stored is made with. */
export interface Around {
  readonly stack: Watched;
  readonly api: Api;
  readonly language: Language;
}

/** What the API answered, or the problem that it answered instead. */
export type Outcome<T> = { readonly ok: T } | { readonly problem: Problem; readonly status: number };

/** Asks the API; what it answers is read by `shape`. Throws when the answer has another shape. */
export const ask = async <T>(
  { api, language }: Around,
  shape: { parse(value: unknown): T },
  ...[method, path, body]: [method: 'GET' | 'POST', path: string, body?: unknown]
): Promise<Outcome<T>> => {
  const answer = await call(api, language, method, path, body);
  return answer.status < 300
    ? { ok: shape.parse(answer.body) }
    : { problem: ProblemAnswer.parse(answer.body), status: answer.status };
};

/** A path of the API or of a page with what it is asked; what is empty is not asked. */
export const pathWith = (path: string, fields: Readonly<Record<string, string>>): string => {
  const given = Object.entries(fields).filter(([, value]) => value !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};

/** Advertisers of whom something was emitted, the latest first. */
export const knownAdvertisers = (stack: Watched): readonly string[] =>
  [...new Set(stack.events().map(({ detail }) => String(Object(detail).advertiserId ?? '')))]
    .filter((each) => each !== '')
    .toReversed();

/** The advertiser that a page is asked for; where none was named, the one of whom something was emitted last. Empty: there is none. */
export const advertiserOr = (stack: Watched, given: string): string => given || (knownAdvertisers(stack)[0] ?? '');

/** Letters without case or accent, as people search: “Élevée” is found by “elevee”. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
