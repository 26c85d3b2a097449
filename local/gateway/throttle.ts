import type { Rate, Stage } from './stage.ts';

/** A bucket of tokens, full at first, that a rate fills: each request takes one. */
const createBucket = ({ perSecond, atOnce }: Rate, nowMs: () => number) => {
  let tokens = atOnce;
  let filledMs = nowMs();
  return (): boolean => {
    const present = nowMs();
    tokens = Math.min(atOnce, tokens + ((present - filledMs) / 1000) * perSecond);
    filledMs = present;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
};

/** Of what an account may ask of all its APIs together, what other APIs leave to this one: requests a second. */
export type Leave = () => number | undefined;

/**
 * Says of each request whether its API admits it, by the stack's clock (Amazon API Gateway, "Throttle requests to your REST APIs"):
 * the method by its own rate or else by that of the stage, then the account.
 */
export const createThrottle = (stage: Stage | undefined, nowMs: () => number, leave: Leave = () => undefined) => {
  const buckets = new Map([...(stage?.rates ?? [])].map(([method, rate]) => [method, createBucket(rate, nowMs)]));
  let account: { readonly left: number; readonly admits: () => boolean } | undefined;
  const byAccount = (): boolean => {
    const left = leave();
    if (left === undefined) {
      account = undefined;
      return true;
    }
    if (account?.left !== left)
      account = { left, admits: createBucket({ perSecond: left, atOnce: Math.max(1, left) }, nowMs) };
    return account.admits();
  };
  /** `method`: as `POST /o`. */
  return (method: string): boolean => {
    const own = buckets.get(method) ?? buckets.get('* *');
    return (own === undefined || own()) && byAccount();
  };
};
