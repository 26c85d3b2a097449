/**
 * What readers of dead tags have seen, told by the coarsest patterns, from the documents of the tools and not from our
 * parser: it knows no grammar and forgives nothing.
 */
const MARKS: readonly RegExp[] = [
  /\{\{/,
  /\}\}/,
  /\{%/,
  /%\}/,
  /\{#.*#\}/,
  /\*\|/,
  /\|\*/,
  /<%/,
  /%%[\w{!][^%\n]*%%/,
  /%%[[=]/,
  /\[\[/,
  /\]\]/,
  // On one line: what the next paragraph begins with is no part of it.
  /\[%[^\S\n]*[\p{L}\p{N}_]/u,
  /\$\{\p{L}/u,
  /\$\[\p{L}/u,
  /\{\$\p{L}/u,
  /\{![A-Z][^}\n]*\}/i,
  /\{[A-Z_]{3,}\}/,
  /\{[a-z]+_[a-z_]+\}/,
  /\{\/?[^{}\n]*(?:unsub|first_?name|last_?name|pr[eé]nom)[^{}\n]*\}/i,
  /\{(?:contact|lead|owner)field=[^}\n]*\}/i,
  /\[(?:subscriber|link|newsletter):[^\]\n]*\]/i,
  /\[[^\]\n]*fallback=[^\]\n]*\]/i,
  // A phrase between brackets is one, and so is an address.
  /\[(?!\S*:\/\/)[^\]\s]*(?:unsubscribe|firstname|fullname|webversion)[^\]\s]*\]/i,
  /\[[A-Z]+_[A-Z_]+\]/,
  /%(?:recipient\.|[a-z_]*unsub)[\w.]*%/i,
  /%[A-Z]{4,}%/,
  /##\S+##/,
  /\$[A-Z]{4,}\$/,
  /#(?:recipient|unsubscribe)[\w:]*#/,
  /<\/?(?:unsubscribe|webversion|preferences|forwardtoafriend)\b/i,
  /%7B%7B|%5B%5B|%7CUNSUB/i,
  /https?:\/\/https?:/,
];

/** Marks of tags that these words show, for a message of a test; empty: none. */
export const tagMarksIn = (shown: string): readonly string[] =>
  MARKS.flatMap((mark) => {
    const found = mark.exec(shown);
    return found === null ? [] : [`${mark} at "${shown.slice(Math.max(0, found.index - 15), found.index + 25)}"`];
  });
