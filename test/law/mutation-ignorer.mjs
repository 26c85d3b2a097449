/** What stands in the law's files and is no law: to change an example is to change a test. */
const examples = {
  shouldIgnore: ({ node }) =>
    node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.id.name.endsWith('Examples')
      ? 'An example beside a rule is a test of it.'
      : undefined,
};

export const strykerPlugins = [{ kind: 'Ignore', name: 'examples', value: examples }];
