/** Added to the style of the law page, whose colours it takes: as wide as four frames side by side. */
export const STYLE = `
  body { max-width: 128rem; } header, main > :not(#result), #result > * { max-width: 50rem; } #result > .wide { max-width: none; } #result { background: none; outline: none; }
  fieldset { border: 1px solid var(--line); border-radius: 4px; margin: 1rem 0 0; padding: .5rem .75rem .75rem; } legend { font-weight: 600; padding: 0 .25rem; }
  form label { margin-top: .5rem; font-weight: 400; } select, textarea { font: inherit; width: 100%; max-width: 24rem; padding: .5rem; color: inherit; background: var(--page); border: 1px solid var(--ink); border-radius: 4px; }
  textarea { max-width: 100%; min-height: 8rem; font-family: monospace; } input[type=radio], input[type=checkbox] { width: auto; } select:focus-visible, textarea:focus-visible, .scroll:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
  .views { display: flex; flex-wrap: wrap; gap: 1.5rem; } figure { margin: 0; max-width: 100%; } figcaption { font-weight: 600; }
  .scroll { overflow-x: auto; border: 1px solid var(--line); } iframe { display: block; border: 0; background: #fff; } .light { color-scheme: light; } .dark { color-scheme: dark; }
  .problem { border: 2px solid var(--ink); padding: .25rem .75rem; } .outcome { font-size: 1.15rem; }
  .phone { max-width: 20rem; border: 1px solid var(--line); border-radius: 1rem; padding: 1rem; } .phone p { margin: 0; } .bubble { margin-top: .5rem; padding: .5rem .75rem; border-radius: .75rem; background: var(--card); white-space: pre-wrap; }
  pre { white-space: pre-wrap; background: var(--card); padding: .5rem; }`;
