/** SQS delays a message by fifteen minutes at most. */
const LONGEST_DELAY_SECONDS = 900;

/** How long SQS delays what should be by so many seconds: whole, and as long as it can. */
export const wholeDelay = (seconds: number): number => Math.min(LONGEST_DELAY_SECONDS, Math.max(0, Math.ceil(seconds)));
