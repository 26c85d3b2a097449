import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { editionNames, rulebookAt } from '#shared/law/editions/edition.ts';
import { explain } from '#shared/law/reasons/explain.ts';

/** Of each sentence, `CODE (article)`, what an edition told with it, under the first edition that told so; `none`: it has it no more. */
export type Told = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** At noon in Paris of the day on which an edition was made. */
const dayOf = (edition: string) => toInstant(Date.parse(`${edition.slice(0, '2026-11-30'.length)}T11:00:00Z`));

/** The texts by which a breach costs, and the hash of all that is told of it and of what it rests on, that day and without a day. */
const toldOf = (code: string, article: string, rulebookVersion: string): string => {
  const stored = { reasons: [{ code, article }], notes: [], rulebookVersion };
  const told = [explain({ ...stored, at: dayOf(rulebookVersion) }), explain(stored)].flatMap(({ reasons }) =>
    reasons.map(({ citation, sanctions }) => ({
      citation,
      sanctions: sanctions.map(({ nature, says, texts, from, until, unsettled }) => ({
        ...{ nature, says, texts, from, until, unsettled },
      })),
    })),
  );
  const texts = told.flatMap(({ sanctions }) => sanctions.map(({ texts: [first] }) => first?.version ?? 'contract'));
  return `${[...new Set(texts)].join(', ')} #${sha256OfJson(told).slice(0, 12)}`.trim();
};

/** What every edition tells of a stored reason, by the code of today. */
export const toldByEditions = (): Told => {
  const told: Record<string, Record<string, string>> = {};
  for (const edition of editionNames()) {
    const sentences = rulebookAt(edition)?.prohibitions ?? [];
    const now = new Map(
      sentences.map(({ code, article }) => [`${code} (${article.id})`, toldOf(code, article.id, edition)]),
    );
    for (const key of new Set([...Object.keys(told), ...now.keys()])) {
      const since = told[key] ?? {};
      const [last, says = 'none'] = [Object.values(since).at(-1), now.get(key)];
      if (last !== says) told[key] = { ...since, [edition]: says };
    }
  }
  return Object.fromEntries(Object.entries(told).toSorted(([a], [b]) => (a < b ? -1 : 1)));
};
