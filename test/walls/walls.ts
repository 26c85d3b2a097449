import type { RecordedCall } from '#local/aws/iam/recorded-calls.ts';
import type { JsonObject } from '#local/template/json.ts';
import { textOf } from '#local/template/json.ts';
import { readModel } from '#local/template/model.ts';
import { TABLE } from '../support/in-process-table.ts';
import { type Atom, statementsIn } from './atoms.ts';
import { needsRecorded } from './recorded.ts';
import { RULES } from './unrecorded.ts';

/** A role of the template with what it is granted and what is known that it needs. */
export interface Wall {
  /** Name of its function, or of the role where it is of a service. */
  readonly name: string;
  readonly statements: readonly JsonObject[];
  readonly needed: ReadonlySet<Atom>;
}

/** The stage `local` of a cloud assembly, read as the local stack reads it. */
export const readAssembly = (folder: string) =>
  readModel(folder, {
    queueBase: 'http://localhost',
    parameters: { PublicBaseUrl: 'http://localhost', ClockOffsetFile: '/dev/null' },
  });

/** Every role of the assembly, beside what it needs by these calls and by the rules. */
export const wallsOf = (folder: string, calls: readonly RecordedCall[]): readonly Wall[] => {
  const model = readAssembly(folder);
  const [table] = model.ofType('AWS::DynamoDB::Table');
  const ofTemplate = calls.map((call) => ({ ...call, resource: call.resource.replace(TABLE, table?.name ?? '') }));
  const recordedOf = needsRecorded(ofTemplate);
  const functions = new Map(
    model.ofType('AWS::Lambda::Function').map((target) => [textOf(target.properties.Role), target] as const),
  );
  const statements = statementsIn(model);
  return model.ofType('AWS::IAM::Role').map((role) => {
    const target = functions.get(role.arn);
    const recorded = recordedOf.get(target?.name ?? role.name) ?? new Set<Atom>();
    const ruled = RULES.flatMap(({ needs }) => needs({ model, target, role, recorded }));
    return {
      name: target?.name ?? role.name,
      statements: statements.get(role.name) ?? [],
      needed: new Set([...recorded, ...ruled]),
    };
  });
};
