import { readFileSync, readdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { offerSignsIn, valuesCarryOffer } from '#shared/domain/message/offer-signs.ts';
import { passagesOf } from '#shared/domain/message/signs/reading.ts';
import { signsOfSentence } from '#shared/domain/message/signs/sentences.ts';
import { FRENCH } from '#shared/domain/message/signs/french.ts';
import { ENGLISH } from '#shared/domain/message/signs/english.ts';
const [dir, part = 'dev', verbose] = process.argv.slice(2);
const all = readdirSync(dir!).filter((f) => f.endsWith('.json')).flatMap((f) => JSON.parse(readFileSync(`${dir}/${f}`, 'utf8')));
const isHeld = (id: string) => createHash('sha256').update(id).digest()[0]! % 3 === 0;
const of = all.filter((m: any) => part === 'all' || (part === 'held') === isHeld(m.id));
let fp = 0, tn = 0, fn = 0, tp = 0;
for (const m of of) {
  const texts = [m.subject, m.html, m.text].filter((t) => t !== undefined);
  const said = { reason: m.reason, ownHosts: m.ownHosts ?? [], products: [] };
  const signs = offerSignsIn(texts, said);
  const vals = valuesCarryOffer(m.values ?? {}, said);
  const flagged = signs.length > 0 || vals;
  const owed = m.label === 'transactional';
  if (owed) flagged ? fp++ : tn++; else flagged ? tp++ : fn++;
  if (flagged === owed && part !== 'held' || verbose && flagged===owed) {
    console.log(owed ? 'FP' : 'FN', m.id, signs.join(','), vals ? 'VALUE' : '');
    const lang = m.language === 'fr' ? FRENCH : ENGLISH;
    for (const s of passagesOf(texts).sentences) { const g = signsOfSentence(s, lang, m.reason); if (owed ? g.length : true) console.log('    ', g.join(','), '|', s, owed ? [s.match(lang.discount)?.[0], s.match(lang.promotes)?.[0]].filter(Boolean).join(' / ') : ''); }
  }
}
console.log({ part, n: of.length, transactional: fp + tn, toReview: fp, share: (fp / (fp + tn)).toFixed(3), promoting: tp + fn, missed: fn });
