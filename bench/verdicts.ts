/** How many verdicts one core gives, from a stored standing and a request to a verdict to store. */
import { pathToFileURL } from 'node:url';
import { sha256OfJson } from '../shared/domain/ledger/canonical.ts';
import { conclude } from '../shared/law/fold/conclude.ts';
import { prepareFacts } from '../shared/law/fold/prepare-facts.ts';
import { vet } from '../shared/law/fold/vet.ts';
import { RULEBOOK } from '../shared/law/register.ts';
import { foldTable } from '../test/support/in-process/fold-table.ts';
import { perSecond } from './rate.ts';

/** Seconds of one core until the platform has compiled all that a verdict runs. */
const WARM_UP = 4;

const rate = (value: number) => Math.round(value).toLocaleString('en-GB');

/**
 * The law's speed on one core of this machine, over every row of the decision table. The standing is as the store hands
 * it to the send path: plain values, already checked against their schema; facts are prepared, seals of consents and
 * sales checked, and the facts hashed for every verdict. The fold alone is printed beside it.
 */
export const benchVerdicts = async (): Promise<Readonly<Record<string, string>>> => {
  const rows = (await foldTable()).flatMap(([, family]) => family);
  const facts = rows.map(({ request, bytes }) => prepareFacts(request, bytes));
  return {
    [`verdicts per second, from a stored standing to a verdict to store, the ${rows.length} rows of the table`]: rate(
      await perSecond(rows, ({ request }) => vet(request), WARM_UP),
    ),
    'of this: facts prepared, per second': rate(
      await perSecond(rows, ({ request, bytes }) => prepareFacts(request, bytes)),
    ),
    'of this: facts hashed, per second': rate(await perSecond(facts, sha256OfJson)),
    'of this: folds, per second': rate(await perSecond(facts, (each) => conclude(each, RULEBOOK))),
  };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table(await benchVerdicts());
