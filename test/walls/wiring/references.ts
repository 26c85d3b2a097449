import type { StackTemplate } from '#local/template/assembly.ts';
import { objectOf, textOf } from '#local/template/json.ts';

const typeOf = (stack: StackTemplate, id: string): string =>
  textOf(objectOf(objectOf(stack.template.Resources)[id]).Type);

/** The next thing of the same kind in the same stack, after the last the first again: a resource, or a parameter that reads. */
export const sameKind = (stack: StackTemplate, id: string): string | undefined => {
  const type = typeOf(stack, id);
  const parameters = Object.keys(objectOf(stack.template.Parameters)).filter((name) => name.startsWith('Ssm'));
  const all =
    type === ''
      ? parameters.includes(id)
        ? parameters
        : []
      : Object.keys(objectOf(stack.template.Resources)).filter((other) => typeOf(stack, other) === type);
  const next = all[(all.indexOf(id) + 1) % all.length];
  return next === id ? undefined : next;
};

/** True when something else of the stack names it: without it CloudFormation takes no part of the template. */
export const referencesIn = (stack: StackTemplate, id: string): boolean => {
  const others = Object.entries(objectOf(stack.template.Resources)).filter(([other]) => other !== id);
  return JSON.stringify([others, stack.template.Outputs]).includes(`"${id}"`);
};
