/** `readonly Example[]`: the type of a list of examples, or of what a function makes. */
const isOfExamples = (annotation) =>
  annotation?.typeAnnotation?.typeAnnotation?.elementType?.typeName?.name === 'Example';

/** Examples beside the sentences are no law, nor are the days that they speak of: to change one is to change a test. */
const examples = {
  shouldIgnore: ({ node }) =>
    node.type === 'VariableDeclarator' &&
    node.id.type === 'Identifier' &&
    (/Examples(?:On)?$|^IN_\d{4}$/.test(node.id.name) ||
      isOfExamples(node.id.typeAnnotation) ||
      isOfExamples(node.init?.returnType))
      ? 'An example beside a rule is a test of it.'
      : undefined,
};

export const strykerPlugins = [{ kind: 'Ignore', name: 'examples', value: examples }];
