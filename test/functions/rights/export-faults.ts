import type { Person } from '#shared/app/records/ledger.port.ts';
import type { HeldPage } from '#shared/app/rights/export/held-data.port.ts';
import type { RunExportPorts } from '#shared/app/rights/export/run-export.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { HeldRecord } from '#shared/domain/rights/held-record.ts';

/** What is changed of the ports by which files are made. */
export interface Change {
  readonly of?: (ports: RunExportPorts) => RunExportPorts;
}

const held = (change: (page: HeldPage, section: string) => HeldPage): Change => ({
  of: (ports) => ({
    ...ports,
    heldData: {
      ...ports.heldData,
      page: async (access, contactId, section, after) =>
        change(await ports.heldData.page(access, contactId, section, after), section),
      outcomes: async (access, contactIds, after) =>
        change(await ports.heldData.outcomes(access, contactIds, after), 'campaigns'),
    },
  }),
});

/** Faults that a maker of files could have. */
export const faults = {
  held,
  records: (isKept: (record: HeldRecord) => boolean): Change =>
    held((page) => ({ ...page, records: page.records.filter(isKept) })),
  ledger: (change: {
    readPerson?: (found: Person | undefined) => Promise<Person | undefined>;
    readStanding?: (found: Standing | undefined) => Promise<Standing | undefined>;
  }): Change => ({
    of: (ports) => ({
      ...ports,
      ledger: {
        readPerson: async (access, person) => {
          const found = await ports.ledger.readPerson(access, person);
          return change.readPerson === undefined ? found : change.readPerson(found);
        },
        readStanding: async (access, contactId) => {
          const found = await ports.ledger.readStanding(access, contactId);
          return change.readStanding === undefined ? found : change.readStanding(found);
        },
      },
    }),
  }),
};

export const KILLED = 'killed';
type Fate = 'before' | 'after' | 'no';

/** Now and then a process ends: before a call, or after it was done. */
export const dying = (seed = 0): (() => Fate) => {
  let state = seed * 2_654_435_761;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const drawn = Math.floor(state / 65_536) % 12;
    return drawn === 0 ? 'before' : drawn === 1 ? 'after' : 'no';
  };
};

const mortal = <P extends object>(port: P, dies: () => Fate): P =>
  new Proxy(port, {
    get: (target, name) => {
      const member = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...given: unknown[]) => {
        const when = dies();
        if (when === 'before') throw new Error(KILLED);
        const done = await Reflect.apply(member, target, given);
        if (when === 'after') throw new Error(KILLED);
        return done;
      };
    },
  });

/** Ports of a process that may end at any call. */
export const killed = (ports: RunExportPorts, dies: () => Fate): RunExportPorts => ({
  ...ports,
  heldData: mortal(ports.heldData, dies),
  exportJobs: mortal(ports.exportJobs, dies),
  exportFiles: mortal(ports.exportFiles, dies),
  contents: mortal(ports.contents, dies),
});
