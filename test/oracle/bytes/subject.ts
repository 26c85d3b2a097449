/** L. 34-5 al. 5, row 58: whether a subject is that of an answer, or of a mail passed on, which nobody wrote. Read sign by sign. */

/** What programs write before a subject. */
const MARKS = /^(?:re|tr|fwd?|rep|ref|wg|aw|r|rv|rif|antw|transferee?|forwarded)$/;
/** Of these alone a dash, an underscore or brackets make a mark. */
const KNOWN_MARKS = /^(?:re|tr|fwd?|rep)$/;
const MAIL = /^(?:message|e-?mail|mail|courriel|courrier|nachricht)\b/;
const ANSWERS = ['reponse a votre ', 'en reponse a votre ', 'reply to your ', 'antwort auf ihre '];

/** It feigns an answer or a mail passed on. */
export const feignsAnswer = (subject: string): boolean => {
  const plain = subject
    .replaceAll(/[\u{200B}-\u{200F}\u{2060}\u{FEFF}\u{00AD}]/gu, '')
    .normalize('NFD')
    .replaceAll(/[\u{300}-\u{36F}]/gu, '')
    .toLowerCase();
  const start = plain.replace(/^[^a-z\d[(]+/, '');
  const bracketed = /^[[(]([a-z]+)(?:[[(]\d+[\])]|\^\d|[²³])?[\])](?![a-z])/.exec(start)?.[1];
  // Round signs part a verb: "(Re) trouver".
  const parted = /^\(re\)\s+([a-z]+)/.exec(start)?.[1] ?? '';
  if (
    parted === 'bienvenue' ||
    (parted.length > 4 && /(?:ez|er|ir)$/.test(parted) && !/^(?:dern|prem)ier$/.test(parted))
  )
    return false;
  if (/^rv *:/.test(start) && /rendez-vous|rdv/.test(start)) return false;
  if (bracketed !== undefined && KNOWN_MARKS.test(bracketed)) return true;
  const said = start.replace(/^\[[^\]]{1,40}\]\s*/, '');
  if (ANSWERS.some((words) => said.startsWith(words) && MAIL.test(said.slice(words.length)))) return true;
  const [, mark = '', sign = ''] =
    /^([a-z]+)\.?(?:\s*[[(]\d+[\])]|\^\d|[²³])?(\s*[:：]|_|\s*[–—]|\s+-\s)/.exec(said) ?? [];
  // The island has an accent that the mark has not.
  if (mark === 're' && !/[:：]/.test(sign) && /^[^\p{L}]*(?:\[[^\]]*\]\s*)?ré/iu.test(subject.normalize('NFC')))
    return false;
  return /[:：]/.test(sign) ? MARKS.test(mark) : sign !== '' && KNOWN_MARKS.test(mark);
};
