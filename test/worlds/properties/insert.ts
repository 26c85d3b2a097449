import type { Act, World } from '../../oracle/world.ts';

/** The world with one more act, recorded at its moment, after those recorded at the same moment. */
export const withAct = (world: World, act: Act): World => {
  const after = world.acts.findIndex(({ recordedAt }) => Date.parse(recordedAt) > Date.parse(act.recordedAt));
  const position = after < 0 ? world.acts.length : after;
  const moved = world.acts.map(({ ofAct, ...each }) =>
    ofAct === undefined ? each : { ...each, ofAct: ofAct >= position ? ofAct + 1 : ofAct },
  );
  return { ...world, acts: moved.toSpliced(position, 0, act) };
};

/** The world with one more form version, and what names it. */
export const withForm = (world: World, body: World['forms'][number]['body']) => {
  const id = 'another-form';
  const version = String(1 + world.forms.filter((each) => each.id === id).length);
  return { world: { ...world, forms: [...world.forms, { id, version, body }] }, form: { formId: id, version } };
};
