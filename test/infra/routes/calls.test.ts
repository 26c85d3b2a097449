import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import { deploymentOf, type Resource } from '../deployment.ts';

/** A method of a template: `application POST /v1/sales`, and the name of the function that its integration calls. */
interface Called {
  readonly route: string;
  readonly calls: string;
}

/** By the template alone: what API Gateway would call. Nothing of `infra/` is asked. */
const callsIn = (resources: readonly Resource[], stage: string): readonly Called[] => {
  const byId = new Map(resources.map((resource) => [`${resource.stack} ${resource.id}`, resource]));
  const at = (stack: string, id: string | undefined) => byId.get(`${stack} ${id}`);
  const pathOf = (stack: string, id: string | undefined): string => {
    const resource = at(stack, id);
    return resource?.Type === 'AWS::ApiGateway::Resource'
      ? `${pathOf(stack, resource.Properties.ParentId.Ref)}/${resource.Properties.PathPart}`
      : '';
  };
  return resources
    .filter(({ Type }) => Type === 'AWS::ApiGateway::Method')
    .map(({ stack, Properties }) => {
      const api = at(stack, Properties.RestApiId.Ref)?.Properties.Name.replace(`aval-${stage}-`, '');
      const [, ids] = /:lambda:path\/2015-03-31\/functions\/",(.*?),"\/invocations"\]/.exec(
        JSON.stringify(Properties.Integration.Uri),
      ) ?? [undefined, '{}'];
      const { 'Fn::GetAtt': [target, attribute] = [] } = JSON.parse(ids as string);
      const name = attribute === 'Arn' ? at(stack, target)?.Properties.FunctionName : undefined;
      return {
        route: `${api} ${Properties.HttpMethod} ${pathOf(stack, Properties.ResourceId.Ref) || '/'}`,
        calls: String(name).replace(`aval-${stage}-`, ''),
      };
    });
};

/** The functions by their routes, as the manifest names them; HEAD asks for what GET does. */
const NAMED = new Map<string, string>(
  (Object.keys(manifest) as FunctionName[]).flatMap((name) => {
    const { trigger } = manifest[name];
    if (trigger.kind !== 'http') return [];
    const methods = trigger.api === 'public' && trigger.method === 'GET' ? ['GET', 'HEAD'] : [trigger.method];
    return methods.map((method) => [`${trigger.api} ${method} ${trigger.path}`, name] as const);
  }),
);

/** What a route calls that is not its own, a line each. */
const wrongCalls = (called: readonly Called[]): readonly string[] => [
  ...called
    .filter(({ route, calls }) => NAMED.get(route) !== calls)
    .map(({ route, calls }) => `${route} calls ${calls}, and is of ${NAMED.get(route)}`),
  ...[...NAMED.keys()].filter((route) => !called.some((one) => one.route === route)),
];

const resourcesOf = (stage: string) => {
  const deployment = deploymentOf(stage);
  return [...deployment.templates.values()].flatMap(({ Resources }) =>
    deployment.all(...new Set(Object.values(Resources).map(({ Type }) => Type))),
  );
};

describe.each(['dev', 'production'])('each route calls the function that the manifest names for it: %s', (stage) => {
  const resources = [...new Set(resourcesOf(stage))];
  const methods = resources.filter(({ Type }) => Type === 'AWS::ApiGateway::Method');

  test('as it is', () => {
    expect(wrongCalls(callsIn(resources, stage))).toEqual([]);
  });

  test('and every two neighbours that are exchanged are found, by their names', () => {
    expect(methods.length).toBe(NAMED.size);
    const clean = callsIn(resources, stage);
    for (const [index, method] of methods.entries()) {
      const next = methods[(index + 1) % methods.length] as Resource;
      const exchanged = resources.map((resource) => {
        const other = resource === method ? next : resource === next ? method : undefined;
        if (other === undefined) return resource;
        const Integration = { ...resource.Properties.Integration, Uri: other.Properties.Integration.Uri };
        return { ...resource, Properties: { ...resource.Properties, Integration } };
      });
      const [own, others] = [clean[index], clean[(index + 1) % methods.length]];
      // GET and HEAD of a page are one function.
      const found = own?.calls === others?.calls ? 0 : 2;
      expect([own?.route, wrongCalls(callsIn(exchanged, stage)).length]).toEqual([own?.route, found]);
    }
  });

  test('and a route that calls nothing of the template, or that is gone, is found', () => {
    const [first, ...others] = callsIn(resources, stage);
    expect(wrongCalls([{ ...(first as Called), calls: 'undefined' }, ...others])).toHaveLength(1);
    expect(wrongCalls(others)).toEqual([first?.route]);
  });
});

/** Each function of a route is built from the file of the manifest, and that file serves the route by its own name. */
test('the file of each route serves that route', () => {
  for (const name of Object.keys(manifest) as FunctionName[]) {
    const entry = manifest[name];
    if (entry.trigger.kind !== 'http' || entry.trigger.api === 'public') continue;
    const file = fileURLToPath(new URL(`../../../functions/${entry.file}.ts`, import.meta.url));
    const words = name.split('-').map((word, index) => (index === 0 ? word : word[0]?.toUpperCase() + word.slice(1)));
    expect([name, readFileSync(file, 'utf8').includes(`${words.join('')}Route`)]).toEqual([name, true]);
  }
});
