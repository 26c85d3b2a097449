/** Every pair of colours is above 7:1 for text, in light and in dark; nothing is wider than a phone of 320 px. */
export const STYLE = `
  :root { color-scheme: light dark; --page: #fff; --ink: #1b1b1b; --soft: #474747; --line: #b9b9b9; --card: #f5f5f2; --act: #0b3d91; --mark: #fff0b3; }
  @media (prefers-color-scheme: dark) { :root { --page: #161514; --ink: #f2f0ec; --soft: #c9c5bd; --line: #55514b; --card: #22201e; --act: #a9c7ff; --mark: #4a3d00; } }
  * { box-sizing: border-box; }
  body { font: 1rem/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 50rem; padding: 1rem; color: var(--ink); background: var(--page); overflow-wrap: anywhere; }
  h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.3rem; margin: 3rem 0 0; } h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
  a { color: var(--act); } a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
  .skip { position: absolute; left: -100vw; } .skip:focus { position: static; }
  ul, ol { padding-left: 1.25rem; } li { margin: .35rem 0; }
  form { margin: 1rem 0; } label { display: block; font-weight: 600; }
  input { font: inherit; width: 100%; max-width: 24rem; padding: .5rem; color: inherit; background: var(--page); border: 1px solid var(--ink); border-radius: 4px; }
  button { font: inherit; padding: .5rem 1rem; margin-top: .5rem; color: var(--page); background: var(--act); border: 0; border-radius: 4px; cursor: pointer; }
  dl { margin: 0; } dt { font-weight: 600; margin-top: .75rem; } dd { margin: 0; }
  blockquote { margin: .25rem 0 0; padding: .5rem .75rem; border-left: 4px solid var(--line); background: var(--card); }
  .about, .source { color: var(--soft); font-size: .9rem; }
  details { border: 1px solid var(--line); border-radius: 4px; margin: .5rem 0; padding: .5rem .75rem; } summary { cursor: pointer; } summary h3 { display: inline; } details [id] { scroll-margin-top: 5rem; }
  code { font-size: .9em; } :target { background: var(--mark); }`;
