import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Their modules say what things are and do nothing when they are loaded: tables, schemas, functions. */
export const PURE =
  /\/(?:shared\/(?:domain|law|channels|words|contracts|edge\/words)|functions\/manifest\/routes)\/.*\.ts$/;

const pathOf = (specifier: string, from: string): string =>
  specifier.startsWith('#') ? resolve(ROOT, specifier.slice(1)) : resolve(from, specifier);

/**
 * Leaves a module out of a bundle that uses nothing of it, however much it computes when it is loaded: lists of words
 * made into patterns would else be in every function that imports a neighbour. esbuild no longer knows that what a plugin
 * resolved is an ES module of Node: from CommonJS these modules import by name, since a default import would be undefined.
 */
export const pureModules: Plugin = {
  name: 'pure-modules',
  setup: ({ onResolve }) => {
    onResolve(
      { filter: /^(?:\.{1,2}\/|#shared\/|#functions\/manifest\/routes\/).*\.ts$/ },
      ({ path: specifier, importer, resolveDir }) => {
        const path = pathOf(specifier, resolveDir || dirname(importer));
        return PURE.test(path) ? { path, sideEffects: false } : undefined;
      },
    );
  },
};
