/** A row of docs/cloud-only.md. */
export interface PageRow {
  readonly what: string;
  /** `smoke` tries it from outside, `asked`: AWS answers it, `you`: a person sees it. */
  readonly by: readonly string[];
  readonly how: string;
}

/** The rows of the table of docs/cloud-only.md. */
export const rowsOf = (page: string): readonly PageRow[] =>
  page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => {
      const [what = '', by = '', how = ''] = line.slice(2, -2).split(' | ');
      return { what, by: by.split(', '), how };
    });
