import { dirname, join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** The files that are judged: path from the repository's root, and content. */
export type Sources = ReadonlyMap<string, string>;

/** One import of a file, whichever way it is written. */
export interface Import {
  /** Path from the repository's root, or the name of a package, as written. */
  readonly target: string;
  /** True when nothing of it is left at run time. */
  readonly isOfTypes: boolean;
}

/** The target of an `import(…)` whose specifier is worked out when it runs: nobody can judge it. */
export const COMPUTED = '(computed)';

const targetOf = (file: string, specifier: string): string => {
  if (specifier.startsWith('#')) return specifier.slice(1);
  return specifier.startsWith('.') ? join(dirname(file), specifier) : specifier;
};

/** A text without holes, quoted in any way. */
const literalOf = (text: string): string | undefined => /^(['"`])([^$]*)\1$/s.exec(text)?.[2];

/**
 * Every import of a file: static, re-exported, dynamic, of types, `import('…')` inside a type, `require`,
 * `import.meta.resolve`, and a source file named by a `URL`, as for a worker. Throws on bad syntax.
 */
const parseImports = (file: string, source: string): readonly Import[] => {
  // Its tree is made when it is asked for, which takes longer than all else: few files need it.
  const parsed = parseSync(file, source);
  const { module, errors } = parsed;
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0]?.message}`);
  const found: Import[] = [];
  const add = (specifier: string | undefined, isOfTypes: boolean) =>
    found.push({ target: specifier === undefined ? COMPUTED : targetOf(file, specifier), isOfTypes });
  for (const { entries, moduleRequest } of module.staticImports)
    add(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType));
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries) if (moduleRequest) add(moduleRequest.value, isType);
  for (const { moduleRequest } of module.dynamicImports)
    add(literalOf(source.slice(moduleRequest.start, moduleRequest.end)), false);
  if (!/\bimport\s*[(.]|\brequire\b/.test(source)) return found;
  new Visitor({
    TSImportType: (node) => add(node.source.value, true),
    TSImportEqualsDeclaration: ({ moduleReference: to }) => {
      if (to.type === 'TSExternalModuleReference') add(to.expression.value, false);
    },
    CallExpression: ({ callee, arguments: [what] }) => {
      if (what && /^(?:require|import\.meta\.resolve)$/.test(source.slice(callee.start, callee.end)))
        add(literalOf(source.slice(what.start, what.end)), false);
    },
    NewExpression: ({ callee, arguments: [what] }) => {
      const path = what && literalOf(source.slice(what.start, what.end));
      if (callee.type === 'Identifier' && callee.name === 'URL' && path && /^\..*\.[cm]?[jt]sx?$/.test(path))
        add(path, false);
    },
  }).visit(parsed.program);
  return found;
};

const known = new Map<string, readonly Import[]>();

/** See `parseImports`; the same content is read once. */
export const importsOf = (file: string, source: string): readonly Import[] => {
  const key = `${file}\0${source}`;
  const imports = known.get(key) ?? parseImports(file, source);
  known.set(key, imports);
  return imports;
};
