import { createHash } from 'node:crypto';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { type Html, html } from './html.ts';
import { type AdvertiserLook, BEHIND, logoOf, styleOf } from './look.ts';

/** Languages of problems, reports and exports; pages for readers speak those of readers. */
export type Language = 'fr' | 'en';

/** A public page before it becomes a response. */
export interface Page {
  readonly status: 200 | 404 | 422 | 503;
  readonly language: ReaderLanguage;
  readonly title: string;
  readonly content: Html;
  /** The colour and logo of the advertiser. Absent: ours, and none. */
  readonly look?: AdvertiserLook | undefined;
}

/* Every pair of colours is above 7:1 for text and 4.5:1 for the rest, in light and in dark. */
export const TOKENS = `:root{color-scheme:light dark;--page:${BEHIND.light.page};--card:${BEHIND.light.card};--ink:#1c1b1a;--soft:#4a4845;--line:#d9d5cc;--act:#0b3d91;--on-act:#fff;--good:#14532d}
@media(prefers-color-scheme:dark){:root{--page:${BEHIND.dark.page};--card:${BEHIND.dark.card};--ink:#f4f1ec;--soft:#c9c4bb;--line:#3d3a36;--act:#a9c7ff;--on-act:#0a1c3d;--good:#9be3b4}}`;

const STYLE = `${TOKENS}
*{box-sizing:border-box}
body{margin:0;padding:6vh 1rem 2rem;background:var(--page);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
main{max-width:36rem;margin:0 auto;padding:2rem 1.75rem;background:var(--card);border:1px solid var(--line);border-radius:12px;overflow-wrap:break-word}
h1{margin:0 0 1rem;font-size:1.5rem;line-height:1.25}
h2,h3{margin:0 0 .5rem;font-size:1.0625rem}
p,ul{margin:0 0 1rem}
ul{padding-left:1.25rem}
form{margin:0 0 1rem}
label{display:block;margin:0 0 .375rem;font-weight:600}
.hint{margin:0 0 .375rem;color:var(--soft);font-size:.9375rem}
input,select,textarea{width:100%;min-height:3rem;margin:0 0 1rem;padding:.5rem .75rem;border:2px solid var(--soft);border-radius:8px;background:var(--card);color:var(--ink);font:inherit}
button{width:100%;min-height:3rem;padding:.75rem 1.25rem;border:2px solid var(--act);border-radius:8px;background:var(--act);color:var(--on-act);font:inherit;font-weight:600;cursor:pointer}
button+button{margin-top:.75rem}
fieldset{min-width:0;margin:0 0 1rem;padding:0;border:0}
legend{margin:0 0 .375rem;padding:0;font-weight:600}
.line{display:flex;gap:.75rem;align-items:flex-start;margin:0;padding:.625rem 0;font-weight:400}
.note{margin:-.375rem 0 .375rem 2.25rem}
.line input{flex:none;width:1.5rem;height:1.5rem;min-height:0;margin:0}
button .covers{display:block;font-size:.875rem;font-weight:400}
button.second{background:transparent;color:var(--act)}
a{color:var(--act)}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible{outline:3px solid var(--act);outline-offset:3px}
.who{margin:0 0 .5rem;color:var(--soft);font-size:.9375rem}
.wording{white-space:pre-line}
blockquote{margin:0 0 1rem;padding:0 0 0 .75rem;border-left:4px solid var(--line)}
.done{color:var(--good)}
section,footer{margin-top:2rem;padding-top:1.5rem;border-top:1px solid var(--line)}
footer{color:var(--soft);font-size:.9375rem}
footer p{margin:0}
.logo{display:block;max-width:100%;max-height:3rem;margin:0 0 1rem;padding:.25rem;border-radius:4px;background:#fff}
@media(max-height:34rem){body{padding-top:1rem}main{padding-top:1.25rem}}
@media(max-width:24rem){body{padding:.5rem;line-height:1.45}main{padding:.75rem}h1{margin:0 0 .5rem;font-size:1.25rem}p,ul,form{margin-bottom:.75rem}input,select,textarea{margin-bottom:.75rem}button{padding:.5rem .75rem;line-height:1.3}button+button{margin-top:.5rem}}`;

/** A style as the policy names it: by its hash. */
const sourceOf = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
const STYLE_SOURCE = sourceOf(STYLE);

/** What a page may use: its own style, the style and logo of its advertiser, and nothing that is loaded (CSP Level 3). */
const policyOf = ({ look }: Page): string => {
  const own = styleOf(look);
  const styles = own === undefined ? STYLE_SOURCE : `${STYLE_SOURCE} ${sourceOf(own)}`;
  const pictures = look?.logo === undefined ? '' : ' img-src data:;';
  return `default-src 'none'; style-src ${styles};${pictures} form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
};

/**
 * Headers of every public page: nothing runs, nothing is loaded, framed, cached or sent on; forms come back here alone.
 * No cookie is ever set and nothing redirects (RFC 8058 section 3.1).
 */
export const headersOf = (page: Page): Readonly<Record<string, string>> => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': policyOf(page),
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
});

const styleElement = (style: string): Html => html`<style>${{ markup: style }}</style>`;

/** The whole document of a page. */
export const documentOf = ({ language, title, content, look }: Page): string => {
  const own = styleOf(look);
  return `<!doctype html>\n${
    html`<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>${styleElement(STYLE)}${own === undefined ? undefined : styleElement(own)}</head><body><main>${logoOf(look)}${content}</main></body></html>`
      .markup
  }`;
};
