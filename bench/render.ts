import { pathToFileURL } from 'node:url';
import { Bench } from 'tinybench';
import type { Mentions } from '../shared/channels/content/mentions.ts';
import type { EmailContent } from '../shared/channels/email/channel.ts';
import { prepareEmail } from '../shared/channels/email/prepare-email.ts';
import { renderEmail } from '../shared/channels/email/render-email.ts';
import { verifyEmail } from '../shared/channels/email/verify-email.ts';
import { verifyPrepared } from '../shared/channels/email/verify-prepared.ts';

/** What one way of getting a mail ready costs, on one core. */
export interface RenderResult {
  readonly name: string;
  readonly perSecond: number;
  readonly microseconds: number;
}

const ROW = (index: number) =>
  `<!--[if mso]><table role="presentation" width="600"><tr><td><![endif]--><table role="presentation" width="100%" style="border-collapse:collapse"><tr><td style="padding:12px 24px;font-family:Arial,sans-serif;font-size:16px;line-height:24px;color:#222222"><h2 style="margin:0 0 8px">Cuvée n° ${index}</h2><p style="margin:0 0 8px">Un vin de garde, vendangé à la main, à servir frais avec des huîtres ou un fromage de chèvre.</p><a href="https://caves-dubois.example/cuvees/${index}?utm_source=lettre" style="color:#7a1f3d">Voir la cuvée</a></td></tr></table><!--[if mso]></td></tr></table><![endif]-->\n`;

/** A newsletter of about 100 KB, in tables with Outlook comments, with five fields and the author's own link. */
const newsletter = (): EmailContent => {
  let rows = '';
  for (let index = 1; rows.length < 98_000; index += 1) rows += ROW(index);
  const head =
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Novembre</title><style>p{margin:0}</style></head>';
  const html = `${head}<body style="margin:0"><div style="display:none">Pour vous, {{prenom}}</div><h1>Bonjour {{prenom}} {{nom}}</h1>${rows}<p>À bientôt à {{ville}}, {{prenom}}.</p></body></html>`;
  return { subject: '{{prenom}}, nos vins de novembre', html };
};

const mentionsOf = (index: number): Mentions => ({
  language: 'fr',
  advertiserNames: ['Caves Dubois SARL', 'Caves Dubois'],
  publicName: 'Caves Dubois',
  legalName: 'Caves Dubois SARL',
  contact: 'bonjour@caves-dubois.example',
  noticeUrl: 'https://caves-dubois.example/donnees',
  oppositionUrl: `https://stop.caves-dubois.example/o/AbCdEf${String(index).padStart(40, '0')}`,
  why: { basis: 'consent', since: `2026-0${1 + (index % 9)}-03T10:00:00.000Z` },
});
const valuesOf = (index: number) => ({ prenom: `Léa ${index}`, nom: 'D’Arc & fils', ville: 'Sète' });

/** Every mail must say everything, or the numbers measure nothing. */
const requireLawful = (facts: ReturnType<typeof verifyEmail>): void => {
  if (!facts.carriesOppositionMeans || !facts.saysWhy || !facts.namesAdvertiser)
    throw new Error('a mail lacks its mentions');
};

/** Prepares once, then renders and verifies each mail of a 100 KB newsletter; beside it, the same in full each time. */
export const benchRender = async (): Promise<readonly RenderResult[]> => {
  const content = newsletter();
  const prepared = prepareEmail(content);
  let index = 0;
  const oneOf = (verify: (i: number) => void) => () => verify(++index);
  const bench = new Bench({ time: 1500, warmupTime: 300 })
    .add(
      'render and verify, once prepared',
      oneOf((i) => {
        const rendered = renderEmail(prepared, valuesOf(i), mentionsOf(i));
        requireLawful(verifyPrepared(prepared, valuesOf(i), rendered, mentionsOf(i)));
      }),
    )
    .add(
      'render and verify in full, once prepared',
      oneOf((i) => {
        requireLawful(verifyEmail(renderEmail(prepared, valuesOf(i), mentionsOf(i)), mentionsOf(i)));
      }),
    )
    .add(
      'prepare',
      oneOf(() => prepareEmail(content)),
    );
  await bench.run();
  return bench.tasks.map(({ name, result }) => {
    const perSecond = 'throughput' in result ? result.throughput.mean : 0;
    return { name, perSecond: Math.round(perSecond), microseconds: Math.round(1e6 / perSecond) };
  });
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table(await benchRender());
