import { readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';
import { beneathOriginal } from './beneath-original.ts';
import { isOfTelephone } from './telephones.ts';

/** What a mail program writes above the mail that it quotes, in six languages: "Le 12 novembre 2026, Maison Valmy a écrit :". */
const ATTRIBUTIONS: readonly RegExp[] = [
  /^\s*(le|on|am|el|il|op|em)\b.{5,300}(?<!\p{L})(a écrit|wrote|schrieb|escribió|ha scritto|schreef)(?!\p{L}).{0,120}:\s*$/iu,
  /^\s*\S.{0,200}(?<!\p{L})(a écrit|wrote|schrieb|escribió|ha scritto|schreef)(?!\p{L})( (le|on|am|el|il|op)\b.{5,80})?\s?:\s*$/iu,
  /^\s*\S.{0,250}<[^<>\s@]{1,64}@[^<>\s@]{1,190}>\s?:\s*$/u,
];
/** Lines over which a program may fold it. */
const MOST_LINES_OF_ATTRIBUTION = 4;
/** How one begins that is folded. Another line before it is the person's. */
const BEGINS_ATTRIBUTION = /^\s*((le|on|am|el|il|op|em)\b.*\d|\d{1,4}[-./]\d)/iu;

/** A line that says itself that what follows is another mail. */
const SEPARATOR =
  /^[-_=*>\s]*(message d['’]origine|message original|mail original|message transféré|message transmis|original message|forwarded message|ursprüngliche nachricht|originalnachricht|weitergeleitete nachricht|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht|début du message (réexpédié|transféré)|begin forwarded message)\b[^\p{L}]*$/iu;

/** The first line of a block of headers, and another of them within the next lines, as Outlook writes them. */
const FROM = /^[\s>*]*(de|from|von|da|van)\s{0,3}\*{0,2}\s{0,3}:\**\s*\S/iu;
const SENT =
  /^[\s>*]*(envoyé|envoyé le|date|sent|gesendet|datum|enviado|enviado el|fecha|inviato|data|verzonden)\s{0,3}\*{0,2}\s{0,3}:\**\s*\S/iu;
const LINES_OF_HEADERS = 5;

/** A line drawn across. */
const RULE = /^\s*[_=-]{5,}\s*$/;

const isQuoted = (line: string): boolean => /^\s*>/.test(line);

/** One attribution, not a line of the person's above one. */
const isFold = ([first = '', ...others]: readonly string[]): boolean =>
  BEGINS_ATTRIBUTION.test(first) && !others.some((line) => BEGINS_ATTRIBUTION.test(line));

/** How many lines from here on are an attribution; 0: it is none. */
const attributionAt = (lines: readonly string[], at: number): number => {
  for (let count = 1; count <= MOST_LINES_OF_ATTRIBUTION; count += 1) {
    const some = lines.slice(at, at + count);
    if (some.length < count || some.some((line) => line.trim() === '' || isQuoted(line))) return 0;
    if (count > 1 && !isFold(some)) return 0;
    const joined = some.map((line) => line.trim()).join(' ');
    if (ATTRIBUTIONS.some((each) => each.test(joined))) return count;
  }
  return 0;
};

/** Either may be the first: GMX and Orange begin with the date. */
const beginsHeaders = (lines: readonly string[], at: number): boolean =>
  [
    [FROM, SENT],
    [SENT, FROM],
  ].some(
    ([first, other]) =>
      first?.test(lines[at] ?? '') === true &&
      lines.slice(at + 1, at + 1 + LINES_OF_HEADERS).some((line) => other?.test(line) === true),
  );

/** How many lines from here on say that another mail follows; 0: none. */
const linesBeforeMail = (lines: readonly string[], at: number): number =>
  SEPARATOR.test(lines[at] ?? '') || beginsHeaders(lines, at) ? 1 : attributionAt(lines, at);

const nextWritten = (lines: readonly string[], from: number): string | undefined =>
  lines.slice(from).find((line) => line.trim() !== '');

/** The mark above a signature (RFC 3676). */
const SIGNATURE = /^--\s?$/;

/**
 * Without the lines of a mail that is quoted, wherever it lies, and without signatures; an original that no mark sets apart ends the text, and
 * is what is behind.
 */
const withoutQuoted = (lines: readonly string[]): { own: readonly string[]; behind: readonly string[] } => {
  const own: string[] = [];
  let isSigned = false;
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const endsSignature = line.trim() === '' || isQuoted(line);
    isSigned = SIGNATURE.test(line) || (isSigned && !endsSignature);
    if (isQuoted(line)) continue;
    const before = linesBeforeMail(lines, at);
    if (before === 0) own.push(isSigned || RULE.test(line) || isOfTelephone(line) ? '' : line);
    else if (isQuoted(nextWritten(lines, at + before) ?? '')) at += before - 1;
    else break;
  }
  return { own, behind: lines.slice(at) };
};

/** A paragraph that firms put beneath every mail, which asks whoever got it by mistake to delete it. */
const isNoticeOfSecrecy = (paragraph: string): boolean =>
  /confiden[tc]i|vertraulich|riservat|vertrouwelijk|privileged/iu.test(paragraph) &&
  /destinatai?r|recipient|empfänger|adressat|geadresseerde|ontvanger|addressee/iu.test(paragraph);

/** What its sentences speak of. */
const OF_SECRECY =
  /confiden[tc]i|vertraulich|riservat|vertrouwelijk|privileged|destinatai?r|recipient|empfänger|adressat|geadresseerde|ontvanger|addressee|expéditeur|sender|absender|remitente|mittente|afzender|par erreur|l['’]avez reçu|in error|irrtüm|por error|per errore|vergissing|le (supprimer|détruire)|delete (it|this|the)|(ce|cet|this|diese|este|questo|dit) (message|mail|e-?mail|courriel|nachricht|mensaje|correo|messaggio|bericht)/iu;

/** Of such a paragraph what a person may have written in it: every sentence that speaks of something else, or says stop. */
const withoutNotice = (paragraph: string): string =>
  (paragraph.replaceAll('\n', ' ').match(/[^.!?]+[.!?]*/g) ?? [])
    .filter((sentence) => !OF_SECRECY.test(sentence) || readMailReply(sentence) === 'opposition')
    .join('')
    .trim();

/** In characters, at either end. */
const READ_AT_EITHER_END = 50_000;

/** As much of a text as is read, at most 100,000 characters: people write above or beneath what they quote, so that the middle of a longer one is left out. */
export const endsOf = (text: string): string =>
  text.length <= 2 * READ_AT_EITHER_END
    ? text
    : `${text.slice(0, READ_AT_EITHER_END)}\n\n${text.slice(-READ_AT_EITHER_END)}`;

const linesOf = (text: string): readonly string[] => text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ').split('\n');

const withoutNotices = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => (isNoticeOfSecrecy(paragraph) ? withoutNotice(paragraph) : paragraph))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
    .trim();

/** What a person may have written beneath an original: without what is quoted there, as in a text that is their own. */
export const beneathText = (original: string): string =>
  withoutNotices(withoutQuoted(linesOf(beneathOriginal(original))).own);

/** What a text says beside the mail that it answers. */
export interface TextOfReply {
  /** What its sender wrote themselves; empty where nothing is their own. */
  readonly own: string;
  /** What may be theirs beneath an original that no mark sets apart. */
  readonly beneath: string;
}

/**
 * What the sender of a reply wrote themselves, of its plain text: without the mail that it quotes, a signature beneath `-- `, the line of a
 * telephone and a notice of secrecy; and what they may have written beneath it. Of more than 100,000 characters the middle is left out.
 */
export const textOfReply = (text: string): TextOfReply => {
  const { own, behind } = withoutQuoted(linesOf(endsOf(text)));
  return { own: withoutNotices(own), beneath: beneathText(behind.join('\n')) };
};
