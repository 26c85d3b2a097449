import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { manifest } from '#functions/manifest.ts';
import type { Route } from '#shared/contracts/http/route.ts';

/** The routes of the application API: those that the manifest names. */
export const ROUTES: readonly Route[] = Object.values<FunctionEntry>(manifest).flatMap(({ route }) => route ?? []);

/** The name of the route as generators of clients want a method to be named: `putAdvertiser`. */
export const operationIdOf = ({ name }: Route): string =>
  name.replace(/-(\w)/g, (_found, first: string) => first.toUpperCase());
