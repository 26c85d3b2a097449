import { type Node, parseSync } from 'oxc-parser';
import { CHANNELS } from '#shared/domain/message/channel.ts';
import type { Sources } from './imports.ts';

const NAMES: ReadonlySet<string> = new Set(CHANNELS);
/** Names in code as well: `automatedCall`. Without those that are words of the language or of every address. */
const IN_CODE = new Set(
  CHANNELS.flatMap((name) => [name, name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]),
);
const WORDS = new Set(['email', 'push', 'post']);
/** To ask for a part is to ask for the channel that has it. */
const PARTS = new Set(['subject', 'html', 'text']);

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const childrenOf = (node: Node): readonly Node[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode));

const nameOf = (node: Node | undefined): string | undefined => {
  if (node?.type === 'Identifier') return node.name;
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
};
const textOf = (node: Node): string | undefined =>
  node.type === 'TemplateElement'
    ? (node.value.cooked ?? undefined)
    : node.type === 'Literal'
      ? nameOf(node)
      : undefined;

const keysOf = (node: Node): readonly string[] => {
  const members =
    node.type === 'ObjectExpression' ? node.properties : node.type === 'TSTypeLiteral' ? node.members : [];
  return members.flatMap((each: Node) => ('key' in each && isNode(each.key) ? (nameOf(each.key) ?? []) : []));
};

/** The value of a property, or a word in the list that is one: what an example or a record says, and asks nothing. */
const isSaid = ([parent, around]: readonly Node[]): boolean =>
  parent?.type === 'Property' || (parent?.type === 'ArrayExpression' && around?.type === 'Property');

/** What a node asks of the channel, if it does; `parents` from the inside out. */
const questionOf = (node: Node, parents: readonly Node[], mayName: boolean): string | undefined => {
  const text = textOf(node);
  if (text !== undefined && NAMES.has(text) && !(mayName && isSaid(parents))) return `names ${text}`;
  if (node.type === 'BinaryExpression' && node.operator === 'in' && PARTS.has(nameOf(node.left) ?? ''))
    return `asks for the part ${nameOf(node.left)}`;
  if (node.type === 'MemberExpression') {
    const property = nameOf(node.property) ?? '';
    return IN_CODE.has(property) && !WORDS.has(property) ? `takes what belongs to ${property}` : undefined;
  }
  const keys = keysOf(node).filter((key) => IN_CODE.has(key));
  return keys.length > 1 && !(mayName && isSaid(parents)) ? `lists ${keys.join(', ')}` : undefined;
};

const questionsIn = (node: Node, parents: readonly Node[], mayName: boolean): readonly string[] => {
  const own = questionOf(node, parents, mayName);
  const inside = childrenOf(node).flatMap((child) => questionsIn(child, [node, ...parents], mayName));
  return own === undefined ? inside : [own, ...inside];
};

/** Rooms that may ask: the law, the folder of each channel, and the adapters that hand messages over. */
const MAY_ASK = new RegExp(`^shared/(?:law/|channels/(?:${CHANNELS.join('|')})/|adapters/(?:ses|sns)/)`);
const JUDGED = /^(?:shared|functions|infra)\//;
/** Examples of requests, answers and events name channels as their callers do. */
const HOLDS_EXAMPLES = /^shared\/contracts\//;

/** Every place that asks which channel it is and may not, as `<file> <what it asks>`. */
export const channelQuestions = (sources: Sources): readonly string[] =>
  [...sources]
    .filter(([file]) => JUDGED.test(file) && !MAY_ASK.test(file))
    .flatMap(([file, source]) =>
      questionsIn(parseSync(file, source).program, [], HOLDS_EXAMPLES.test(file)).map((asked) => `${file} ${asked}`),
    );
