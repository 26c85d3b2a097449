import type { Stack } from '#local/stack/stack.ts';

/**
 * What functions tried and the template does not grant them, for the person who started the stack. In an account that
 * work would be lost, so that whoever ran on the stack fails.
 */
export class DeniedCalls extends Error {
  override readonly name = 'DeniedCalls';

  /** `caller: action on resource`, as often as it was tried. */
  constructor(denied: readonly string[]) {
    super(`Functions were denied what they tried:\n  ${[...new Set(denied)].join('\n  ')}`);
  }
}

/** Ends a stack; throws `DeniedCalls` when its template granted some function too little. */
export const stopAndReport = async ({ stop, denied }: Pick<Stack, 'stop' | 'denied'>): Promise<void> => {
  await stop();
  const calls = denied();
  if (calls.length > 0) throw new DeniedCalls(calls);
};
