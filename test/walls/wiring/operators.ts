import type { StackTemplate } from '#local/template/assembly.ts';
import { isObject, type Json, type JsonObject, listOf, objectOf, parseJson, textOf } from '#local/template/json.ts';
import { sameKind } from './references.ts';
import { isDefault, isUnwired } from './unwired.ts';

/** How a value is changed. */
export type Operator = 'drop' | 'swap' | 'narrow' | 'widen' | 'zero' | 'unquote' | 'wrong name';

/** A value in place of another; `undefined`: nothing. */
export type Change = readonly [operator: Operator, detail: string, value: Json | undefined];

export interface Place {
  readonly type: string;
  readonly path: string;
  readonly stack: StackTemplate;
}

const INTRINSIC = /^(?:Ref|Fn::|Condition$)/;
const isIntrinsic = (value: Json): value is JsonObject => {
  const [name = '', ...others] = Object.keys(objectOf(value));
  return others.length === 0 && INTRINSIC.test(name) && isObject(value);
};

const QUOTED = /^'.*'$/;
const LETTERS = /[A-Za-z]{2}/;
/** One letter more, in the middle of the last word: what a slip of the hand leaves. */
const slipped = (text: string): string => text.replace(/([A-Za-z])([A-Za-z])(?=[^A-Za-z]*$)/, '$1x$2');

const ofNumber = (number: number, isText: boolean): readonly Change[] => {
  const written = (value: number): Json => (isText ? String(value) : value);
  if (number === 0) return [['widen', '1', written(1)]];
  const less = Number.isInteger(number) ? Math.floor(number / 10) : number / 10;
  const changes: readonly (readonly [Operator, number])[] = [
    ['zero', 0],
    ['narrow', less],
    ['widen', number * 10],
  ];
  return changes
    .filter(([operator, value]) => operator === 'zero' || value !== 0)
    .map(([operator, value]) => [operator, String(value), written(value)]);
};

/** A text that is JSON is changed inside. */
const ofDocument = (text: string, place: Place): readonly Change[] | undefined => {
  const document = /^[{[]/.test(text) ? parseJson(text) : undefined;
  if (document === undefined) return undefined;
  const inside = changesOf(document, { ...place, path: `${place.path}.json` });
  return inside.map(([operator, detail, value]) => [
    operator,
    detail,
    value === undefined ? '' : JSON.stringify(value),
  ]);
};

const ofText = (text: string, place: Place): readonly Change[] => {
  if (/^\d+$/.test(text)) return ofNumber(Number(text), true);
  if (typeof parseJson(text) === 'boolean') return [['swap', '', String(text !== 'true')]];
  const inside = ofDocument(text, place);
  if (inside !== undefined) return inside;
  const changes: Change[] = [];
  if (QUOTED.test(text)) changes.push(['unquote', '', text.slice(1, -1)]);
  if (LETTERS.test(text) && slipped(text) !== text)
    changes.push(['wrong name', slipped(text).slice(-40), slipped(text)]);
  if (text.includes('*') && text !== '*') changes.push(['narrow', 'no *', text.replaceAll('*', '')]);
  if (/^[a-z0-9-]+:[A-Za-z*]+$/.test(text) && !text.endsWith(':*'))
    changes.push(['widen', '*', text.replace(/:.*$/, ':*')]);
  if (text.length > 200) changes.push(['zero', '', '']);
  return changes;
};

/** Another thing of the same kind, instead of the one that is meant. */
const ofReference = (value: JsonObject, { stack }: Place): readonly Change[] => {
  const [name = ''] = Object.keys(value);
  const [id = '', ...rest] = name === 'Ref' ? [textOf(value.Ref)] : listOf(value[name]).map(textOf);
  const other = sameKind(stack, id);
  if (other === undefined) return [];
  return [['swap', other, name === 'Ref' ? { Ref: other } : { [name]: [other, ...rest] }]];
};

const ofIntrinsic = (value: JsonObject, place: Place): readonly Change[] => {
  const [name = ''] = Object.keys(value);
  if (name === 'Ref' || name === 'Fn::GetAtt') return ofReference(value, place);
  if (name !== 'Fn::Join') return [];
  const [separator, parts] = listOf(value[name]);
  return listOf(parts as Json).flatMap((part, index) =>
    changesOf(part, { ...place, path: `${place.path}.${index}` })
      .filter(([, , changed]) => changed !== undefined)
      .map(([operator, detail, changed]): Change => {
        const others = listOf(parts as Json).with(index, changed as Json);
        return [operator, `part ${index} ${detail}`, { [name]: [separator ?? '', others] }];
      }),
  );
};

const under = (place: Place, name: string): Place => ({
  ...place,
  path: place.path === '' ? name : `${place.path}.${name}`,
});

/** Every change of an object: each member left out, and each changed inside. */
export const ofMembers = (value: JsonObject, place: Place): readonly Change[] =>
  Object.entries(value).flatMap(([name, member]) => {
    const below = under(place, name);
    if (member === undefined || isUnwired(place.type, below.path)) return [];
    const { [name]: _, ...others } = value;
    const dropped: readonly Change[] = isDefault(place.type, below.path, member, value)
      ? []
      : [['drop', below.path.slice(place.path.length && place.path.length + 1), others]];
    const inside = changesOf(member, below).map(
      ([operator, detail, changed]): Change => [operator, `${name} ${detail}`, { ...value, [name]: changed as Json }],
    );
    return [...dropped, ...inside];
  });

const ofItems = (items: readonly Json[], place: Place): readonly Change[] => {
  const fewer: readonly Change[] =
    items.length < 2 ? [] : items.map((_, index) => ['narrow', `without ${index}`, items.toSpliced(index, 1)]);
  const inside = items.flatMap((item, index) =>
    changesOf(item, under(place, String(index))).map(
      ([operator, detail, changed]): Change => [operator, `${index} ${detail}`, items.with(index, changed as Json)],
    ),
  );
  return [...fewer, ...inside];
};

/** Every change of a value, by every operator that fits it. */
const changesOf = (value: Json, place: Place): readonly Change[] => {
  if (typeof value === 'number') return ofNumber(value, false);
  if (typeof value === 'boolean') return [['swap', String(!value), !value]];
  if (typeof value === 'string') return ofText(value, place);
  if (Array.isArray(value)) return ofItems(value, place);
  if (value === null) return [];
  return isIntrinsic(value) ? ofIntrinsic(value, place) : ofMembers(objectOf(value), place);
};
