import type { Act, Fields, World } from '../oracle/world.ts';

const short = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll(/"([A-Za-z]\w*)":/g, '$1: ')
    .replaceAll(/"[0-9a-f]{64}"/g, '"…"');

const happened = ({ body }: Act): string => String(body.givenAt ?? body.soldAt ?? body.occurredAt ?? '').slice(0, 24);

const told = (act: Act, index: number): string => {
  const when = happened(act);
  const of = act.ofAct === undefined ? '' : ` of #${act.ofAct}`;
  const how = [act.observed && ` by ${act.observed}`, act.altered && ', changed since in the store'].join('');
  const past = when === '' ? '' : ` (happened ${when})`;
  return `  #${index} ${act.recordedAt} ${act.kind}${of}${how}, address ${act.address}${past}: ${short(act.body)}`;
};

const listed = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines];

const named = ({
  id,
  version,
  body,
}: {
  readonly id: string;
  readonly version: string;
  readonly body: Fields;
}): string => `  ${id}@${version}: ${short(body)}`;

/** A world as a small story: what was stored, what was recorded and when, and what is asked. */
export const storyOf = (world: World): string =>
  [
    `advertiser: ${short(world.advertiser)}`,
    ...listed('forms:', world.forms.map(named)),
    ...listed('templates:', world.templates.map(named)),
    ...listed(
      'addresses:',
      world.addresses.map((address, index) => `  ${index} ${short(address)}`),
    ),
    ...listed('acts, as they were recorded:', world.acts.map(told)),
    ...listed(
      'decisions:',
      world.decisions.map((each) => `  ${each.decidedAt} ${each.cause}: ${short(each.body)}`),
    ),
    ...listed(
      'sent before:',
      world.sent.map((each) => `  ${each.at} ${short(each)}`),
    ),
    `message at ${world.at}: ${short(world.message)}`,
  ].join('\n');
