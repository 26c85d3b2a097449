import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A mistake that would open a wall: in this file, this text becomes that one. */
interface Fault {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Each must be found. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'scope left out': {
    file: 'shared/edge/caller.ts',
    from: 'if (!allows(caller.scopes, scope))',
    to: 'if (caller.scopes.length === 0)',
  },
  'advertiser compared by its beginning': {
    file: 'shared/edge/caller.ts',
    from: 'caller.advertisers.includes(advertiserId)',
    to: 'caller.advertisers.some((own) => advertiserId.startsWith(own) || own.startsWith(advertiserId))',
  },
  'binding left out in one handler': {
    file: 'functions/api/get-message.ts',
    from: 'access: accessTo(query.advertiserId)',
    to: 'access: { ...accessTo(), advertiserId: query.advertiserId ?? accessTo().advertiserId }',
  },
  'binding read as a word': {
    file: 'shared/edge/caller.ts',
    from: 'advertisers: JSON.stringify(caller.advertisers)',
    to: 'advertisers: JSON.stringify(String(caller.advertisers) === "every-advertiser" ? "every-advertiser" : caller.advertisers)',
  },
  'an event speaks for whom it says': {
    file: 'shared/edge/bus/inbound.ts',
    from: 'enter(source, advertiserAsked(source,',
    to: "enter({ advertisers: 'every-advertiser' }, advertiserAsked(source,",
  },
  'a source compared by its beginning': {
    file: 'shared/edge/bus/inbound.ts',
    from: 'each.source === event.source',
    to: 'event.source.startsWith(each.source)',
  },
  'another is told from nobody': {
    file: 'shared/edge/caller.ts',
    from: 'if (!isBound) throw advertiserNotFound();',
    to: "if (!isBound) throw new Failure(advertiserId === 'maison-valmy' ? 'insufficient-scope' : 'advertiser-not-found', 'no');",
  },
};

/** From now on this file is loaded with the fault in it. Throws where the text is not there. */
export const plant = (name: string): void => {
  const fault = FAULTS[name];
  if (fault === undefined) throw new Error(`no fault is named ${name}`);
  registerHooks({
    load: (url, context, next) => {
      if (!url.endsWith(`/${fault.file}`)) return next(url, context);
      const source = readFileSync(fileURLToPath(url), 'utf8');
      if (!source.includes(fault.from)) throw new Error(`${fault.file} has no longer: ${fault.from}`);
      return { format: 'module-typescript', shortCircuit: true, source: source.replace(fault.from, fault.to) };
    },
  });
};
