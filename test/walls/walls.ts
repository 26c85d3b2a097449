import type { RecordedCall } from '#local/aws/iam/recorded-calls.ts';
import type { JsonObject } from '#local/template/json.ts';
import { textOf } from '#local/template/json.ts';
import { type Model, readModel } from '#local/template/model.ts';
import { TABLE } from '../support/in-process-table.ts';
import { type Atom, resourcesIn, statementsIn } from './atoms.ts';
import { rarelyNeeded, staleRows } from './rare.ts';
import { needsRecorded } from './recorded.ts';
import { RULES } from './unrecorded.ts';

/** A role of the template with what it is granted and what is known that it needs. */
export interface Wall {
  /** Name of its function in the manifest, or of the role where it is of a service. */
  readonly name: string;
  readonly statements: readonly JsonObject[];
  readonly needed: ReadonlySet<Atom>;
}

/** All of them, and what of the stated table is no longer true. */
export interface Walls {
  readonly walls: readonly Wall[];
  readonly stale: readonly string[];
}

const DEPLOYED = 'aval-local-';

/** The stage `local` of a cloud assembly, read as the local stack reads it. */
const readAssembly = (folder: string) =>
  readModel(folder, {
    queueBase: 'http://localhost',
    parameters: {
      PublicBaseUrl: 'http://localhost',
      ClockOffsetFile: '/dev/null',
      ProviderUrl: 'http://localhost:4568',
    },
  });

/** Every role of the assembly, beside what it needs: by these calls, by the stated table, by the rules of AWS. */
export const wallsOf = (folder: string, calls: readonly RecordedCall[]): Walls => wallsIn(readAssembly(folder), calls);

/** The same of a template that was read before. */
export const wallsIn = (model: Model, calls: readonly RecordedCall[]): Walls => {
  const [table] = model.ofType('AWS::DynamoDB::GlobalTable');
  const ofTemplate = calls.map((call) => ({ ...call, resource: call.resource.replace(TABLE, table?.name ?? '') }));
  const statements = statementsIn(model);
  const granted = new Set([...statements.values()].flat().flatMap(resourcesIn));
  const recorded = needsRecorded(ofTemplate, granted);
  const recordedOf = (name: string): ReadonlySet<Atom> => recorded.get(`${DEPLOYED}${name}`) ?? new Set();
  const functions = new Map(
    model.ofType('AWS::Lambda::Function').map((target) => [textOf(target.properties.Role), target] as const),
  );
  const walls = model.ofType('AWS::IAM::Role').map((role) => {
    const target = functions.get(role.arn);
    const name = target?.name.replace(DEPLOYED, '') ?? role.path.split('/')[1] ?? role.name;
    const used = new Set([...recordedOf(name), ...rarelyNeeded(model, name, recordedOf)]);
    const ruled = RULES.flatMap(({ needs }) => needs({ model, target, role, used }));
    return { name, statements: statements.get(role.name) ?? [], needed: new Set([...used, ...ruled]) };
  });
  return { walls, stale: staleRows(model, recordedOf) };
};
