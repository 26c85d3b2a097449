/** A stack as CloudFormation has it. */
export interface StackState {
  /** `StackStatus` of CloudFormation. */
  readonly status: string;
  readonly isProtected: boolean;
}

/** The stacks of one account and Region. */
export interface Stacks {
  /** `undefined`: there is none of this name. */
  read(name: string): Promise<StackState | undefined>;
  protect(name: string, on: boolean): Promise<void>;
}

/** The stacks of several Regions as one: each is asked for in its own. */
export const stacksByRegion = (
  places: readonly { readonly name: string; readonly region: string }[],
  stacksIn: (region: string) => Stacks,
): Stacks => {
  const of = new Map([...new Set(places.map(({ region }) => region))].map((region) => [region, stacksIn(region)]));
  const stacksOf = (name: string): Stacks => {
    const stacks = of.get(places.find((place) => place.name === name)?.region ?? '');
    if (stacks === undefined) throw new Error(`${name} is in no Region that is known.`);
    return stacks;
  };
  return {
    read: (name) => stacksOf(name).read(name),
    protect: (name, on) => stacksOf(name).protect(name, on),
  };
};

/** What a creation that failed, or was never carried out, leaves behind: the next attempt deletes it first. */
const FAILED_CREATION = /^(?:REVIEW_IN_PROGRESS|CREATE_FAILED|ROLLBACK_COMPLETE|ROLLBACK_FAILED|DELETE_FAILED)$/;

/**
 * Deploys stacks so that a first attempt that fails can be repeated: a stack is protected from termination once it is
 * created, and not before, since nobody could delete what a failed creation leaves. What exists stays protected.
 *
 * @param run deploys; its argument names the stacks that must not be protected yet. Resolves to the exit code.
 * @returns the exit code of `run`. What was created is protected, even if a later stack failed.
 */
export const protectedOnceCreated = async (
  stacks: Stacks,
  names: readonly string[],
  run: (unprotected: readonly string[]) => Promise<number> | number,
): Promise<number> => {
  const isCreated = (state: StackState | undefined) => state !== undefined && !FAILED_CREATION.test(state.status);
  const before = await Promise.all(names.map(async (name) => ({ name, state: await stacks.read(name) })));
  const unprotected = before.filter(({ state }) => !isCreated(state));
  for (const { name, state } of unprotected) if (state?.isProtected) await stacks.protect(name, false);
  const exitCode = await run(unprotected.map(({ name }) => name));
  for (const { name } of unprotected) if (isCreated(await stacks.read(name))) await stacks.protect(name, true);
  return exitCode;
};
