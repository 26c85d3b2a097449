/** Where the style sheet goes. */
const SHEET = '/*sheet*/';

const PARAGRAPH =
  'Les vendanges ont commencé tôt cette année, et les premières cuves sentent déjà la fraise et le poivre ; nous avons goûté pour vous.';
const OFFERS = [
  'Un Saint-Joseph à 18 €',
  'Un Morgon à 12 €',
  'Un Vouvray à 15 €',
  'Un crémant à 11 €',
  'Un dîner le 12',
];

/** Mails of ordinary designs, which are sent as they are: two that are longer than a screen, as newsletters are, and a short letter. */
const PAGES: readonly string[] = [
  `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Novembre</title><style>${SHEET}</style></head>
<body class="body" style="margin:0;background-color:#f4f4f4">
<div class="wrap" style="max-width:600px;margin:0 auto;background:#ffffff;font:15px Arial,sans-serif;color:#333">
<div class="head"><img src="https://cdn.example/logo.png" alt="Caves Dubois" width="120" height="40" id="logo"></div>
<h1>Les vins de novembre</h1><p class="lead">Bonjour, voici trois bouteilles et un dîner.</p>
${OFFERS.map((offer) => `<div class="hero"><h1>${offer}</h1><p>${PARAGRAPH}</p><p>${PARAGRAPH}</p></div>`).join('\n')}
<p><a class="button" href="https://shop.example/novembre" style="background:#712;color:#fff;padding:10px 20px">Voir les vins</a></p>
<div class="foot"><p>Caves Dubois, 3 rue du Port, Bordeaux</p></div></div></body></html>`,
  `<html xmlns="http://www.w3.org/1999/xhtml"><head><style type="text/css">${SHEET}</style></head><body id="b" bgcolor="#ffffff">
<table class="wrap" role="presentation" width="600" align="center" cellpadding="0" cellspacing="0"><tr><td class="head"><h1>Novembre</h1></td></tr>
${OFFERS.map((offer) => `<tr><td class="col"><h1>${offer}</h1><p>${PARAGRAPH}</p><p>${PARAGRAPH}</p></td></tr>`).join('\n')}
<tr><td class="hero"><a class="button" href="https://shop.example/">Voir</a></td></tr>
<tr><td class="foot"><p>Caves Dubois</p><a href="https://shop.example/contact">Nous écrire</a></td></tr></table></body></html>`,
  `<style>${SHEET}</style><div class="wrap"><div class="head">Caves Dubois</div><p>Bonjour,</p><p>Le vin nouveau est là.</p>
<p class="foot"><a class="button" href="https://shop.example/">La boutique</a></p></div>`,
];

/** The mail with this style sheet. */
export const withSheet = (page: string, sheet: string): string => page.replace(SHEET, () => sheet);

/** The page of a seed, with the place of its style sheet still empty. */
export const pageOf = (seed: number): string => PAGES[seed % PAGES.length] ?? '';

/** The same mail with a block that nothing protects: what its sender would have without Aval. */
export const unprotected = (page: string, leadsTo: string): string => {
  const block = `<div><p>Publicité de Caves Dubois. <a href="${leadsTo}k1_AbCdEf-0123456789">Ne plus recevoir ces messages</a></p></div>`;
  return page.includes('</body>') ? page.replace('</body>', `${block}</body>`) : `${page}${block}`;
};
