import { pathToFileURL } from 'node:url';
import { Bench } from 'tinybench';
import type { Mentions } from '../shared/channels/content/mentions.ts';
import { prepareEmail } from '../shared/channels/email/prepare-email.ts';
import { renderEmail } from '../shared/channels/email/render-email.ts';
import { verifyEmail } from '../shared/channels/email/verify-email.ts';
import { verifyPrepared } from '../shared/channels/email/verify-prepared.ts';
import { NEWSLETTER_VALUES, newsletter } from '../test/support/load/newsletter.ts';

/** What one way of getting a mail ready costs, on one core. */
export interface RenderResult {
  readonly name: string;
  readonly perSecond: number;
  readonly microseconds: number;
}

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
const valuesOf = (index: number) => ({ ...NEWSLETTER_VALUES, prenom: `Léa ${index}` });

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
