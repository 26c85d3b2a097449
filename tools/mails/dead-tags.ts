/** Tags as the tools that people come from write them; a reader should see none. */
const TAGS: readonly RegExp[] = [
  /\{\{[^{}\n]*\}\}/g,
  /\{%[^%\n]*%\}/g,
  /\*\|[^|\n]*\|\*/g,
  /<%[^%\n]*%>/g,
  /%%[^%\s][^%\n]*%%/g,
  /%[A-Za-z][A-Za-z_]{2,}%/g,
  /\[\[[^[\]\n]*\]\]/g,
  /\$\{[^{}\n]*\}/g,
  /#\{[^{}\n]*\}/g,
  /\{\$[^{}\n]*\}/g,
  /\{[A-Za-z_][\w.]*\}/g,
  /\[[A-Z][A-Z_]{3,}\]/g,
  /\[(?:unsubscribe|webversion|first_?name|last_?name|email|company)\]/gi,
];

/** Every tag-shaped text in what a reader sees. */
export const deadTagsIn = (seen: string): readonly string[] => [
  ...new Set(TAGS.flatMap((tag) => [...seen.matchAll(tag)].map(([found]) => found))),
];
