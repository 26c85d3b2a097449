import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configOf } from '#infra/config.ts';
import { addStacks, newApp } from '#infra/deployment.ts';
import type { StageSettings } from '#infra/settings.ts';
import { emptyBundles } from '#tools/synth/empty-bundles.ts';

/** A resource of a template; property names are CloudFormation's. */
export interface Resource {
  readonly id: string;
  readonly stack: string;
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: templates are JSON whose shape each assertion states for itself
  readonly Properties: any;
  readonly DeletionPolicy?: string;
}

interface Template {
  readonly Resources: Readonly<Record<string, Omit<Resource, 'id' | 'stack'>>>;
  readonly Parameters?: Readonly<Record<string, { readonly Type: string; readonly Default?: string }>>;
}

export interface Deployment {
  readonly templates: ReadonlyMap<string, Template>;
  /** Every resource of these types, of all stacks; none where there is none. */
  all(...types: string[]): readonly Resource[];
  /** The same, for what is said of each: throws where one of the types has no resource, of which nothing would be said. */
  some(...types: string[]): readonly Resource[];
  /** Every policy inside of a role, as an `AWS::IAM::Policy`: what a role names itself has the id of the role. */
  policies(): readonly Resource[];
  /** A value of a template as one string: references by logical id, links by their parameter's path. */
  readable(resource: Resource, value: unknown): string;
}

/** The least that a stage of production needs. */
export const PRODUCTION: StageSettings = {
  publicDomain: { host: 'stop.example.fr' },
  senders: { email: [{ identity: 'example.fr' }] },
  alarms: { email: 'ops@example.fr' },
};

/** A source of events that the tests admit. */
export const EVENT_SOURCE = {
  source: 'shop.orders',
  roles: ['arn:aws:iam::111122223333:role/shop', 'arn:aws:iam::444455556666:role/apps/shop-worker'],
  advertisers: ['maison-valmy'],
  scopes: ['messages:send', 'oppositions:write'],
} satisfies NonNullable<StageSettings['eventSources']>[number];

/** Made already, by what was asked for: test files share a process, and a synthesis takes the better part of a second. */
const made = new Map<string, Deployment>();

/** Whoever reads a deployment that others read as well may not change it. */
const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

/** A stage with these settings, synthesised; a stage of production has what it needs besides. */
export const deploymentOf = (stage: string, own: StageSettings = {}): Deployment => {
  const least = stage === 'local' || stage === 'dev' ? {} : PRODUCTION;
  const settings = { ...least, ...own };
  const asked = JSON.stringify([stage, settings]);
  const known = made.get(asked) ?? synthesised(stage, settings);
  made.set(asked, known);
  // A map cannot be frozen.
  return { ...known, templates: new Map(known.templates) };
};

/** The CDK notes of each of some thousand constructs who made it, which a test would have to look up in source maps: a quarter of a synthesis. */
const withoutTraces = <T>(make: () => T): T => {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = limit;
  }
};

const stacksOf = (stage: string, settings: StageSettings) => {
  const app = newApp({ outdir: mkdtempSync(join(tmpdir(), 'aval-synth-')) });
  addStacks(app, configOf(stage, { stages: { [stage]: settings } }), emptyBundles());
  return app.synth().stacks;
};

const synthesised = (stage: string, settings: StageSettings): Deployment => {
  const stacks = withoutTraces(() => stacksOf(stage, settings));
  const templates = new Map(stacks.map(({ stackName, template }) => [stackName, frozen(template as Template)]));
  const resources = [...templates].flatMap(([stack, template]) =>
    Object.entries(template.Resources).map(([id, resource]) => frozen({ id, stack, ...resource })),
  );
  const all = (...types: string[]) => resources.filter(({ Type }) => types.includes(Type));
  const some = (...types: string[]) => {
    for (const type of types) if (all(type).length === 0) throw new Error(`No resource is of the type ${type}.`);
    return all(...types);
  };
  const inside = all('AWS::IAM::Role').flatMap(({ id, stack, Properties }) =>
    (Properties.Policies ?? []).map((policy: object) =>
      frozen({ id, stack, Type: 'AWS::IAM::Policy', Properties: { ...policy, Roles: [{ Ref: id }] } }),
    ),
  );
  return {
    templates,
    all,
    some,
    policies: () => [...all('AWS::IAM::Policy'), ...inside],
    readable: (resource, value) => readable(templates.get(resource.stack), value),
  };
};

const readable = (template: Template | undefined, value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[intrinsic, argument] = []] = Object.entries(value);
  const read = (part: unknown) => readable(template, part);
  if (intrinsic === 'Ref') return template?.Parameters?.[String(argument)]?.Default ?? String(argument);
  if (intrinsic === 'Fn::GetAtt') return argument.join('.');
  if (intrinsic === 'Fn::Join') return argument[1].map(read).join(argument[0]);
  return JSON.stringify(value);
};
