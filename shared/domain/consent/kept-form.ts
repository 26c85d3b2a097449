import type { FormVersion } from './form-version.ts';

/** Forms are few, and whoever reads one reads it again for each message. */
const MOST_KEPT = 200;
const KEPT = new Map<string, FormVersion>();

/** A form version as the same object as any before it that says the same: what was read of its words is kept for that object. */
export const keptForm = (form: FormVersion): FormVersion => {
  const name = JSON.stringify(form);
  const kept = KEPT.get(name);
  if (kept !== undefined) return kept;
  if (KEPT.size === MOST_KEPT) KEPT.clear();
  KEPT.set(name, form);
  return form;
};
