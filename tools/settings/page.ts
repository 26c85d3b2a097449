import { z } from 'zod';
import { defaultsOf } from '#infra/config.ts';
import { Settings } from '#infra/settings.ts';

/** As much of a JSON schema as the page shows. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly (string | number)[];
  readonly pattern?: string;
  readonly format?: string;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
}

/** The JSON schema of `aval.config.json`, for editors and for other checks. */
export const settingsSchema = (): object => ({
  title: 'aval.config.json',
  ...z.toJSONSchema(Settings, { io: 'input' }),
});

const typeOf = ({ type, enum: values, format, anyOf, items }: Schema): string => {
  if (values !== undefined) return `one of ${values.join(', ')}`;
  if (anyOf !== undefined) return anyOf.map(typeOf).join(' or ');
  if (type === 'array') return `list of ${items?.type === 'object' ? 'objects' : typeOf(items ?? {})}`;
  return format === 'email' ? 'address' : (type ?? 'anything');
};

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => (inner as Readonly<Record<string, unknown>> | undefined)?.[name], value);

/** What holds by default, and where stage `dev` differs. */
const defaultAt = (path: readonly string[]): string => {
  const [usual, ofDev] = ['production', 'dev'].map((stage) => valueAt(defaultsOf(stage), path));
  if (usual === undefined) return '–';
  return usual === ofDev ? `\`${usual}\`` : `\`${usual}\` (\`dev\`: \`${ofDev}\`)`;
};

const rowsOf = (schema: Schema, path: readonly string[]): readonly string[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, one]) => {
    const at = [...path, name];
    const inner = one.type === 'array' ? one.items : one;
    const members = inner?.type === 'object' ? rowsOf(inner, one.type === 'array' ? [...path, `${name}[]`] : at) : [];
    return [
      `| \`${at.join('.')}\` | ${typeOf(one)} | ${one.type === 'object' ? '' : defaultAt(at)} | ${one.description ?? ''} |`,
      ...members,
    ];
  });

/** `docs/settings.md`. */
export const settingsPage = (): string => {
  const { properties } = settingsSchema() as Schema;
  const stage = properties?.stages?.additionalProperties;
  if (typeof stage !== 'object') throw new Error('The schema of the settings has no stages.');
  return [
    '# aval.config.json\n',
    '*Generated from `infra/settings.ts` by `npm run settings`.*\n',
    'What you deploy, in a file of your own git: `npm run deploy -- --stage NAME --config FILE`. Without `--config` it is the',
    '`aval.config.json` where you call the command. A key that is not here is refused, and nothing in it is secret: secrets are',
    'made by the deployment and stay in Secrets Manager. Start from [aval.config.example.json](aval.config.example.json); an',
    'editor that reads `$schema` completes and checks it ([schema](aval.config.schema.json)). Stage `dev` needs no file.\n',
    'Each stage is a deployment of its own, under its name: two stages of one account share nothing but the role by which API Gateway',
    'writes its logs.\n',
    '`routes` says what each channel leaves by: [channels.md](channels.md) says what each route carries. MMS and calls leave by `https`, the',
    'provider of `provider` ([provider-route.md](provider-route.md)), or by another of [providers.md](providers.md). What a route cannot send, or an answer that it cannot receive, is refused',
    'with the reason ([decision 44](decisions/0044-deployed-by-others.md), [86](decisions/0086-mms-and-calls-leave-by-a-provider.md)).\n',
    'Under `stages.<stage>`:\n',
    '| setting | type | default | what |',
    '|---|---|---|---|',
    ...rowsOf(stage, []),
    '',
  ].join('\n');
};
