/** What mail programs put before a subject when replying or forwarding, in French, English and German. */
const FAKE_PREFIX = /^\s*(?:re|tr|fw|fwd|rép|rep|ré|réf|wg|aw)\s*(?:\[\d+\])?\s*:/iu;

/** True for a subject that reads as that of a reply or a forwarded message. */
export const feignsReply = (subject: string): boolean => FAKE_PREFIX.test(subject);
