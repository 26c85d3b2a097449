import { beforeAll, describe, expect, test } from 'vitest';
import { readAssembly, type StackTemplate } from '#local/template/assembly.ts';
import { at, type JsonObject, objectOf, textOf } from '#local/template/json.ts';
import { modelOf } from '#local/template/model.ts';
import { synthesiseOwn } from '#tools/start/own-assembly.ts';
import { alarmsIn } from './alarms.ts';
import { createJudge, OPTIONS } from './judge.ts';

let stacks: readonly StackTemplate[];
beforeAll(async () => {
  stacks = readAssembly(await synthesiseOwn());
});

const judged = (templates: readonly StackTemplate[]) => alarmsIn(modelOf(templates, OPTIONS));

/** The templates with every resource of a type changed. */
const withEach = (type: string, change: (properties: JsonObject) => JsonObject): readonly StackTemplate[] =>
  stacks.map((stack) => {
    const resources = Object.entries(objectOf(stack.template.Resources)).map(([id, resource]) => {
      const changed = { ...objectOf(resource), Properties: change(objectOf(at(resource, 'Properties'))) };
      return [id, textOf(at(resource, 'Type')) === type ? changed : resource];
    });
    return { ...stack, template: { ...stack.template, Resources: Object.fromEntries(resources) } };
  });

/** What the judge says of these, and how many of the type there are. */
const saidOf = (type: string, change: (properties: JsonObject) => JsonObject) => {
  const spoilt = withEach(type, change);
  const all = modelOf(spoilt, OPTIONS).ofType(type);
  const said = judged(spoilt).join('\n');
  const names = all.map(({ logicalId, properties }) => textOf(properties.AlarmName) || logicalId);
  return { count: all.length, unnoticed: names.filter((name) => !said.includes(`${name} `)) };
};

const ALARM = 'AWS::CloudWatch::Alarm';

describe('the judge of alarms', () => {
  test('says nothing of the clean templates', () => {
    expect(judged(stacks)).toEqual([]);
  });

  test.each([
    ['never rings', { Threshold: 1e9 }],
    ['always rings', { Threshold: -1 }],
    ['waits for half a day', { EvaluationPeriods: 720, DatapointsToAlarm: 720 }],
  ])('names every alarm that %s', (_, spoilt) => {
    const { count, unnoticed } = saidOf(ALARM, (properties) => ({ ...properties, ...spoilt }));
    expect(count).toBeGreaterThan(50);
    expect(unnoticed).toEqual([]);
  });

  test('names every filter that looks for a word that no line has', () => {
    const { count, unnoticed } = saidOf('AWS::Logs::MetricFilter', ({ FilterPattern, ...others }) => ({
      ...others,
      FilterPattern: textOf(FilterPattern).replace(/"$/, 'x"'),
    }));
    expect(count).toBeGreaterThan(10);
    expect(unnoticed).toEqual([expect.stringMatching(/^turnedaway/)]);
  });

  test('leaves what is asked of an access log to the boot, which names a field that it does not say', () => {
    const spoilt = (from: string | RegExp, to: string) =>
      createJudge(() => [])(
        withEach('AWS::Logs::MetricFilter', (properties) => ({
          ...properties,
          FilterPattern: textOf(properties.FilterPattern).replace(from, to),
        })),
      );
    expect(spoilt('$.route', '$.path')?.says).toMatch(/looks for path, which the access log does not say/);
    expect(spoilt(/^\{.*\$\.status.*$/, '"429"')?.says).toMatch(/asks for no field/);
    expect(spoilt('nothing', 'at all')).toBeUndefined();
  });
});
