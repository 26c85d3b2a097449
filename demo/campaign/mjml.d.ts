/** What the demo uses of MJML, which ships no types. */
declare module 'mjml' {
  function compile(
    source: string,
    options?: { readonly validationLevel?: 'strict' },
  ): Promise<{ readonly html: string }>;
  export = compile;
}
