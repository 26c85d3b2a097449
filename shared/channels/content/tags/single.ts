import { fold } from '../fold.ts';
import type { Shape } from './doubled.ts';
import { isLogic, nameIn, written } from './expression.ts';
import { isGreeted } from './greeting.ts';
import { isAReader, isOfAPerson, isOfTheTool, namesLinkToStop, namesReader, namesStopping } from './names.ts';
import { fault, link, type Place, type Reading, value } from './reading.ts';

/** In single marks a word is a field where its form says so: in capitals, with `_`, or the usual name of a fact on a person. */
const looksLikeField = (word: string): boolean =>
  word.includes('_') || isOfAPerson(word) || (/^[\p{Lu}\p{N}_]{2,}$/u.test(word) && /\p{Lu}/u.test(word));

/** It is all that an attribute for an address holds: no address looks so, and whoever follows it gets nowhere. */
const isWholeAddress = ({ source, start, end, form }: Place): boolean => {
  const opened = /\b(?:href|src)\s*=\s*(["']?)$/i.exec(source.slice(Math.max(0, start - 12), start));
  if (form !== 'html' || opened === null) return false;
  const after = source[end] ?? '';
  return opened[1] === '' ? /[\s>]/.test(after) : after === opened[1];
};

/** A field or a way to stop, with or without a fallback, where its name looks like one, or its place does. */
const nameWithin = (inner: string, place: Place, looksLike: (word: string) => boolean): Reading => {
  const found = nameIn(inner, true);
  if (found === undefined || !('field' in found) || found.field.kind === 'opposition-link') return found;
  const isField = looksLike(found.field.name) || /^[a-z]+[=.]/i.test(inner) || isWholeAddress(place);
  return isField ? found : undefined;
};

/** What names a reader or a way to stop between single marks, and is no field: a tag that was cut, or two glued together. */
const BROKEN = {
  '{…}': /unsub|first_?name|last_?name|prenom/,
  '[…]': /^(?!.*:\/\/)\S*(?:unsubscribe|fallback=|firstname|fullname|webversion)\S*$/,
} as const;
const brokenIn = (inner: string, shown: keyof typeof BROKEN): Reading =>
  BROKEN[shown].test(fold(inner)) ? fault('unknown', shown) : undefined;

/** Words that the author meant to replace: by the link to stop, which is ours, or by the name of a reader. */
const forReader = (inner: string, shown: keyof typeof BROKEN, place: Place): Reading => {
  if (namesLinkToStop(inner)) return link();
  return namesReader(inner) || (isAReader(inner) && isGreeted(place)) ? fault('unknown', shown) : undefined;
};

/** `{name|default}` of Mautic's kind: `{contactfield=…}`; others of its own have `=` too. */
const OF_MAUTIC =
  /^(?:ownerfield|pagelink|assetlink|form|focus|dynamiccontent|custom-item|signature|tracking_pixel|webview_(?:url|text)|resubscribe_url|subject)\b/i;
const SMARTY =
  /^(?:(?:if|elseif|foreach|section|for|while|assign|include|capture)\s.*[$=!<>]|else$|\/(?:if|foreach|section|for|while|capture|literal)$)/i;
const POST_TAG = /^[a-z]+(?:_[a-z]+)*:[\w|:.-]+$/i;
const TOOLS_PREFIX = /^(?:subtag|subscriber|user|member|date|list|mail|readonline|global|[a-z]+_[a-z]+):/i;

const brace: Shape = {
  pattern: String.raw`\{ ?[!$#@|/]?[\p{L}_][^{}\n<>]{0,160}\}`,
  isWeak: true,
  read: (text, place) => {
    const { form, source, start, end } = place;
    const before = source[start - 1] ?? '';
    if (before === '\\' || source[end] === '}') return undefined;
    const inner = written(text.slice(1, -1), form);
    if (/^[!$@|]/.test(inner)) {
      const name = inner.replace(/^[!$@|]\s*|\|$/g, '');
      return nameIn(name, true) ?? fault(name.includes('|') ? 'changed-value' : 'unknown', `{${inner[0]}…}`);
    }
    if (SMARTY.test(inner)) return fault('logic', '{if …}');
    if (OF_MAUTIC.test(inner) && (/[=_]/.test(inner) || /^signature$/i.test(inner)))
      return fault('of-that-tool', '{…}');
    if (/^\/?unsubscribe(?::|$)/i.test(inner)) return link(/^unsubscribe:([^<>{}]+)$/i.exec(inner)?.[1]);
    const found = nameWithin(inner, place, looksLikeField);
    // `%{name}` and `#{name}` (Ruby): whatever filled the rest, its first mark would stay.
    if (found !== undefined) return /[$#%]/.test(before) ? fault('unknown', `${before}{…}`) : found;
    if (isOfTheTool(inner) && /[_A-Z]|^web|^mirror|^permalink/.test(inner)) return fault('of-that-tool', '{…}');
    if (POST_TAG.test(inner) && TOOLS_PREFIX.test(inner)) return fault('of-that-tool', '{…:…}');
    return forReader(inner, '{…}', place) ?? brokenIn(inner, '{…}');
  },
};

/** `{unsubscribe}words{/unsubscribe}` (AcyMailing): the whole is the link. */
const bracePair: Shape = {
  pattern: String.raw`\{unsubscribe\}[^{}]{0,200}\{/unsubscribe\}`,
  read: (text) => link(text.slice('{unsubscribe}'.length, -'{/unsubscribe}'.length)),
};

const OF_MAILPOET =
  /^(?:subscriber|link|newsletter|date|site|global|user|list|custom|contact_attribute|lead|campaign):[\p{L}\w]/iu;

const bracket: Shape = {
  pattern: String.raw`\[ ?[\p{L}_][^\[\]\n<>]{0,160}\]`,
  isWeak: true,
  read: (text, place) => {
    const { form, source, start } = place;
    if (/<!(?:--)?$/.test(source.slice(Math.max(0, start - 4), start))) return undefined;
    const inner = written(text.slice(1, -1), form);
    if (OF_MAILPOET.test(inner)) {
      if (namesStopping(inner)) return link();
      const isPerson = /^(?:subscriber|user|contact_attribute|custom):/i.test(inner);
      return (isPerson ? nameIn(inner.replace(/^\w+:/, ''), true) : undefined) ?? fault('of-that-tool', '[…:…]');
    }
    if (/^(?:if|elseif|ifnot):|^(?:else|endif)$/i.test(inner)) return fault('logic', '[if:…]');
    if (/:filter:/.test(inner)) return namesStopping(inner) ? link() : fault('changed-value', '[…:filter:…]');
    const hasFallback = /,\s*fallback=/i.test(inner);
    const found = nameWithin(inner, place, (word) => hasFallback || word.includes('_') || isOfAPerson(word));
    if (found !== undefined) return found;
    if (isOfTheTool(inner) && !/\s/.test(inner)) return fault('of-that-tool', '[…]');
    return forReader(inner, '[…]', place) ?? brokenIn(inner, '[…]');
  },
};

/** The same marks around what begins with no letter. */
const otherBrace: Shape = {
  pattern: String.raw`\{[^{}\n<>]{1,160}\}`,
  isWeak: true,
  read: (text, { form }) => brokenIn(written(text.slice(1, -1), form), '{…}'),
};
const otherBracket: Shape = {
  pattern: String.raw`\[[^\[\]\n<>]{1,160}\]`,
  isWeak: true,
  read: (text, { form }) => brokenIn(written(text.slice(1, -1), form), '[…]'),
};

/** Marks of one tool each: a name between them, in the form that its documents give. */
const MARKED: readonly (readonly [pattern: string, marks: number])[] = [
  [String.raw`\$\{[\p{L}_][\p{L}\w.]{0,60}\}`, 2],
  [String.raw`\$\[[A-Za-z][^\[\]\n$]{0,80}\]\$`, 2],
  [String.raw`\$[A-Z][A-Z0-9_]{2,40}\$`, 1],
  [String.raw`\$[a-z][a-z0-9]*_[a-z0-9_]+\$`, 1],
  [String.raw`##[A-Za-z][\w:. -]{1,60}##`, 2],
  [String.raw`\$\$[A-Za-z][\w]{1,40}\$\$`, 2],
  [String.raw`(?<![\w.])@[A-Z][A-Z0-9_]{2,30}@(?!\w)`, 1],
  [String.raw`@@[A-Za-z]\w{1,40}@@`, 2],
  [String.raw`#(?:recipient|campaign|unsubscribe|sender|updateProfile|showOnline)[\w: .]{0,60}#`, 1],
  [String.raw`~[A-Z][A-Za-z]+\.[A-Za-z0-9_]+~`, 1],
  [String.raw`~~eloqua[^~\n<>]{1,80}~~`, 2],
  [String.raw`\*\*mb_\w+\*\*`, 2],
  [
    String.raw`(?<![\w-])-(?:first|last|full)?_?[nN]ame-(?![\w-])|(?<![\w-])-(?:customerI[dD]|unsubscribe|email)-(?![\w-])`,
    1,
  ],
];

const marked = ([pattern, marks]: readonly [string, number]): Shape => ({
  pattern,
  isWeak: true,
  read: (text) => {
    const close = text.endsWith('}') ? 1 : marks;
    const inner = text.slice(marks, -close).replace(/^(?:recipient|contact|LI|UD|subscriber)[:.]/i, '');
    if (namesStopping(inner)) return link();
    const shown = `${text.slice(0, marks)}…${text.slice(-close)}`;
    if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(inner) && !isOfTheTool(inner)) return value(inner);
    return fault(isLogic(inner) ? 'logic' : 'of-that-tool', shown);
  },
});

/** Forms that ordinary text may have as well: each is looked at twice. */
export const SINGLE: readonly Shape[] = [bracePair, ...MARKED.map(marked), brace, bracket];
/** What is left of such forms. */
export const CUT: readonly Shape[] = [otherBrace, otherBracket];
