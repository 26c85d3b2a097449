import type { RecordedCall } from '#local/aws/iam/recorded-calls.ts';
import { checkTemplate } from '#local/boot/boot-base.ts';
import { readDeployment } from '#local/boot/deployment.ts';
import type { StackTemplate } from '#local/template/assembly.ts';
import { type Model, modelOf } from '#local/template/model.ts';
import { specification } from '#tools/rules/specification.ts';
import { CHECKED_BY } from '#tools/start/aval.ts';
import { complaintsOf, differenceOf } from '../compare.ts';
import { wallsIn } from '../walls.ts';
import { alarmsIn } from './alarms.ts';
import { floodsIn } from './floods.ts';

export const OPTIONS = {
  queueBase: 'http://localhost:4566',
  parameters: {
    PublicBaseUrl: 'http://localhost:4567',
    ClockOffsetFile: '/dev/null',
    ProviderUrl: 'http://localhost:4568',
  },
};
/** Names of the REST APIs, as `npm start` asks for them. */
const APIS = ['application', 'public'];

/** Who noticed, and what was said. */
export interface Noticed {
  readonly by: 'boot' | 'roles' | 'alarms' | 'firewall' | 'specification' | 'journey';
  readonly says: string;
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What the boot of the local stack says before it starts anything; `undefined`: nothing. */
const atBoot = (stacks: readonly StackTemplate[]): Noticed | Model => {
  try {
    const model = modelOf(stacks, OPTIONS);
    checkTemplate(readDeployment(model, APIS), CHECKED_BY);
    return model;
  } catch (error) {
    return { by: 'boot', says: sentenceOf(error) };
  }
};

/** Each recorded call once: the comparison looks at what was asked, not how often. */
export const distinct = (calls: readonly RecordedCall[]): readonly RecordedCall[] => [
  ...new Map(calls.map((call) => [JSON.stringify(call), call])).values(),
];

/** What the comparison of roles with the recorded calls says. */
export const rolesIn = (model: Model, calls: readonly RecordedCall[]): readonly string[] => {
  try {
    const { walls, stale } = wallsIn(model, calls);
    return [
      ...walls.flatMap(({ name, statements, needed }) => complaintsOf(name, differenceOf(statements, needed))),
      ...stale,
    ];
  } catch (error) {
    return [sentenceOf(error)];
  }
};

/** A judge of what needs no running stack; cheapest first. It is never shown the clean template. */
export const createJudge = (roles: (model: Model) => readonly string[]) => {
  const described = specification();
  return (stacks: readonly StackTemplate[]): Noticed | undefined => {
    const found = atBoot(stacks);
    if ('by' in found) return found;
    const [role] = roles(found);
    if (role !== undefined) return { by: 'roles', says: role };
    const [alarm] = alarmsIn(found);
    if (alarm !== undefined) return { by: 'alarms', says: alarm };
    const [flood] = floodsIn(found);
    if (flood !== undefined) return { by: 'firewall', says: flood };
    for (const { template } of stacks) {
      const [complaint] = described.complaintsOf(template as never);
      if (complaint !== undefined) return { by: 'specification', says: complaint };
    }
    return undefined;
  };
};
