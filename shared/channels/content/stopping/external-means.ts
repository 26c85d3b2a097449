import { lastSentenceOf } from '../means-of-opposition.ts';
import type { FoundField } from '../merge-fields.ts';
import { leadingTo, namesAnotherMeans, namesWriting, onLines } from './leading-lines.ts';
import { isNamedAfterStopping, namesStopping, onlyStops, speaksOfStopping } from './words-of-stopping.ts';

/** The words just before a link, without what leads on to it. */
const wordsJustBefore = (words: string): string =>
  /[^.!?|]*$/.exec(words.replace(/(?<![\s:(<])[\s:(<]+$/, ''))?.[0].trim() ?? '';

/** A line has its own answer: "Pour vous désabonner, répondez STOP." */
const isAnswered = (line: string): boolean =>
  !/:\s*$/.test(line) &&
  (namesAnotherMeans(line) || namesWriting(line)) &&
  !/\blien|\blink|\bcli[cq]|\bkli[ck]/i.test(line);

/** The words since the link before, of which the last lines may lead to this one. */
const isLedToByStopping = (before: string): boolean => {
  const { words: leading, isOnItsLine } = leadingTo(onLines(before.slice(-FARTHEST)));
  if (!isOnItsLine && isAnswered(leading.at(-1) ?? '')) return false;
  return (
    leading.some(namesStopping) ||
    speaksOfStopping(lastSentenceOf(leading.join(' ')).trim()) ||
    onlyStops(wordsJustBefore(leading.join(' ')))
  );
};
/** Characters that are read of what is before a link. */
const FARTHEST = 400;

const IS_A_MAILBOX_OF_STOPPING =
  /^(?:mailto:)?(?:unsub|d[eé]s(?:abo|ins)|abmeld|abbestell|bajas?(?=@)|disiscri|afmeld|uitschrijv|stop)[\w.+-]*@/i;

/** A mailbox is read from its first character alone: a long word is read once. */
const TARGET = /https?:\/\/[^\s<>"')\]]+|mailto:[^\s<>"')]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

/** Without the marks that close around it; a tag within it is a part of it. */
const withoutMarks = (target: string): string =>
  target.slice(0, /[»”“`\u200b]|(?<=^[^{}]*)\}/.exec(target)?.index).replace(/(?<![.,;:!])[.,;:!]+$/, '');

/**
 * Links and mailboxes of a text part by which another system would be asked to stop: their place is our link's. A mailbox
 * counts where it is named after stopping alone: others may be there to be written to.
 */
export const externalMeansInText = (text: string): readonly FoundField[] => {
  const found: FoundField[] = [];
  let from = 0;
  for (const { 0: target, index: start } of text.matchAll(TARGET)) {
    const url = withoutMarks(target);
    const isExternal =
      isNamedAfterStopping(url) ||
      (/^https?:/i.test(url) ? isLedToByStopping(text.slice(from, start)) : IS_A_MAILBOX_OF_STOPPING.test(url));
    if (isExternal) found.push({ start, end: start + url.length, field: { kind: 'opposition-link' } });
    from = start + target.length;
  }
  return found;
};

/** Fields and external means of one source, in order; what overlaps a field is a part of it. */
export const withExternalMeans = (
  fields: readonly FoundField[],
  means: readonly FoundField[],
): readonly FoundField[] => {
  const apart = means.filter(({ start, end }) => !fields.some((field) => field.start < end && start < field.end));
  return [...fields, ...apart].toSorted((a, b) => a.start - b.start);
};
