import { at, type Json, type JsonObject, listOf, objectOf, textOf } from '#local/template/json.ts';
import { differenceOf } from './compare.ts';
import type { Wall } from './walls.ts';

/** One change of one statement of one role. */
export interface Mutation {
  readonly wall: Wall;
  /** For a person: `record-sale, statement 3: without dynamodb:PutItem`. */
  readonly name: string;
  readonly statements: readonly JsonObject[];
}

type List = 'Action' | 'Resource' | 'NotResource';
const LISTS = ['Action', 'Resource', 'NotResource'] as const;

/** What is said anywhere in the template, and what nobody should say. */
interface Universe {
  readonly Action: ReadonlySet<string>;
  readonly Resource: ReadonlySet<string>;
  readonly NotResource: ReadonlySet<string>;
  /** By operator and key. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
}

const conditionsIn = (statement: Json) =>
  Object.entries(objectOf(at(statement, 'Condition'))).flatMap(([operator, keys]) =>
    Object.entries(objectOf(keys)).map(([key, values]) => ({ operator, key, values: listOf(values).map(textOf) })),
  );

/** Of every role: what a mistake may put where it does not belong. */
export const universeOf = (walls: readonly Wall[]): Universe => {
  const all = walls.flatMap(({ statements }) => statements);
  const said = (list: List) => all.flatMap((statement) => listOf(at(statement, list)).map(textOf));
  const values = new Map<string, Set<string>>();
  for (const { operator, key, values: found } of all.flatMap(conditionsIn)) {
    const known = values.get(`${operator} ${key}`) ?? new Set(['*']);
    for (const value of found) known.add(value);
    values.set(`${operator} ${key}`, known);
  }
  return {
    Action: new Set([...said('Action'), '*', 'dynamodb:*', 'dynamodb:Scan', 's3:*', 'iam:PassRole']),
    Resource: new Set([...said('Resource'), '*']),
    NotResource: new Set(said('NotResource')),
    values,
  };
};

/** The same statement with this list; `undefined` when nothing is left to grant, so that the statement goes. */
const withList = (statement: JsonObject, list: List, values: readonly string[]): JsonObject | undefined => {
  const { [list]: _, ...others } = statement;
  return values.length === 0 && list !== 'NotResource' ? undefined : { ...others, [list]: values };
};

const withCondition = (statement: JsonObject, operator: string, key: string, values: readonly string[]): JsonObject => {
  const condition = objectOf(statement.Condition);
  const { [key]: _, ...others } = objectOf(condition[operator]);
  return {
    ...statement,
    Condition: { ...condition, [operator]: values.length === 0 ? others : { ...others, [key]: values } },
  };
};

type Change = readonly [string, JsonObject | undefined];

const changesOfLists = (statement: JsonObject, universe: Universe): readonly Change[] =>
  LISTS.flatMap((list) => {
    if (statement[list] === undefined) return [];
    const values = listOf(statement[list]).map(textOf);
    const without = values.map(
      (value): Change => [
        `without ${list} ${value}`,
        withList(
          statement,
          list,
          values.filter((other) => other !== value),
        ),
      ],
    );
    const foreign = [...universe[list]].filter((value) => !values.includes(value));
    const more = foreign.map(
      (value): Change => [`with ${list} ${value}`, withList(statement, list, [...values, value])],
    );
    return [...without, ...more];
  });

const changesOfConditions = (statement: JsonObject, universe: Universe): readonly Change[] =>
  conditionsIn(statement).flatMap(({ operator, key, values }) => {
    const said = (value: string) => `${operator} ${key} ${value}`;
    const changed = (left: readonly string[]) => withCondition(statement, operator, key, left);
    const without = values.map(
      (value): Change => [`without ${said(value)}`, changed(values.filter((other) => other !== value))],
    );
    const foreign = [...(universe.values.get(`${operator} ${key}`) ?? [])].filter((value) => !values.includes(value));
    const more = foreign.map((value): Change => [`with ${said(value)}`, changed([...values, value])]);
    return [...without, ...more, [`without ${operator} ${key}`, changed([])]];
  });

/** Every change of every statement of a role, one at a time: each thing taken away, and each foreign thing added. */
export const mutationsOf = (wall: Wall, universe: Universe): readonly Mutation[] =>
  wall.statements.flatMap((statement, index) => {
    const before = wall.statements.slice(0, index);
    const after = wall.statements.slice(index + 1);
    return [...changesOfLists(statement, universe), ...changesOfConditions(statement, universe)].map(
      ([name, changed]) => ({
        wall,
        name: `${wall.name}, statement ${index + 1}: ${name}`,
        statements: [...before, ...(changed === undefined ? [] : [changed]), ...after],
      }),
    );
  });

/** True where the comparison fails for it. */
export const isNoticed = ({ wall, statements }: Mutation): boolean => {
  const { missing, superfluous, twice } = differenceOf(statements, wall.needed);
  return missing.length + superfluous.length + twice.length > 0;
};
