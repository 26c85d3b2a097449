import { registerHooks } from 'node:module';
import { FAULTS } from './faults.ts';

/** From now on the source of this fault is loaded with it. Throws where the fault is not known, or the source has changed. */
export const plant = (name: string): void => {
  const fault = FAULTS.find((each) => each.name === name);
  if (fault === undefined) throw new Error(`no such fault: ${name}`);
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      if (!url.endsWith(`/${fault.file}`)) return loaded;
      const source = Buffer.from((loaded.source ?? '') as Uint8Array).toString('utf8');
      if (source.split(fault.find).length !== 2) throw new Error(`${fault.file} has not once: ${fault.find}`);
      return { ...loaded, source: source.replace(fault.find, () => fault.put) };
    },
  });
};
