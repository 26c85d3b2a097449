import type { StackTemplate } from '#local/template/assembly.ts';
import { at, type Json, listOf, objectOf, textOf } from '#local/template/json.ts';
import { type Operator, ofMembers } from './operators.ts';
import { referencesIn } from './references.ts';
import { isUnwired } from './unwired.ts';

/** One change of one place of one resource of the templates. */
export interface Mutant {
  /** `Aval-local-Workers/send VisibilityTimeout: zero`; the same at every run. */
  readonly id: string;
  /** Type of the resource: strata are drawn by it. */
  readonly type: string;
  readonly operator: Operator;
  readonly stack: string;
  readonly logicalId: string;
  /** The resource (or parameter, or output) after the change; `undefined`: it is gone. */
  readonly changed: Json | undefined;
  readonly section: 'Resources' | 'Parameters' | 'Outputs';
}

/** The property by which a resource names itself; what is not in `SAID` is referred to and never written down. */
const OWN_NAME: Readonly<Record<string, string>> = {
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::Events::EventBus': 'Name',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::ApiGateway::RestApi': 'Name',
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::WAFv2::WebACL': 'Name',
};
/** Alarms name these by their names, and the sender its configuration sets. */
const SAID = ['AWS::SQS::Queue', 'AWS::Lambda::Function', 'AWS::SES::ConfigurationSet', 'AWS::ApiGateway::RestApi'];

/** All that the templates say but how their resources name themselves. */
const saidBy = (stacks: readonly StackTemplate[]): string =>
  JSON.stringify(
    stacks.map(({ template }) =>
      Object.values(objectOf(template.Resources)).map((resource) => {
        const own = OWN_NAME[textOf(at(resource, 'Type'))] ?? '';
        const { [own]: _, ...others } = objectOf(at(resource, 'Properties'));
        return others;
      }),
    ),
  );

/** A name that nobody else says may be another: what refers to the resource refers to the new one. */
const isFreeName = (said: string, type: string, path: string, value: Json | undefined): boolean =>
  OWN_NAME[type] === path && !(SAID.includes(type) && new RegExp(`(?<![\\w-])${textOf(value)}(?![\\w-])`).test(said));

const ofResource = (stack: StackTemplate, logicalId: string, said: string): readonly Mutant[] => {
  const resource = objectOf(objectOf(stack.template.Resources)[logicalId]);
  const type = textOf(resource.Type);
  const properties = objectOf(resource.Properties);
  if (type === 'AWS::CDK::Metadata' || isUnwired(type, '')) return [];
  const mutant = (operator: Operator, detail: string, changed: Json | undefined): Mutant => ({
    id: `${stack.name}/${logicalId} ${detail}: ${operator}`,
    type,
    operator,
    stack: stack.name,
    logicalId,
    changed,
    section: 'Resources',
  });
  const inProperties = ofMembers(properties, { type, path: '', stack })
    .filter(([operator, detail]) => {
      const [name = ''] = detail.split(' ');
      return !(operator === 'wrong name' || detail === name) || !isFreeName(said, type, name, properties[name]);
    })
    .map(([operator, detail, changed]) => mutant(operator, detail, { ...resource, Properties: changed as Json }));
  const order = listOf(resource.DependsOn);
  const unordered =
    type === 'AWS::ApiGateway::Deployment'
      ? order.flatMap((one, index) =>
          // A method is made after its path anyway.
          textOf(at(stack.template.Resources, textOf(one), 'Type')) === 'AWS::ApiGateway::Resource'
            ? []
            : mutant('narrow', `DependsOn ${textOf(one)}`, { ...resource, DependsOn: order.toSpliced(index, 1) }),
        )
      : [];
  const gone = referencesIn(stack, logicalId) ? [] : [mutant('drop', 'the whole', undefined)];
  return [...gone, ...inProperties, ...unordered];
};

/** Parameters that read what another stack publishes, and outputs. */
const ofSection = (stack: StackTemplate, section: 'Parameters' | 'Outputs'): readonly Mutant[] =>
  Object.entries(objectOf(stack.template[section])).flatMap(([logicalId, value]) => {
    const isWired = section === 'Outputs' || /^\/aval\//.test(textOf(objectOf(value).Default));
    if (!isWired) return [];
    return ofMembers(objectOf(value), { type: section, path: '', stack }).map(([operator, detail, changed]) => ({
      id: `${stack.name}/${logicalId} ${detail}: ${operator}`,
      type: section,
      operator,
      stack: stack.name,
      logicalId,
      changed,
      section,
    }));
  });

/** Every mutant of an assembly, in the order of the templates. */
export const mutantsOf = (stacks: readonly StackTemplate[]): readonly Mutant[] => {
  const said = saidBy(stacks);
  return stacks.flatMap((stack) => [
    ...Object.keys(objectOf(stack.template.Resources)).flatMap((logicalId) => ofResource(stack, logicalId, said)),
    ...ofSection(stack, 'Parameters'),
    ...ofSection(stack, 'Outputs'),
  ]);
};

/** The stacks with one change in them. */
export const withMutant = (stacks: readonly StackTemplate[], mutant: Mutant): readonly StackTemplate[] =>
  stacks.map((stack) => {
    if (stack.name !== mutant.stack) return stack;
    const entries = Object.entries(objectOf(stack.template[mutant.section])).flatMap(([id, value]) => {
      const changed = id === mutant.logicalId ? mutant.changed : value;
      return changed === undefined ? [] : [[id, changed] as const];
    });
    const section = Object.fromEntries(entries);
    return { ...stack, template: { ...stack.template, [mutant.section]: section } };
  });
