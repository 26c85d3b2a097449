import { storyOf } from './story.ts';
import { runStory } from './run.ts';
const [from = '1', count = '20', verbose] = process.argv.slice(2);
const began = performance.now();
const outcomes = new Map<string, number>();
let bad = 0;
for (let seed = Number(from); seed < Number(from) + Number(count); seed++) {
  const ran = await runStory(storyOf(seed));
  for (const [k, v] of ran.outcomes) outcomes.set(k, (outcomes.get(k) ?? 0) + v);
  if (ran.faults.length > 0) {
    bad += 1;
    console.log(seed, ran.faults, ran.lines.length);
  }
  if (verbose) console.log(ran.lines.join('\n'));
}
console.log([...outcomes].toSorted((a, b) => b[1] - a[1]));
console.log(bad, 'bad', ((performance.now() - began) / Number(count)).toFixed(1), 'ms a seed');
