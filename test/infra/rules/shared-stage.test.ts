import { expect, test } from 'vitest';
import { deploymentOf } from '../deployment.ts';

/** Files of this project share what one of them synthesised: none may change what another reads. */
test('who changes a resource or a template of a stage fails', () => {
  const stage = deploymentOf('dev');
  const [lambda] = stage.all('AWS::Lambda::Function');
  const [role] = stage.policies();
  const [template] = [...stage.templates.values()];
  for (const shared of [lambda, lambda?.Properties, role, role?.Properties, template, template?.Resources])
    expect(() => Object.assign(shared ?? expect.unreachable(), { changed: true })).toThrow(TypeError);
});

test('who says something of each resource of a type is refused where one of the types has none', () => {
  const stage = deploymentOf('dev');
  const named = (resources: readonly { readonly id: string }[]) => resources.map(({ id }) => id);
  expect(named(stage.some('AWS::ApiGateway::Stage'))).toEqual(named(stage.all('AWS::ApiGateway::Stage')));
  expect(stage.all('AWS::ApiGateway::Stages')).toEqual([]);
  expect(() => stage.some('AWS::ApiGateway::Stage', 'AWS::ApiGateway::Stages')).toThrow(
    'No resource is of the type AWS::ApiGateway::Stages.',
  );
});

test('who changes a map or a list has one of their own', () => {
  const [one, other] = [deploymentOf('dev'), deploymentOf('dev')];
  const before = [other.templates.size, other.all('AWS::Lambda::Function').length, other.policies().length];
  (one.templates as Map<string, unknown>).clear();
  (one.all('AWS::Lambda::Function') as unknown[]).splice(0);
  (one.policies() as unknown[]).splice(0);
  const after = [other.templates.size, other.all('AWS::Lambda::Function').length, other.policies().length];
  expect(after).toEqual(before);
  expect(deploymentOf('dev').templates.size).toBe(before[0]);
  expect(before.every((count) => count > 0)).toBe(true);
});
