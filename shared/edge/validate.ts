import * as z from 'zod/mini';
import { Failure, type Fault, faultUnder, invalidRequest } from '../domain/failure.ts';
import { stated } from '../domain/stated.ts';
import { faultSentence, REQUIRED } from './fault-sentences.ts';

z.config({ localeError: faultSentence });

type Issue = z.core.$ZodIssue;

/** At most this many faults are answered at once. */
const MOST_FAULTS = 50;

const parse = <S extends z.ZodMiniType>(schema: S, value: unknown, except?: string): z.output<S> | Failure => {
  const parsed = schema.safeParse(value);
  const unfit = parsed.success ? [] : faultsOf(parsed.error.issues, '', value);
  const noText = unreadableIn(value, except).filter(({ pointer }) => unfit.every((each) => each.pointer !== pointer));
  const faults = [...unfit, ...noText].slice(0, MOST_FAULTS);
  return parsed.success && faults.length === 0 ? parsed.data : invalidRequest(faults);
};

/**
 * Parses or throws `invalid-request` with one RFC 6901 pointer per fault. `list`: the name of the items of a batch, which
 * `parseEach` reads one by one.
 */
export const parseOrRefuse = <S extends z.ZodMiniType>(schema: S, value: unknown, list?: string): z.output<S> => {
  const parsed = parse(schema, value, list);
  if (parsed instanceof Failure) throw parsed;
  return parsed;
};

/**
 * Parses the items of a batch one by one: a bad one becomes its failure, with pointers into the item, and does not lose
 * the others.
 */
export const parseEach = <S extends z.ZodMiniType>(
  schema: S,
  values: readonly unknown[],
): readonly (z.output<S> | Failure)[] => values.map((value) => parse(schema, value));

const UNKNOWN = 'unknown field';
/** Of a field that another form of the value has. */
const OF_ANOTHER = 'cannot be given with the other fields';
const NOT_READABLE = 'holds NUL or half a character: it was read in another encoding than its own, such as UTF-16';
const LOST = 'holds U+FFFD: a character was lost before it came';

/**
 * Why a text is none: NUL and halves of surrogate pairs, which no text of people holds, and on which providers, mail clients and stores
 * differ; U+FFFD, by which a program says that it lost a character, escaped (`\\ufffd`) too, so that what was shown is not known any more.
 */
const unreadable = (text: string): string | undefined => {
  if (!text.isWellFormed() || text.includes('\0')) return NOT_READABLE;
  return text.includes('\ufffd') ? LOST : undefined;
};

/** A value in a request, and where it is: linked, so that a request nested a million deep costs no more than a flat one. */
interface Branch {
  readonly value: unknown;
  readonly name: string;
  readonly around: Branch | undefined;
}

const pathOf = ({ name, around }: Branch): readonly string[] => {
  const names: string[] = [];
  for (let each: Branch | undefined = { value: undefined, name, around }; each?.around; each = each.around)
    names.push(each.name);
  return names.reverse();
};

/** A name that JSON may have and that no record keeps: whoever sent it would lose it. */
const NEVER_HELD = '__proto__';

/** Texts and names, at any depth, that are no text or that nothing keeps; without the value of the name `except`. */
const unreadableIn = (whole: unknown, except?: string): readonly Fault[] => {
  const faults: Fault[] = [];
  const left: Branch[] = [{ value: whole, name: '', around: undefined }];
  for (let next = left.pop(); next !== undefined && faults.length < MOST_FAULTS; next = left.pop()) {
    const { value, name, around } = next;
    const said = (typeof value === 'string' ? unreadable(value) : undefined) ?? unreadable(name);
    const detail = said ?? (name === NEVER_HELD ? UNKNOWN : undefined);
    if (detail !== undefined) faults.push({ pointer: pointerOf(pathOf(next)), detail });
    if (typeof value !== 'object' || value === null) continue;
    for (const [inside, each] of Object.entries(value))
      if (around !== undefined || inside !== except) left.push({ value: each, name: inside, around: next });
  }
  return faults.reverse();
};

/** The same failure with its pointers moved under another position of the body. */
export const under = (prefix: string, failure: Failure): Failure =>
  new Failure(failure.code, failure.detail, {
    errors: failure.errors.map((fault) => faultUnder(prefix, fault)),
    ...stated({ retryAfter: failure.retryAfter, reason: failure.reason }),
    cause: failure.cause,
  });

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    value,
  );

/** `value`: what these issues are of, at `prefix` in the whole. */
const faultsOf = (issues: readonly Issue[], prefix: string, value: unknown): readonly Fault[] =>
  issues.flatMap((issue) => faultsOfOne(issue, `${prefix}${pointerOf(issue.path)}`, valueAt(value, issue.path)));

const faultsOfOne = (issue: Issue, pointer: string, value: unknown): readonly Fault[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: `${pointer}${pointerOf([key])}`, detail: UNKNOWN }));
  }
  if (issue.code === 'invalid_union') return faultsOfUnion(issue, pointer, value);
  // Of a name that a record does not take: what names are.
  const [ofName] = issue.code === 'invalid_key' ? issue.issues : [];
  if (ofName !== undefined) return [{ pointer, detail: ofName.message }];
  return [{ pointer, detail: issue.message }];
};

/** How far into the value the first fault lies; an unknown key lies one step below what has it. */
const depthOf = (issues: readonly Issue[]): number =>
  Math.min(...issues.map(({ code, path }) => path.length + (code === 'unrecognized_keys' ? 1 : 0)));
/** A form whose one accepted value is another is not the one that is meant, whatever else of it fits. */
const OF_ANOTHER_FORM = 3;
const costOf = (issue: Issue): number => {
  if (issue.code === 'unrecognized_keys') return issue.keys.length;
  const isOtherValue = issue.code === 'invalid_value' && issue.values.length === 1 && issue.message !== REQUIRED;
  return isOtherValue ? OF_ANOTHER_FORM : 1;
};

/** A form that has none of the fields of the value is not the one that is meant. */
const sharesNothing = (issues: readonly Issue[], value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  issues.some(
    (issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 && issue.keys.length === Object.keys(value).length,
  );
const costsOf = (issues: readonly Issue[], value: unknown): number =>
  issues.reduce((sum, issue) => sum + costOf(issue), sharesNothing(issues, value) ? OF_ANOTHER_FORM : 0);

/** The form that fits better comes first: its first fault lies deeper, then fewer of its fields are at fault. */
const byFit =
  (value: unknown) =>
  (a: readonly Issue[], b: readonly Issue[]): number =>
    depthOf(b) - depthOf(a) || costsOf(a, value) - costsOf(b, value);

/** Whether one of these forms is an object that has this field. */
const isFieldOf = (forms: readonly (readonly Issue[])[], name: string): boolean =>
  forms.some((issues) =>
    issues.every(
      (issue) => issue.path.length > 0 || (issue.code === 'unrecognized_keys' && !issue.keys.includes(name)),
    ),
  );

/** Of a union, the faults of the form that fits best; where none fits better than another, the union itself. */
const faultsOfUnion = (
  issue: Extract<Issue, { code: 'invalid_union' }>,
  pointer: string,
  value: unknown,
): readonly Fault[] => {
  if (issue.message === REQUIRED) return [{ pointer, detail: REQUIRED }];
  const isBetter = byFit(value);
  const [best, next] = issue.errors.toSorted(isBetter);
  const isClear = best !== undefined && best.length > 0 && (next === undefined || isBetter(best, next) < 0);
  if (!isClear) return [{ pointer, detail: issue.message }];
  return best.flatMap((each) =>
    each.code === 'unrecognized_keys' && each.path.length === 0
      ? each.keys.map((key) => ({
          pointer: `${pointer}${pointerOf([key])}`,
          detail: isFieldOf(issue.errors, key) ? OF_ANOTHER : UNKNOWN,
        }))
      : faultsOf([each], pointer, value),
  );
};

/** A name as a client may have chosen it is echoed only when it looks like one, for it could be an address. */
const NAME = /^(?:[A-Za-z_][A-Za-z_.-]{0,63}\d{0,4}|\d{1,4})$/;

/** The name, or `?` for what does not look like one. */
export const shownName = (name: string): string => (NAME.test(name) ? name : '?');

const pointerOf = (path: readonly PropertyKey[]): string =>
  path
    .map(String)
    .map((name) => `/${shownName(name)}`)
    .join('');
