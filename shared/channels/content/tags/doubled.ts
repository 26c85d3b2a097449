import { readExpression, written } from './expression.ts';
import { isOfTheTool, namesStopping, steers } from './names.ts';
import { fault, link, type Place, type Reading, value } from './reading.ts';

/** A form that tags have: where to look for it, and what is found there. Its pattern captures nothing. */
export interface Shape {
  readonly pattern: string;
  /** Ordinary text may have this form: it is not looked for in style sheets. */
  readonly isWeak?: true;
  readonly read: (text: string, place: Place) => Reading;
}

const between = (text: string, open: number, close: number, { form }: Place): string =>
  written(text.slice(open, text.length - close), form);

/** `{{ … }}` and `{{{ … }}}`: ours, Handlebars, Brevo, HubSpot, Liquid, Jinja, Go. */
const braces: Shape = {
  pattern: String.raw`\{\{[\s\S]{0,500}?\}\}\}?`,
  read: (text, place) => {
    // `{{${first_name}}}` (Braze) ends with three braces and has but two marks.
    const marks = text.startsWith('{{{') && text.endsWith('}}}') ? 3 : 2;
    return readExpression(between(text, marks, marks, place), (inside) => `{{ ${inside} }}`);
  },
};

/** `{% … %}`: statements of Liquid, Jinja, Twig; `{# … #}`: comments there. Of these only a way to stop is kept. */
const statement: Shape = {
  pattern: String.raw`\{%[\s\S]{0,500}?%\}`,
  read: (text, place) => {
    const inner = between(text, 2, 2, place).replace(/^[-=]\s*|(?<!\s)\s*-$/g, '');
    const [word = ''] = /^[\p{L}_]*/u.exec(inner) ?? [];
    if (namesStopping(word) || /^(?:manage_)?preferences/i.test(word)) {
      const words = /["']([^"'<>{}]+)["']$/.exec(inner)?.[1] ?? /^\S+ ([^"'=<>{}]+)$/.exec(inner)?.[1];
      return link(words);
    }
    if (steers(word)) return fault('logic', '{% … %}');
    return fault(isOfTheTool(word) ? 'of-that-tool' : 'code', '{% … %}');
  },
};
const comment: Shape = {
  pattern: String.raw`\{#[\s\S]{0,500}?#\}`,
  isWeak: true,
  read: () => fault('code', '{# … #}'),
};

const MAILCHIMP_LOGIC = /^(?:IF|IFNOT|ELSE|ELSEIF|END|INTERESTED|GROUP|RSSITEMS?|FEEDITEMS?)\b/i;
const MAILCHIMP_CASE = /^(?:UPPER|LOWER|TITLE):/i;

/** `*|NAME|*`: Mailchimp and Mandrill; a link editor may have encoded its bars. */
const starBars: Shape = {
  pattern: String.raw`\*(?:\||%7C)[^|*<>]{1,200}?(?:\||%7C)\*`,
  read: (text, place) => {
    const inner = written(text.replace(/^\*(?:\||%7C)|(?:\||%7C)\*$/gi, ''), place.form);
    if (MAILCHIMP_LOGIC.test(inner)) return fault('logic', `*|${inner.split(/[:=]/)[0]}:…|*`);
    if (namesStopping(inner)) return link();
    if (MAILCHIMP_CASE.test(inner)) return fault('changed-value', '*|UPPER:…|*');
    if (isOfTheTool(inner)) return fault('of-that-tool', '*|…|*');
    const isName = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u.test(inner);
    return isName ? value(inner) : fault('of-that-tool', '*|…:…|*');
  },
};

/** Links of SendGrid; the rest between `<%` and `%>` is a programme (ERB, EJS, Adobe Campaign). */
const angles: Shape = {
  pattern: String.raw`(?:<|&lt;)%[\s\S]{0,500}?%(?:>|&gt;)`,
  read: (text, place) => {
    const inner = written(text.replace(/^(?:<|&lt;)%|%(?:>|&gt;)$/g, ''), place.form);
    return /^[\w\s=.@-]*$/.test(inner) && (namesStopping(inner) || /^asm_preferences/.test(inner))
      ? link()
      : fault('code', '<% … %>');
  },
};
const php: Shape = {
  pattern: String.raw`<\?(?:php|=)[\s\S]{0,500}?\?>`,
  read: () => fault('code', '<? … ?>'),
};

/** `[[ … ]]`: Mailjet, GetResponse, Constant Contact, Omnisend. */
const brackets: Shape = {
  pattern: String.raw`\[\[\s*[\p{L}_#/][^\[\]]{0,200}?\]\]`,
  isWeak: true,
  read: (text, place) => {
    const inner = between(text, 2, 2, place);
    if (/^(?:unsub_link|unsub)/i.test(inner)) return link();
    return readExpression(inner, (inside) => `[[ ${inside} ]]`);
  },
};

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** `%7B%7B … %7D%7D`, `%5B%5B … %5D%5D`: tags that a link editor encoded. */
const encoded: Shape = {
  pattern: String.raw`%7[Bb]%7[Bb][^\s"'<>]{1,200}?%7[Dd]%7[Dd](?:%7[Dd])?|%5[Bb]%5[Bb][^\s"'<>]{1,200}?%5[Dd]%5[Dd]`,
  read: (text, place) => {
    const plain = decoded(text);
    if (plain === undefined) return fault('unknown', '%7B%7B…%7D%7D');
    return (plain.startsWith('[') ? brackets : braces).read(plain, place);
  },
};

/** Half a pair of marks, which the whole forms above have left over. */
const half: Shape = {
  pattern: String.raw`\{\{|\}\}|\*\||\|\*|\{%|%\}|<%|%%[[=]|\]%%|\[%(?=\s*[\p{L}\p{N}_{*])|\$[{[](?=\p{L})|\{\$(?=\p{L})|\[\[|\]\](?!>)`,
  isWeak: true,
  read: (text) => fault('unclosed', text),
};

/** Forms that ordinary text never has. */
export const DOUBLED: readonly Shape[] = [braces, statement, comment, starBars, angles, php, brackets, encoded];
export const HALVES: readonly Shape[] = [half];
