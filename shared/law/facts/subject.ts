/** A verb in two, "(Re) découvrez", and a meeting, "RV : prenez rendez-vous". */
const HONEST =
  /^[^\p{L}\d[(]*(?:\(re\)\s+(?:bienvenue|(?!(?:dern|prem)ier)\p{L}{3,}(?:ez|er|ir))(?!\p{L})|rv\s*:.*(?:rendez-vous|rdv))/iu;

const COUNT = String.raw`(?:\s*[[(]\d+[\])]|\^\d|[²³])?`;
/** What mail programs put before a subject when replying or forwarding, in six languages: "RE:", "[TR]", "Re(2) :", "FW –"; or words that say so. */
const FAKE_PREFIX = new RegExp(
  String.raw`^[^\p{L}\d[(]*(?:\[[^\]]{1,40}\]\s*)?(?:` +
    [
      String.raw`(?:re|tr|fw|fwd|rép|rep|ré|réf|wg|aw|r|rv|rif|antw|transférée?|forwarded)\.?${COUNT}\s*[:：]`,
      String.raw`[[(](?:re|tr|fwd?|rép|rep)${COUNT}[\])](?!\p{L})`,
      String.raw`(?:re|tr|fwd?|rép)${COUNT}(?:_|\s*[–—]|\s+-\s)`,
      String.raw`(?:en\s+)?(?:réponse\s+à\s+votre\s+(?:message|e-?mail|mail|courriel|courrier)|reply\s+to\s+your\s+(?:message|e-?mail)|antwort\s+auf\s+ihre\s+(?:nachricht|e-?mail|mail))(?!\p{L})`,
    ].join('|') +
    ')',
  'iu',
);

const isFake = (subject: string): boolean => FAKE_PREFIX.test(subject) && !HONEST.test(subject);

/** True for a subject that reads as that of a reply or a forwarded message; signs that nobody sees hide none. */
export const feignsReply = (subject: string): boolean => isFake(subject.normalize('NFC').replaceAll(/\p{Cf}/gu, ''));
