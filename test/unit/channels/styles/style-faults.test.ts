import { describe, expect, test } from 'vitest';
import { findStyleFault } from '#shared/channels/email/styles/find-style-fault.ts';

const mail = (css: string, body = '<body class="letter">', head = '') =>
  `<!doctype html>\n<html lang="fr"><head>${head}<style>\n${css}\n</style></head>\n${body}<div class="wrap"><p>Vins</p></div></body></html>`;
const sentenceOf = (html: string) => findStyleFault(html)?.trouble.sentence.en;

describe('a style that applies to the whole page and can hide the block is found', () => {
  test.each([
    'html{display:none}',
    'body{display:flex}',
    'body{display:-webkit-flex}',
    'body{display:flex;flex-direction:row-reverse}',
    'body{display:flex;flex-direction:column}@media(min-width:600px){body{flex-direction:row}}',
    'body{display:grid;grid-template-columns:1fr 1fr}',
    'body{display:grid}.wrap{order:1}',
    'body{display:inline-grid}',
    'body{display:table}',
    '*{display:none!important}',
    ':root{opacity:0}',
    'body{opacity:calc(0)}',
    'body{opacity:var(--x)}',
    '.letter{opacity:.2}',
    '[class]{opacity:.2}',
    'body{transform:scale(0)}',
    'body{-webkit-transform:translateX(-9999px)}',
    'body{scale:.1}',
    'body{zoom:.1}',
    'html{filter:opacity(0)}',
    'html{filter:invert(1) blur(9px)}',
    'body{clip-path:inset(50%)}',
    'body{-webkit-mask-image:linear-gradient(transparent,transparent)}',
    'body{mix-blend-mode:screen}',
    'body{position:fixed}',
    'body{position:absolute;left:-9999px}',
    'html,body{height:100%;overflow:hidden}',
    'body{overflow-y:clip}',
    'body{overflow:auto hidden}',
    'body{contain:strict}',
    'body{-webkit-padding-start:9999px}',
    'body{padding-inline:0 900px}',
    'body{writing-mode:vertical-rl}',
    'body{margin-left:-600px}',
    'body{margin:0 0 0 -600px}',
    'body{width:2000px}',
    'body{overflow-x:hidden;min-width:600px}',
    'body{content-visibility:hidden}',
    'body{text-decoration:line-through 20px #fff}',
    'body{content:url(blank.gif)}',
    'body{interactivity:inert}',
    'body{animation:x 1s forwards}@keyframes x{to{opacity:0}}',
    'body:has(.wrap){display:none}',
    'html body:not(.other){display:none}',
    ':is(p,body){display:none}',
    'body:nth-child(2){display:none}',
    '@media screen{@supports (display:block){body{display:none}}}',
    '@layer a{body{display:none}}',
    'html{container-type:inline-size}@container (width>1px){body{display:none}}',
    '@container style(--x:1){body{display:none}}',
    'html{& body{display:none}}',
    'html{body{display:none}}',
    'b\\6f dy{d\\69splay:no\\6e e}',
    'body{display/**/:/**/none}',
    '<!-- body{display:none} -->',
    '}body{display:none}body{display:none}',
    'body{display:none',
  ])('%s', (css) => {
    expect(sentenceOf(mail(css))).toMatch(/applies to the whole page and can hide, move or shrink the footer/);
  });

  test.each([
    ['<body style="display:none">', '"<body style> { display: none }"'],
    ['<body style="opacity:0!important">', '"<body style> { opacity: 0 !important }"'],
    ['<body hidden>', 'the attribute hidden of <body>'],
    ['<body inert>', 'the attribute inert of <body>'],
    ['<body contenteditable>', 'the attribute contenteditable of <body>'],
    ['<body leftmargin="5000">', 'the attribute leftmargin of <body>'],
    ['<body><meta http-equiv="Refresh" content="0;url=/">', '<meta http-equiv="refresh">'],
    ['<body><meta http-equiv="Content-Security-Policy" content="x">', '<meta http-equiv="content-security-policy">'],
    ['<body><template shadowrootmode="open"></template>', 'shadowrootmode'],
    ['<body><link rel="stylesheet" href="https://shop.example/a.css">', 'is on another server'],
    ['<body><link rel="Stylesheet" href="//shop.example/a.css">', 'is on another server'],
    ['<body><p style="margin-top:-900px">', 'can pull the footer off the page'],
    [`<body>${'<p style="margin:-30px 0">x</p>'.repeat(4)}`, 'can pull the footer off the page'],
  ])('%s', (body, said) => {
    expect(sentenceOf(mail('', body))).toContain(said);
  });

  test('with the place of the rule in the source, line ends of any kind', () => {
    const html = mail('p{margin:0}\nbody{display:none}').replaceAll('\n', '\r\n');
    expect(html.slice(findStyleFault(html)?.offset).startsWith('body{display:none}')).toBe(true);
  });

  test('a style sheet nested without end is refused and not followed', () => {
    expect(sentenceOf(mail('a{'.repeat(50_000)))).toBe('this style sheet is nested too deeply.');
    expect(sentenceOf(mail('&&&&{'.repeat(30)))).toBeUndefined();
  });
});

describe('what adds content over the link, or pulls it away, is found', () => {
  test.each([
    'a::after{content:"";position:absolute;inset:0;background:#fff}',
    '*:before{content:"";position:fixed}',
    'font::before{content:"x";margin-right:-90px}',
    'td a::after{content:"█";letter-spacing:-9em}',
    'body{isolation:isolate}html::after{content:"";position:fixed;inset:0;background:#fff}',
    'body::after{content:"";position:fixed;z-index:2147483647}',
    'body::after{content:"";position:fixed;z-index:99999999999}',
    'html::scroll-button(down){content:"x"}',
    'td::first-letter{font-size:9999px}',
  ])('%s', (css) => {
    expect(sentenceOf(mail(css))).toMatch(/adds content that can cover or push away the link/);
  });

  test.each([
    '.wrap{margin-bottom:-400px}',
    'p{margin-bottom:-240px}',
    'p{margin:0 0 -40px}.wrap{margin-top:-170px}',
    'p{margin-top:calc(0px - 9999px)}',
    'a{display:block;margin-top:-300px}',
    '@keyframes x{to{margin-top:-900px}}',
    'p{margin-top:-99px}',
    'p{-webkit-margin-before:-99px}',
    'body{margin-top:-60px}p{margin-top:-60px}',
  ])('%s', (css) => {
    expect(sentenceOf(mail(css, '<body><a href="https://shop.example">Vins</a>'))).toMatch(
      /can pull the footer off the page/,
    );
  });

  test('columns within columns, with which a browser does not come to an end', () => {
    const nested = '<body><table><tr><td><p>Vins</p></td></tr></table>';
    expect(sentenceOf(mail('@media (min-width:1px){body *{columns:9 1px}}', nested))).toMatch(/columns into columns/);
    expect(sentenceOf(mail('td,p{columns:2}', nested))).toBeUndefined();
  });

  test('a font of the block may not be made anew, nor rules be brought from elsewhere', () => {
    expect(sentenceOf(mail('@font-face{font-family:"Arial";src:url(x)}'))).toMatch(/redefines arial/);
    expect(sentenceOf(mail('@import "https://shop.example/x.css";'))).toMatch(/is on another server/);
  });
});

describe('what Outlook does not protect the block from is found', () => {
  test.each([
    'font{height:1px!important;display:grid!important}',
    '@scope(body){:nth-last-child(1){max-height:1px!\\69mportant;display:grid!\\69mportant}}',
    'a[style]{writing-mode:vertical-rl!/**/important;offset-path:path("M-900 0L-900 1")!/**/important}',
    'a{display:none!important}',
    'a:focus{display:none!important}',
    'td:focus-within{visibility:hidden!important;content-visibility:hidden!important}',
    'a{scale:.1!important;display:block!important}',
    '*{font-size:0!important}',
    '*{color:#fff!important}',
    'font{color:#fff!important}',
    '.hero{position:absolute}table{position:static!important}',
    'td{text-decoration:line-through 20px #fff!important}',
    'td{text-indent:-9999px!important}',
    'body>:last-child *{visibility:hidden!important}',
    '.wrap~*{display:none!important}',
    '.wrap+table td{opacity:0!important}',
    '[style]{display:none!important}',
    '[href^="ht"]{display:none!important}',
    ':not(.wrap){position:absolute!important;left:-9999px!important}',
    'a{position:fixed!important}',
    'table{overflow:hidden!important}td{position:absolute!important}',
    'body *{border:40px solid #fff!important}',
    'font{padding-block-start:90px!important}',
    'a{padding:90px 0!important}',
    'a font{-webkit-border-before:40px solid #fff!important}',
    'font{line-height:99999!important}',
    'td{outline:60px solid #fff!important;outline-offset:-60px!important}',
    'a font{all:unset!important}',
    'body>:last-child a:nth-of-type(1){opacity:0!important}',
    'body:not(:has(.x)) a{opacity:0!important}',
    'a:lang(en){opacity:0!important}',
    'td{content-visibility:hidden!important}',
    '[dir]{z-index:-1!important}',
    'a{box-shadow:0 0 0 300px #fff!important}',
    '*{animation:x 1s!important}',
    '@supports (color:red){a{display:none!important}}',
  ])('%s', (css) => {
    expect(sentenceOf(mail(css))).toMatch(/also applies to the footer, which Outlook for Windows does not protect/);
  });

  test.each(['<style>', '<style title="a<b">', '<style title="<style">'])(
    'a style sheet that it alone reads needs no !important: %s',
    (opening) => {
      const html = mail('', '<body>', `<!--[if mso]>${opening}a{display:none !important}</style><![endif]-->`);
      expect(sentenceOf(html)).toMatch(/Outlook for Windows does not protect/);
    },
  );
});

describe('what the block survives is taken', () => {
  test.each([
    'font{height:1px!important}',
    'font{height:20px!important;display:grid!important}',
    'a{display:grid!important}a{max-height:none!important}',
    '@media (prefers-color-scheme:dark){p,div,a{color:#fff!important}}',
    '@media (prefers-color-scheme:dark){*{color:#fff!important;background:#000!important}}',
    'a{color:#fff!important}',
    'p,div,a,td,span{color:#fff!important;background:#fff!important}',
    'a{position:absolute}',
    'a{display:none}',
    '*{margin:0;padding:0;box-sizing:border-box;font-size:0;color:#fff}',
    '*{-webkit-text-size-adjust:none!important}',
    'body{margin:0!important;padding:0;width:100%!important;min-width:100%;height:100%}',
    'body,table,td,p,a{-webkit-text-size-adjust:100%}table{width:100%!important}td{padding:0!important}',
    'body{display:flex;flex-direction:column}',
    'body{display:grid}',
    'html{display:grid}body{columns:9 1px;column-count:2}',
    ':not(.wrap){position:absolute!important}',
    'table,td{outline:60px solid #fff!important;all:initial!important}',
    'body>:first-child,:has(>img),a:first-of-type:last-child{opacity:0!important}',
    ':lang(de),:dir(rtl),:empty,a:nth-child(4n+2){opacity:0!important}',
    '@scope(.wrap){*{opacity:0!important}}@scope(body){html{opacity:0}}',
    '@container(width>1px){body{display:none}}@unknown{body{display:none}}@document url(){body{display:none}}',
    'a:visited{opacity:0!important}',
    'a:focus{opacity:0!important;margin:3000px!important}',
    'a{scale:.1!important}',
    'a{margin-top:-900px}.wrap{display:block}',
    'body{margin-top:-40px}',
    'body{overflow-x:hidden}',
    '.preheader{display:none!important}#x{opacity:0}.wrap a{display:none!important}',
    '.wrap .x::after,.clear:after{content:"";position:absolute;display:table;clear:both}',
    '*,*::before,*::after{box-sizing:border-box;position:relative}',
    'a::after{content:" →";color:#fff}',
    'body::before{content:"";position:fixed;z-index:9999;inset:0;background:#fff}',
    '@media print{body{display:none}a{display:none!important}}',
    'a[x-apple-data-detectors]{color:inherit!important;font-size:inherit!important}',
    'a[href^="tel"],a[href^="mailto:"]{display:none!important}',
    'div[style*="margin: 16px 0;"]{margin:0!important}',
    'img+div,u+.body .x{display:none!important}',
    '@import url(https://fonts.googleapis.com/css?family=Ubuntu);',
    '@font-face{font-family:Lato;src:url(https://fonts.gstatic.com/l.woff2)}',
    '@keyframes x{to{opacity:0}}.wrap{animation:x 1s}',
    'html{filter:invert(1) hue-rotate(180deg)}',
    ':root{color-scheme:light dark;--ink:#fff}',
    '@page{margin:-9in}',
    'p{margin-top:-40px}',
    'a,td,h2{margin-top:-900px}',
    'h1~*,a:hover{display:none!important}',
    '.wrap{margin-bottom:-300px;padding-bottom:300px}',
    'table{writing-mode:vertical-rl!important;columns:2!important}',
    'html::before{content:"";position:fixed;inset:0;background:#fff}',
    'body>:last-child,td{visibility:hidden!important;pointer-events:none!important}',
    'body{left:-9999px}a{overflow:hidden!important;transform:scale(0)!important;line-height:0!important}',
    'body{contain:paint;scroll-snap-type:y mandatory;flex-direction:row-reverse}',
    'p{color:red;}}@media screen{html{display:none}',
    'html>/**/body .x,_:-ms-lang(x){display:none!important}',
    '.md\\:hidden,.sm\\@x{display:none!important}',
    'body}{display:none}',
  ])('%s', (css) => {
    expect(sentenceOf(mail(css, '<body class="letter">'))).toBeUndefined();
  });

  test('no body, no style, no element', () => {
    for (const html of ['', 'Bonjour', '<style></style>', '<style>', '<p style>x'])
      expect(findStyleFault(html)).toBeUndefined();
  });
});
