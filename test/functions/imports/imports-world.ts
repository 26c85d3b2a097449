import { aWorldOfLists, type ListsWorld } from '../jobs/lists-world.ts';
import { ADVERTISER } from '../support/api.ts';

/** The sheet of a list that was kept by hand. */
export const SHEET = {
  source: 'Registre tenu par le service client',
  collectedFrom: '2019-03-01',
  collectedUntil: '2026-11-20',
  zone: 'Europe/Paris',
  approver: { name: 'Jeanne Roy' },
};

export interface ImportsWorld extends ListsWorld {
  /** Asks for the check of a file, and lets it be done. Resolves to the job as it is then. */
  check(file: string | Buffer, asked?: object): Promise<Shown>;
  /** Commits a check, and lets it be done. */
  commit(check: Shown): Promise<Shown>;
  /** The lines of a report: line, column and code. */
  reported(job: Shown): Promise<readonly string[]>;
  /** What is shown of the contact of this address; `undefined`: nothing is recorded. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes are read in tests.
  known(contact: object): Promise<any>;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes are read in tests.
type Shown = any;

/** A world in which files are imported. */
export const aWorldOfImports = async (): Promise<ImportsWorld> => withImports(await aWorldOfLists());

const withImports = <W extends ListsWorld>(world: W): W & ImportsWorld => {
  const shown = async (jobId: string): Promise<Shown> => (await world.call('get-job', { path: { jobId } })).body;
  return {
    ...world,
    check: async (file, asked = {}) => {
      const body = {
        ...{ advertiserId: ADVERTISER, name: 'Anciennes oppositions', rows: 'oppositions', by: 'email' },
        ...{ uploadId: await world.upload(file), provenance: SHEET, ...asked },
      };
      const begun = await world.call('begin-import', { body });
      if (begun.status !== 202) throw new Error(`begin-import answered ${begun.status}: ${begun.text}`);
      await world.work();
      return shown(begun.body.jobId);
    },
    commit: async ({ jobId }) => {
      const begun = await world.call('commit-import', { path: { jobId } });
      if (begun.status !== 202) throw new Error(`commit-import answered ${begun.status}: ${begun.text}`);
      await world.work();
      return shown(begun.body.jobId);
    },
    reported: async ({ reportUrl }) => {
      if (reportUrl === undefined) return [];
      const text = await (await fetch(reportUrl)).text();
      return text
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',').slice(0, 3).join(','));
    },
    known: async (contact) => {
      const { status, body } = await world.call('look-up-contact', { body: { advertiserId: ADVERTISER, contact } });
      return status === 200 ? body : undefined;
    },
  };
};
