/** What the benchmarks on a running stack share: who writes, and a mail of 40 KB. */
export const ADVERTISER = 'bench';
/** Eleven in Paris on a Tuesday, when all may leave. */
export const AT = '2026-11-24T10:00:00.000Z';
/** Consents and messages of a call, and calls at the same time. */
export const BATCH = 50;
export const WIDTH = 8;

const paragraph =
  '<tr><td style="padding:12px 24px;font-family:Georgia,serif">Une caisse de six, choisie avec soin.</td></tr>';
export const CONTENT = {
  email: {
    subject: 'Les vins de novembre',
    html: `<!doctype html><html><head><title>Novembre</title></head><body><table role="presentation">${paragraph.repeat(400)}</table></body></html>`,
  },
};
