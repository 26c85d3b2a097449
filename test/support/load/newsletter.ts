import type { EmailContent } from '#shared/channels/email/channel.ts';

const ROW = (index: number) =>
  `<!--[if mso]><table role="presentation" width="600"><tr><td><![endif]--><table role="presentation" width="100%" style="border-collapse:collapse"><tr><td style="padding:12px 24px;font-family:Arial,sans-serif;font-size:16px;line-height:24px;color:#222222"><h2 style="margin:0 0 8px">Cuvée n° ${index}</h2><p style="margin:0 0 8px">Un vin de garde, vendangé à la main, à servir frais avec des huîtres ou un fromage de chèvre.</p><a href="https://caves-dubois.example/cuvees/${index}?utm_source=lettre" style="color:#7a1f3d">Voir la cuvée</a></td></tr></table><!--[if mso]></td></tr></table><![endif]-->\n`;

/** A newsletter of about 100 KB, in tables with Outlook comments, with five fields and the author's own link. */
export const newsletter = (): EmailContent => {
  let rows = '';
  for (let index = 1; rows.length < 98_000; index += 1) rows += ROW(index);
  const head =
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Novembre</title><style>p{margin:0}</style></head>';
  const html = `${head}<body style="margin:0"><div style="display:none">Pour vous, {{prenom}}</div><h1>Bonjour {{prenom}} {{nom}}</h1>${rows}<p>À bientôt à {{ville}}, {{prenom}}.</p></body></html>`;
  return { subject: '{{prenom}}, nos vins de novembre', html };
};

/** A value for each of its fields. */
export const NEWSLETTER_VALUES = { prenom: 'Léa', nom: 'D’Arc & fils', ville: 'Sète' } as const;
