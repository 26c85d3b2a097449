import { HIDING, PLAIN } from './declarations.ts';
import { type Chooser, chooserOf } from './random.ts';
import { selectorOf } from './selectors.ts';

const PROPERTIES = Object.keys(HIDING);

/** How a rule may be wrapped; `@` is the rule. Most apply in one of the ways in which mails are looked at. */
const WRAPPERS: readonly string[] = [
  '@media (prefers-color-scheme:dark){@}',
  '@media (prefers-color-scheme: light){@}',
  '@media only screen and (max-width:480px){@}',
  '@media screen and (max-width: 600px){@}',
  '@media (min-width:500px){@}',
  '@media (width<=400px){@}',
  '@media (300px<=width<=700px){@}',
  '@media not print{@}',
  '@media print{@}',
  '@media all{@}',
  '@media screen,(bogus){@}',
  '@media (orientation:portrait){@}',
  '@media (hover:none),(min-width:1px){@}',
  '@media (max-width:480px){@media (prefers-color-scheme:dark){@}}',
  '@supports (display:grid){@}',
  '@supports not (display:x){@}',
  '@layer low{@}',
  '@layer{@}',
  '@scope (body){@}',
  '@container (min-width:1px){@}',
  '@document url(){@}',
  '@unknown{@}',
  '@-webkit-media x{@}',
  'body{@}',
  'html{& body{@}}',
];
const IMPORTANT: readonly string[] = [
  '!important',
  ' !important',
  ' ! important',
  '!IMPORTANT',
  '!/**/important',
  ' !\\69mportant',
];

const plainBody = (chooser: Chooser): string =>
  Array.from({ length: 1 + chooser.below(4) }, () => chooser.one(PLAIN)).join(';');

const hidingBody = (chooser: Chooser): string => {
  const important = chooser.chance(0.6) ? chooser.one(IMPORTANT) : '';
  const declarations = Array.from({ length: 1 + chooser.below(3) }, () => {
    const property = chooser.one(PROPERTIES);
    const written = chooser.chance(0.05) ? property.toUpperCase() : property;
    return `${written}:${chooser.one(HIDING[property] ?? [''])}${important}`;
  });
  if (chooser.chance(0.08))
    declarations.unshift(
      chooser.one(['*zoom:1', '_height:1%', 'color:', '}{', 'a:b;;', '<!--', '/* ; */', 'x:url(a b)']),
    );
  return declarations.join(chooser.one([';', '; ', ';\n']));
};

/** Sheets that cover the page: alone, a rule of a pseudo-element or of a positioned box seldom does. */
const COVERS: readonly string[] = [
  'body{position:relative}body::after{content:"";position:absolute;inset:auto 0 0;height:400px;background:#fff}',
  'html::before{content:"";position:fixed;inset:0;background:#fff}',
  '.foot{position:absolute;bottom:0;left:0;width:100%;height:500px;background:#fff}body{position:relative}',
  '.hero{position:fixed;inset:0;background:#fffe}',
  '.wrap{margin-bottom:-300px;position:relative;z-index:2;padding-bottom:300px;background:#fff}',
  'body{height:200px;overflow:hidden}',
  'body{display:flex;width:3000px}',
  'html{display:none}',
];

const ruleOf = (chooser: Chooser, hides: boolean): string => {
  const selector = selectorOf(chooser, chooser.chance(hides ? 0.85 : 0.4));
  const rule = `${selector}{${hides ? hidingBody(chooser) : plainBody(chooser)}}`;
  return chooser.chance(0.35) ? chooser.one(WRAPPERS).replace('@}', `${rule}}`) : rule;
};

/** A style sheet as its seed has it: rules of a design, and among them none, one or some that may hide what is not theirs. */
export const sheetOf = (seed: number): string => {
  const chooser = chooserOf(seed);
  const hiding = chooser.one([0, 1, 2, 3, 4]);
  const rules = [
    ...Array.from({ length: 1 + chooser.below(4) }, () => ruleOf(chooser, false)),
    ...Array.from({ length: hiding }, () => ruleOf(chooser, true)),
  ];
  if (chooser.chance(0.08)) rules.push(chooser.one(COVERS));
  rules.push('@keyframes away{to{opacity:0;color:transparent}}');
  if (chooser.chance(0.03))
    rules.splice(
      chooser.below(rules.length),
      0,
      chooser.one(['}', '{}', '@charset "x";', '@import "x.css";', '@namespace x url(y);', '<!--', '-->', '@;']),
    );
  for (let at = rules.length - 1; at > 0; at -= 1) {
    const other = chooser.below(at + 1);
    [rules[at], rules[other]] = [rules[other] ?? '', rules[at] ?? ''];
  }
  return rules.join('\n');
};
