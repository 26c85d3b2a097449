import { parseSync, Visitor } from 'oxc-parser';

/** One row of the second table of docs/glossary.md. */
export interface Banned {
  /** Words (`road`), whole names (`VetReading`) or phrases (`made elsewhere`). */
  readonly not: readonly string[];
  readonly write: string;
  readonly inNames: boolean;
  readonly inText: boolean;
  /** Names and phrases that keep the word. */
  readonly except: readonly string[];
}

const codeIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`|"([^"]+)"/g)].map(([, a, b]) => a ?? b ?? '');

/** The banned words of the glossary: the rows of the table whose first column is "not". */
export const bannedIn = (glossary: string): readonly Banned[] => {
  const [, table = ''] = glossary.split(/^\| not \|.*\n\|[-|]+\|\n/m);
  return table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, not = '', write = '', where = '', except = '']) => ({
      not: codeIn(not),
      write,
      inNames: where.includes('names'),
      inText: where.includes('text'),
      except: codeIn(except),
    }));
};

/** `OPPOSITION_ROAD`, `roadOf` and `road-of` as words in lower case. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);

/** Why a name is refused; `undefined`: it is not. */
const faultOfName = (name: string, banned: readonly Banned[]): string | undefined => {
  const words = wordsOf(name);
  const row = banned.find(
    ({ not, inNames, except }) =>
      inNames && !except.includes(name) && not.some((each) => each === name || words.includes(each)),
  );
  return row && `${name}: write ${row.write}`;
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const patternOf = (phrases: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${phrases.map((each) => escaped(each).replaceAll(' ', '\\s+')).join('|')})\\b`, 'gi');

/** Why a text is refused, once for each banned word in it; `code` spans and excepted phrases are left out. */
export const faultsOfText = (text: string, banned: readonly Banned[]): readonly string[] => {
  const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, ' ');
  return banned.flatMap(({ not, write, inText, except }) => {
    if (!inText) return [];
    const rest = except.length === 0 ? prose : prose.replace(patternOf(except), ' ');
    const found = new Set(rest.match(patternOf(not.filter((each) => !/[A-Z]/.test(each)))) ?? []);
    return [...found].map((word) => `"${word}" in "${text.trim().slice(0, 80)}": write ${write}`);
  });
};

/** What a source file names, and what it says: literals of more than one word. Names that a package gave are not its own. */
const readSource = (file: string, source: string) => {
  const names = new Set<string>();
  const texts: string[] = [];
  const add = (text: string) => {
    if (/\s\S/.test(text.trim())) texts.push(text);
  };
  const { program, comments } = parseSync(file, source);
  new Visitor({
    Identifier: ({ name }) => void names.add(name),
    Literal: ({ value }) => {
      if (typeof value === 'string') add(value);
    },
    TemplateElement: ({ value }) => add(value.cooked ?? value.raw),
  }).visit(program);
  return { names, texts, comments: comments.map(({ value }) => value.replaceAll(/\n\s*\*/g, ' ')) };
};

/** Every banned word in the name, the identifiers, the texts and the comments of a source file. */
export const faultsOfSource = (file: string, source: string, banned: readonly Banned[]): readonly string[] => {
  const { names, texts, comments } = readSource(file, source);
  const ownName = file.replace(/^.*\//, '').replace(/\..*$/, '');
  return [
    ...[ownName, ...names].flatMap((name) => faultOfName(name, banned) ?? []),
    ...[...texts, ...comments].flatMap((text) => faultsOfText(text, banned)),
  ].map((fault) => `${file}: ${fault}`);
};
