import { describe, expect, test } from 'vitest';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import { deploymentOf } from './deployment.ts';

const deployment = deploymentOf('dev');
const functions = deployment.some('AWS::Lambda::Function');
const entries = Object.entries(manifest) as [FunctionName, FunctionEntry][];
const deployed = (name: string) => functions.find(({ Properties }) => Properties.FunctionName === `aval-dev-${name}`);

describe('the functions of the deployment', () => {
  test('the deployment holds the functions of the manifest and no other', () => {
    const names = functions.map(({ Properties }) => Properties.FunctionName).sort();
    expect(names).toEqual(entries.map(([name]) => `aval-dev-${name}`).sort());
  });

  test.each(entries)(
    '%s runs on Node.js 24 for arm64, traced, from the bundle, as long as its entry says',
    (name, entry) => {
      expect(deployed(name)?.Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        TracingConfig: { Mode: 'Active' },
        Timeout: entry.timeoutSeconds ?? 10,
        MemorySize: entry.memoryMb ?? 512,
        Description: entry.summary,
      });
    },
  );

  test.each(entries)('%s has every variable that its entry names, and no other', (name, entry) => {
    const variables = Object.keys(deployed(name)?.Properties.Environment.Variables);
    expect(variables.sort()).toEqual([...entry.env].sort());
  });

  test('every function writes to a log group of its own, encrypted, that forgets', () => {
    const groups = new Map(deployment.all('AWS::Logs::LogGroup').map((group) => [`${group.stack}/${group.id}`, group]));
    const used = functions.map(({ stack, Properties }) => `${stack}/${Properties.LoggingConfig.LogGroup.Ref}`);
    expect(new Set(used).size).toBe(functions.length);
    for (const id of used) expect(groups.get(id)?.Properties).toMatchObject({ RetentionInDays: 14 });
  });

  test('no function carries source maps', () => {
    for (const { Properties } of functions) expect(Properties.Environment.Variables).not.toHaveProperty('NODE_OPTIONS');
  });

  test('no helper function comes along: the assembly is what the manifest says', () => {
    const types = [...deployment.templates.values()].flatMap(({ Resources }) =>
      Object.values(Resources).map(({ Type }) => Type),
    );
    expect(types.filter((type) => type.startsWith('Custom::') || type.includes('CustomResource'))).toEqual([]);
  });
});
