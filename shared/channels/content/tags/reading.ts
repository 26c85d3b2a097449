/** What is at a position of the author's content that we fill: a merge field, or the personal opposition link. */
export type Field =
  | { readonly kind: 'value'; readonly name: string; readonly fallback?: string | undefined }
  /**
   * `words`: what the link reads, as the author wrote it in that part; absent: ours. `isInLink`: a link of the author's is
   * around them, and our address goes into that one.
   */
  | { readonly kind: 'opposition-link'; readonly words?: string | undefined; readonly isInLink?: boolean };

/**
 * Why a tag is refused. `logic`: a condition or a loop. `changed-value`: a filter or a function on a value. `code`: a
 * programme, or a comment of one. `of-that-tool`: a page or a value that only the other tool has. `markup-inside`: HTML
 * between its marks. `unclosed`: half of a pair of marks. `unknown`: its form is a tag's, and nothing knows it.
 */
export type FaultKind = 'logic' | 'changed-value' | 'code' | 'of-that-tool' | 'markup-inside' | 'unclosed' | 'unknown';

/** A tag that nothing will fill; `shown` says its form, never what it contains: `{{ … | … }}`. */
export interface TagFault {
  readonly kind: FaultKind;
  readonly shown: string;
}

/** What a tag is; `undefined`: no tag, ordinary words. */
export type Reading = { readonly field: Field } | { readonly fault: TagFault } | undefined;

/** A text part is read as it is; in HTML, character references count, and comments, style sheets and scripts are apart. */
export type Form = 'html' | 'text';

/** Where a possible tag is. */
export interface Place {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly form: Form;
}

export const value = (name: string, fallback?: string): Reading => ({ field: { kind: 'value', name, fallback } });
export const link = (words?: string): Reading => ({
  field: words === undefined ? { kind: 'opposition-link' } : { kind: 'opposition-link', words },
});
export const fault = (kind: FaultKind, shown: string): Reading => ({ fault: { kind, shown } });
