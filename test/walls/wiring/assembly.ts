import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { StackTemplate } from '#local/template/assembly.ts';

/** Writes these templates as an assembly beside the bundles of another one, which are not copied. Returns the folder. */
export const writeAssembly = (folder: string, of: string, stacks: readonly StackTemplate[]): string => {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(of)) {
    const [stack = ''] = name.split('.template.json');
    const changed = name.endsWith('.template.json') ? stacks.find((one) => one.name === stack) : undefined;
    if (changed !== undefined) writeFileSync(join(folder, name), JSON.stringify(changed.template));
    else if (name.startsWith('asset.')) symlinkSync(resolve(of, name), join(folder, name));
    else writeFileSync(join(folder, name), readFileSync(join(of, name)));
  }
  return folder;
};
