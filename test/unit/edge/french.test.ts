import fc from 'fast-check';
import { type CallExpression, type Expression, type Node, parseSync, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { Failure, type Fault } from '#shared/domain/failure.ts';
import { parseEach, parseOrRefuse } from '#shared/edge/validate.ts';
import { frenchOf, sentenceIn } from '#shared/edge/words/french.ts';
import { readSources } from '../../support/architecture/sources.ts';
import { EXAMPLES, ROUTES_WITH_BODY, routeOf } from '../../support/routes.ts';

/** A literal or a template, with `{}` for what is put in; `undefined`: no text. */
const textOf = (node: Expression | Node | undefined): string | undefined => {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node?.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked).join('{}');
  return undefined;
};

const calleeOf = ({ callee }: CallExpression): string => {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
};

/** Which argument of a call is a sentence for a caller. */
const SENTENCES: Readonly<Record<string, number>> = {
  regex: 1,
  refine: 1,
  fault: 2,
  notAnnullable: 0,
  dependencyUnavailable: 0,
};

/** Every sentence for callers in a source: details of failures and faults, and what schemas say themselves. */
const sentencesIn = (file: string, source: string): readonly string[] => {
  const found: (string | undefined)[] = [];
  new Visitor({
    NewExpression: ({ callee, arguments: [, detail] }) => {
      if (callee.type === 'Identifier' && callee.name === 'Failure') found.push(textOf(detail));
    },
    Property: ({ key, value }) => {
      if (key.type === 'Identifier' && (key.name === 'detail' || key.name === 'fault')) found.push(textOf(value));
    },
    CallExpression: (call) => {
      const position = SENTENCES[calleeOf(call)];
      if (position !== undefined) found.push(textOf(call.arguments[position]));
    },
  }).visit(parseSync(file, source).program);
  return found.filter((text) => text !== undefined && text !== '' && text !== '{}' && text !== '{}: {}') as string[];
};

const OURS = [...readSources()].filter(
  ([file]) => /^(?:shared|functions)\//.test(file) && !/^shared\/(?:law|pages|edge\/words)\//.test(file),
);

describe('what a caller reads', () => {
  test('is said in French, sentence by sentence, in shared/edge/words', () => {
    const missing = OURS.flatMap(([file, source]) =>
      sentencesIn(file, source)
        .filter((sentence) => frenchOf(sentence.replaceAll('{}', 'x')) === undefined)
        .map((sentence) => `${file}: ${sentence}`),
    );
    expect(missing).toEqual([]);
  });

  test('keeps names, numbers and what is inside, also in French', () => {
    expect(sentenceIn('fr', 'the channel sms does not carry email content')).toBe(
      'le canal sms ne transporte pas de contenu email',
    );
    expect(sentenceIn('fr', 'The channel sms reaches a telephone number.')).toBe(
      'Le canal sms s’adresse à un numéro de téléphone.',
    );
    expect(sentenceIn('en', 'unknown field')).toBe('unknown field');
  });
});

const faultsOf = (parse: () => unknown): readonly Fault[] => {
  try {
    parse();
    return [];
  } catch (error) {
    if (error instanceof Failure) return error.errors;
    throw error;
  }
};

/** The value with something else at one place, by a path of random choices. */
const broken = (value: unknown, turns: readonly number[], instead: unknown): unknown => {
  const [turn = 0, ...more] = turns;
  if (typeof value !== 'object' || value === null || turns.length === 0) return instead;
  const keys = Object.keys(value);
  if (keys.length === 0) return instead;
  const key = keys[turn % keys.length] ?? '';
  const inner = broken((value as Record<string, unknown>)[key], more, instead);
  return Array.isArray(value)
    ? value.map((each, index) => (String(index) === key ? inner : each))
    : { ...value, [key]: inner };
};

/** How validators speak by themselves. */
const OF_A_VALIDATOR = /invalid input|expected .*received|too (?:small|big)|must be (?:nan|record|set|map|file)\b/i;

describe('any invalid body', () => {
  test.each(ROUTES_WITH_BODY)('of %s is answered with sentences of ours alone, in both languages', (name) => {
    const { body, item } = routeOf(name);
    const example = EXAMPLES[name] as Readonly<Record<string, unknown>>;
    const list = Object.values(example).find(Array.isArray);
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { maxLength: 5 }),
        fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined), fc.string({ minLength: 600, maxLength: 700 })),
        (turns, instead) => {
          const faults = faultsOf(() => body && parseOrRefuse(body, broken(example, turns, instead)));
          const ofItem =
            item &&
            parseEach(item, [broken(list?.[0], turns, instead)]).flatMap((each) =>
              each instanceof Failure ? each.errors : [],
            );
          for (const { detail } of [...faults, ...(ofItem ?? [])]) {
            expect(detail).not.toMatch(OF_A_VALIDATOR);
            expect(frenchOf(detail), detail).toBeDefined();
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
