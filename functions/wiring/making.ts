import { textAnswersIn } from '#functions/manifest/routes/text-answers.ts';
import { once } from '#functions/wiring/once.ts';
import {
  advertisers,
  clock,
  contents,
  formVersions,
  ledgerWithoutAddresses,
  reviews,
  table,
  templates,
  vetReads,
} from '#functions/wiring.ts';
import { sendsReadsOf } from '#shared/adapters/dynamodb/ledger/sends-reads.ts';
import { callsBesideOf } from '#shared/app/verdicts/calls-beside.ts';
import type { VetReads } from '#shared/app/verdicts/vet-reads.port.ts';

type Env = Parameters<typeof vetReads>[0] &
  Parameters<typeof contents>[0] &
  Readonly<Record<'PUBLIC_BASE_URL' | 'STAGE' | 'PROVIDER_ROUTE', string>>;

/** What a vet reads, for who decides on calls: with those to other numbers of the person. */
export const callReads = /* @__PURE__ */ once(
  (env: Parameters<typeof vetReads>[0]): VetReads => ({
    ...vetReads(env),
    callsBeside: callsBesideOf({ ledger: ledgerWithoutAddresses(env), sends: sendsReadsOf(table(env)) }),
  }),
);

/** What the bytes of a message are made from, but for the tokens of its link: the same for a preview, a test and the sender. */
export const making = (env: Env) => ({
  clock,
  vetReads: vetReads(env),
  advertisers: advertisers(env),
  formVersions: formVersions(env),
  templates: templates(env),
  reviews: reviews(env),
  contents: contents(env),
  publicBaseUrl: env.PUBLIC_BASE_URL,
  textAnswers: textAnswersIn(env.PROVIDER_ROUTE),
  allowsLocalLinks: env.STAGE === 'local',
});
