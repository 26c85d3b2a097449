/** How many verdicts one core gives: the pure fold over prepared facts, and from a stored standing to a stored verdict. */
import { decide } from '#shared/domain/law/decide.ts';
import { prepareFacts } from '#shared/domain/law/facts.ts';
import { RULEBOOK } from '#shared/domain/law/register.ts';
import { vet } from '#shared/domain/law/vet.ts';
import type { VetRequest } from '#shared/domain/vet.ts';
import { aSale, aStanding, aVetRequest } from '#test/support/builders.ts';

const SECONDS = 1.5;

/** Calls `act` on the items in turn for a while; calls per second. */
const perSecond = <T>(items: readonly T[], act: (item: T) => unknown): number => {
  const spin = (seconds: number) => {
    const start = performance.now();
    let calls = 0;
    while (performance.now() - start < seconds * 1000) {
      for (const item of items) act(item);
      calls += items.length;
    }
    return calls / ((performance.now() - start) / 1000);
  };
  spin(SECONDS / 3);
  return spin(SECONDS);
};

/** Lawful and unlawful requests: a consent, a customer, an unknown contact, an offer of another kind. */
const requests = (): readonly VetRequest[] => [
  aVetRequest(),
  aVetRequest({ standing: aStanding({ consents: [], sales: [aSale()] }) }),
  aVetRequest({ standing: undefined }),
];

/** The law's speed on one core of this machine. */
export const benchVerdicts = (): Readonly<Record<string, string>> => {
  const samples = requests();
  const facts = samples.map((request) => prepareFacts(request));
  const rate = (value: number) => Math.round(value).toLocaleString('en-GB');
  return {
    'verdicts per second over prepared facts, all reasons': rate(perSecond(facts, (each) => decide(each, RULEBOOK))),
    'verdicts per second from a standing and a request, hash included': rate(perSecond(samples, (each) => vet(each))),
  };
};
