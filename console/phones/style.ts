/** Added to the style of the law page, whose colours it takes. A phone is as wide as one, and never wider than the window. */
export const STYLE = `
  body { max-width: 66rem; } main:focus { outline: none; }
  .phones { list-style: none; padding: 0; max-width: 40rem; } form > input + button { margin-left: .5rem; } .phones a { display: block; padding: .6rem .75rem; border: 1px solid var(--line); border-radius: .6rem; text-decoration: none; color: var(--ink); }
  .phones a:hover { border-color: var(--act); } .phones strong { color: var(--act); text-decoration: underline; } .phones span { display: block; color: var(--soft); font-size: .9rem; }
  .last { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .row { display: flex; flex-wrap: wrap; gap: 2rem; align-items: flex-start; } .row > * { flex: 0 1 24rem; min-width: 0; max-width: 100%; } .row > .wide { flex: 1 1 24rem; } h2 + .row { margin-top: .75rem; } .row + .row { margin-top: 2.5rem; }
  .phone { border: .5rem solid var(--frame); border-radius: 2.2rem; background: var(--page); overflow: hidden; width: 24rem; }
  .phone > header { display: flex; gap: .6rem; align-items: center; padding: .9rem 1rem .7rem; border-bottom: 1px solid var(--line); background: var(--card); } .phone h3 { margin: 0; font-size: 1.05rem; }
  .face { flex: none; width: 2.2rem; height: 2.2rem; border-radius: 50%; background: var(--act); color: var(--page); display: grid; place-items: center; font-weight: 700; }
  .lines { list-style: none; margin: 0; padding: .75rem 1rem; } .lines li { margin: 0 0 .6rem; max-width: 85%; width: fit-content; }
  .lines .day { max-width: none; width: auto; text-align: center; color: var(--soft); font-size: .85rem; }
  .bubble { margin: 0; padding: .55rem .8rem; border-radius: 1.1rem 1.1rem 1.1rem .3rem; background: var(--card); border: 1px solid var(--line); white-space: pre-wrap; }
  .lines .own { margin-left: auto; } .own .bubble { background: var(--act); color: var(--page); border-color: var(--act); border-radius: 1.1rem 1.1rem .3rem; }
  .bubble img { display: block; max-width: 100%; height: auto; border-radius: .7rem; margin: 0 0 .4rem; } .meta { color: var(--soft); font-size: .8rem; margin: .1rem .3rem 0; } .own .meta { text-align: right; }
  .nopicture { border: 1px dashed var(--ink); border-radius: .7rem; padding: 1.2rem .6rem; margin: 0 0 .4rem; font-size: .9rem; text-align: center; white-space: normal; } .meta code { font-size: .75rem; }
  .answer { margin: 0; padding: .6rem 1rem 1.1rem; border-top: 1px solid var(--line); background: var(--card); } .answer div { display: flex; gap: .5rem; } .answer label { font-size: .85rem; } .answer label span { font-weight: 400; color: var(--soft); } .answer input { border-radius: 1.3rem; padding: .55rem .9rem; min-width: 0; } .answer button { margin: 0; border-radius: 1.3rem; flex: none; white-space: nowrap; }
  .script { list-style: none; padding: 0; margin: .75rem 0; } .script li { display: grid; grid-template-columns: 3.2rem 1fr; gap: 0 .5rem; padding: .3rem .5rem; margin: 0; border-left: 4px solid transparent; } .script time { color: var(--soft); font-variant-numeric: tabular-nums; } .script .said { grid-column: 2; } .script .label { font-size: .8rem; color: var(--soft); display: block; }
  .script .stop { border-left-color: var(--act); background: var(--card); } .script .event { color: var(--soft); font-style: italic; } .script .pause { color: var(--soft); font-size: .8rem; white-space: nowrap; } .script [aria-current] { background: var(--mark); border-left-color: var(--ink); }
  .keys { display: grid; grid-template-columns: repeat(3, 4.5rem); gap: .6rem; justify-content: center; padding: .5rem 1rem 1rem; margin: 0; } .keys button { margin: 0; height: 4.5rem; border-radius: 50%; padding: 0; font-size: 1.5rem; line-height: 1.1; color: var(--ink); background: var(--card); border: 1px solid var(--ink); } .keys button small { display: block; font-size: .72rem; } .keys .listened { background: var(--act); color: var(--page); border-color: var(--act); }
  .keys button:hover, .answer button:hover { filter: brightness(.92); } .pad h4 { text-align: center; margin: 1rem 0 0; } .pad > p { text-align: center; margin: .2rem 1rem; color: var(--soft); font-size: .9rem; }
  .reports { padding: .6rem 1rem .9rem; border-top: 1px solid var(--line); background: var(--card); } .reports h4 { margin: 0; font-size: .95rem; } .reports ul { margin: .2rem 0 0; list-style: none; padding: 0; }
  .call { padding-bottom: .25rem; } .about ul { padding: 0; list-style: none; } button[hidden] { display: none; } .say button { margin-right: .5rem; } h4 { margin: 1rem 0 .25rem; }
  :root { --frame: #2b2926; } @media (prefers-color-scheme: dark) { :root { --frame: #6b665e; } }`;
