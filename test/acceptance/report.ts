import type { Judged } from './run.ts';

/** How many were looked at, and how many of them were wrong. */
interface Count {
  readonly all: number;
  readonly wrong: number;
}

/** What `-- --json` prints: every scenario, and the counts. */
export interface Report {
  readonly scenarios: readonly Judged[];
  readonly asExpected: number;
  /** Not as expected, held by accident, or stopped where it has to be allowed: the exit status counts these. */
  readonly otherwise: number;
  /** No recorded fact stands for what the file says; nothing else was put in its place. */
  readonly notExpressible: readonly { readonly id: string; readonly why: string }[];
  /** Scenarios whose outcome rests on what a human decided, found or wrote down, as the file says it. */
  readonly decidedByFile: number;
  /** Allowed messages asked about with their final bytes, and sent. */
  readonly withBytes: Count;
  readonly sent: Count;
  /** Held messages whose facts were cured; wrong: refused by accident. */
  readonly ablated: Count;
  readonly forged: {
    readonly callers: number;
    readonly lies: number;
    readonly caught: number;
    readonly uncaught: number;
  };
  /** Lawful messages that look like forged ones. */
  readonly twins: Count;
}

const countOf = <T>(all: readonly T[], isWrong: (one: T) => boolean): Count => ({
  all: all.length,
  wrong: all.filter(isWrong).length,
});

const isNotExpressible = ({ given }: Judged): boolean => given === 'not-expressible';
const isHeldByAccident = ({ ablation }: Judged): boolean => (ablation?.accidents.length ?? 0) > 0;
const isRight = (one: Judged): boolean =>
  one.isAsExpected &&
  !isHeldByAccident(one) &&
  one.again.every(({ isAllowed }) => isAllowed) &&
  one.forged.twins.every(({ isAllowed }) => isAllowed);

export const reportOf = (scenarios: readonly Judged[]): Report => {
  const lies = scenarios.flatMap(({ forged }) => forged.lies);
  const caught = lies.filter(({ isCaught }) => isCaught).length;
  const asked = scenarios.filter((one) => !isNotExpressible(one));
  const again = scenarios.flatMap((one) => one.again);
  const isStopped = ({ isAllowed }: { readonly isAllowed: boolean }) => !isAllowed;
  return {
    scenarios,
    asExpected: asked.filter((each) => each.isAsExpected).length,
    otherwise: asked.filter((each) => !isRight(each)).length,
    notExpressible: scenarios.filter(isNotExpressible).map(({ id, codes }) => ({ id, why: codes.join(' ') })),
    decidedByFile: asked.filter(({ decidedByFile }) => decidedByFile.length > 0).length,
    withBytes: countOf(
      again.filter(({ how }) => how === 'with its final bytes'),
      isStopped,
    ),
    sent: countOf(
      again.filter(({ how }) => how === 'sent'),
      isStopped,
    ),
    ablated: countOf(
      asked.filter(({ ablation }) => ablation !== undefined),
      isHeldByAccident,
    ),
    forged: {
      callers: scenarios.filter(({ forged }) => forged.lies.length > 0).length,
      lies: lies.length,
      caught,
      uncaught: lies.length - caught,
    },
    twins: countOf(
      scenarios.flatMap(({ forged }) => forged.twins),
      isStopped,
    ),
  };
};
