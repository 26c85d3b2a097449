/** How many verdicts one core gives: the pure fold over prepared facts, and from a stored standing to a stored verdict. */
import { pathToFileURL } from 'node:url';
import { prepareFacts } from '../shared/law/facts/facts.ts';
import { decide } from '../shared/law/fold/decide.ts';
import { vet } from '../shared/law/fold/vet.ts';
import { RULEBOOK } from '../shared/law/register.ts';
import { foldTable } from '../test/support/in-process/fold-table.ts';
import { perSecond } from './rate.ts';

/** The law's speed on one core of this machine, over every row of the decision table: each road through the law once. */
export const benchVerdicts = async (): Promise<Readonly<Record<string, string>>> => {
  const rows = (await foldTable()).flatMap(([, family]) => family);
  const facts = rows.map(({ request, bytes }) => prepareFacts(request, bytes));
  const byMail = facts.filter(({ channel }) => channel === 'email');
  const requests = rows.map(({ request }) => request);
  const rate = (value: number) => Math.round(value).toLocaleString('en-GB');
  return {
    [`verdicts per second over prepared facts, all reasons, the ${rows.length} rows of the table`]: rate(
      await perSecond(facts, (each) => decide(each, RULEBOOK)),
    ),
    'the same, its e-mails alone': rate(await perSecond(byMail, (each) => decide(each, RULEBOOK))),
    'verdicts per second from a standing and a request, hash included': rate(
      await perSecond(requests, (each) => vet(each)),
    ),
  };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table(await benchVerdicts());
