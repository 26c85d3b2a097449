import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, test } from 'vitest';
import openapi from '../../../docs/openapi.json' with { type: 'json' };
import { aWorldToExport, CAMILLE } from './exported-world.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** Every name of a field and every word of a list that the contract has. */
const raw = new Set<string>();
const collect = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    if (name === 'properties') for (const field of Object.keys(Object(each))) raw.add(field);
    // A number or a media type is the same for everybody.
    const words = (name === 'enum' && Array.isArray(each) ? each : [name === 'const' ? each : '']).map(String);
    for (const word of words) if (/^[a-z](?!.*\/)/i.test(word)) raw.add(word);
    collect(each);
  }
};
collect(openapi.components.schemas);

const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);
const textIn = (node: Node): string =>
  node.nodeName === '#text' && 'value' in node ? node.value : childrenOf(node).map(textIn).join('');

/** The names of fields, and the texts that are shown as values on their own, of a page. */
const piecesOf = (page: string) => {
  const names: string[] = [];
  const values: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeName === 'dt') names.push(textIn(node).trim());
    if (node.nodeName === 'dd' || node.nodeName === 'li') {
      const [only, more] = childrenOf(node).filter((each) => textIn(each).trim() !== '');
      if (only?.nodeName === 'bdi' && more === undefined) values.push(textIn(only).trim());
    }
    for (const child of childrenOf(node)) walk(child);
  };
  walk(parse(page));
  return { names, values };
};

/** What the people of this world call things themselves: `name` is a field of their message. */
const OWN: readonly string[] = ['name', 'wine', 'checkout', 'newsletter', 'loyalty', 'yes'];
/** Written alike in French, and meant so. */
const ALIKE: readonly string[] = ['question'];
/** Not a word of English either. */
const isCode = (word: string): boolean => /[-_]|[a-z][A-Z]/.test(word);

const RIGHTS = { fr: 'Réponse attendue au plus tard le', en: 'Answer due by' };

test.each(['fr', 'en'] as const)(
  'a person reads what is held of them in words alone, in %s',
  async (language) => {
    expect(raw.size).toBeGreaterThan(400);
    const world = await aWorldToExport();
    // She objects after she agreed, and a report has her as an example.
    await world.post('register-opposition', {
      ...world.of(CAMILLE),
      ...{ via: 'account', of: { scope: 'channel', channels: ['email'] } },
    });
    const body = { advertiserId: 'maison-valmy' };
    const begun = await world.call('begin-campaign-report', { path: { campaignId: world.campaignId }, body });
    expect(begun.status, begun.text).toBeLessThan(300);
    await world.work();
    await world.post('record-request', { ...world.of(CAMILLE), kind: 'restriction', via: 'email' });
    const { html } = await world.exported(CAMILLE, { language });
    const { names, values } = piecesOf(html);
    expect([names.length, values.length].every((count) => count > 100)).toBe(true);
    expect(names.filter((name) => raw.has(name) && !OWN.includes(name))).toEqual([]);
    const shown = values.filter((each) => raw.has(each) && !OWN.includes(each));
    expect(shown.filter((each) => (language === 'fr' ? !ALIKE.includes(each) : isCode(each)))).toEqual([]);
    expect(html).toContain(RIGHTS[language]);
    expect(html).toMatch(language === 'fr' ? /opposé depuis[^<]*e-mail\./ : /objected to it since, for: e-mail\./);
    expect(html).not.toMatch(language === 'fr' ? /<dd>[^/]*Vos contacts<\/bdi>/ : /<dd>[^/]*Your contacts<\/bdi>/);
    if (language === 'fr') expect(html).not.toMatch(/(?<!\d)1 (?:décembre|février)/);
    else expect(html).not.toContain('1er');
  },
  120_000,
);
