/** What a mail program writes above the mail that it quotes, in six languages: "Le 12 novembre 2026, Maison Valmy a écrit :". */
const ATTRIBUTIONS: readonly RegExp[] = [
  /^\s*(le|on|am|el|il|op|em)\b.{5,300}(?<!\p{L})(a écrit|wrote|schrieb|escribió|ha scritto|schreef)(?!\p{L}).{0,120}:\s*$/iu,
  /^\s*\S.{0,200}(?<!\p{L})(a écrit|wrote|schrieb|escribió|ha scritto|schreef)(?!\p{L})( (le|on|am|el|il|op)\b.{5,80})?\s?:\s*$/iu,
  /^\s*\S.{0,250}<[^<>\s@]{1,64}@[^<>\s@]{1,190}>\s?:\s*$/u,
];
/** Lines over which a program may fold it. */
const MOST_LINES_OF_ATTRIBUTION = 4;

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

/** How many lines from here on are an attribution; 0: it is none. */
const attributionAt = (lines: readonly string[], at: number): number => {
  for (let count = 1; count <= MOST_LINES_OF_ATTRIBUTION; count += 1) {
    const some = lines.slice(at, at + count);
    if (some.length < count || some.some((line) => line.trim() === '' || isQuoted(line))) return 0;
    const joined = some.map((line) => line.trim()).join(' ');
    if (ATTRIBUTIONS.some((each) => each.test(joined))) return count;
  }
  return 0;
};

const beginsHeaders = (lines: readonly string[], at: number): boolean =>
  FROM.test(lines[at] ?? '') && lines.slice(at + 1, at + 1 + LINES_OF_HEADERS).some((line) => SENT.test(line));

const nextWritten = (lines: readonly string[], from: number): string | undefined =>
  lines.slice(from).find((line) => line.trim() !== '');

/** Without the lines of a mail that is quoted, wherever it lies; an original that no mark sets apart ends the text. */
const withoutQuoted = (lines: readonly string[]): readonly string[] => {
  const own: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isQuoted(line)) continue;
    if (SEPARATOR.test(line) || beginsHeaders(lines, at)) {
      if (!isQuoted(nextWritten(lines, at + 1) ?? '')) break;
      continue;
    }
    const attribution = attributionAt(lines, at);
    if (attribution === 0) own.push(RULE.test(line) ? '' : line);
    else if (isQuoted(nextWritten(lines, at + attribution) ?? '')) at += attribution - 1;
    else break;
  }
  return own;
};

/** A paragraph that firms put beneath every mail, which asks whoever got it by mistake to delete it. */
const isNoticeOfSecrecy = (paragraph: string): boolean =>
  /confiden[tc]i|vertraulich|riservat|vertrouwelijk|privileged/iu.test(paragraph) &&
  /destinatai?r|recipient|empfänger|adressat|geadresseerde|ontvanger|addressee/iu.test(paragraph);

const ownMark = /^--\s?$/;

/**
 * What the sender of a reply wrote themselves, of its plain text: without the mail that it quotes, the signature beneath `-- ` (RFC 3676) and
 * a notice of secrecy. Empty where nothing is their own.
 */
export const ownTextOf = (text: string): string => {
  const own = withoutQuoted(text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ').split('\n'));
  const signature = own.findIndex((line) => ownMark.test(line));
  return (signature === -1 ? own : own.slice(0, signature))
    .join('\n')
    .split(/\n\s*\n/)
    .filter((paragraph) => !isNoticeOfSecrecy(paragraph))
    .join('\n\n')
    .trim();
};
