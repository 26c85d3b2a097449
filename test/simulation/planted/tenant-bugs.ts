import type { Bug } from './bug.ts';

const TENANTS = 'shared/app/campaigns/dispatching/with-tenants.ts';
const COUNT = 'shared/app/campaigns/sending/count-in-a-row.ts';
const kind = 'campaigns-20';

/** Bugs of what is done where SES stops one advertiser, and where a provider does not answer. */
export const TENANT_BUGS: readonly Bug[] = [
  {
    name: 'whom SES has stopped is tried each minute',
    kind,
    edits: [
      {
        file: TENANTS,
        find: 'if (isStopped === true) return { ...each, isStoppedByProvider: true, mayWork: false };',
        put: 'if (isStopped === true) return { ...each, isStoppedByProvider: true };',
      },
    ],
  },
  {
    name: 'a share is kept for whom SES has stopped',
    kind,
    edits: [
      {
        file: TENANTS,
        find: 'if (isStopped === true) return { ...each, isStoppedByProvider: true, mayWork: false };',
        put: 'if (isStopped === true) return { ...each, isStoppedByProvider: true, isUntaken: false };',
      },
      {
        file: 'shared/app/campaigns/dispatching/dispatch-minute.ts',
        find: '  const { found, share, lost } = shared;',
        put: '  const { found, lost } = shared;\n  const share = found.isStoppedByProvider === true ? 0 : shared.share;',
      },
    ],
  },
  {
    name: 'whom SES stopped once is not asked for again',
    kind,
    edits: [
      {
        file: TENANTS,
        find: '    const isStopped = answers.get(tenantOf(each));',
        put: '    const isStopped = noted.has(tenantOf(each)) || answers.get(tenantOf(each));',
      },
    ],
  },
  {
    name: 'SES is asked of everybody in each minute',
    kind,
    edits: [{ file: TENANTS, find: 'mayAsk(each) && isRefused(each.occurrence)', put: 'mayAsk(each)' }],
  },
  {
    name: 'five of a chunk alone are counted',
    kind,
    edits: [
      {
        file: COUNT,
        find: `await runs
    .countInARow(of.access, occurrence, counting)
    .catch(() => inARowAfter(occurrence.inARow, counting) ?? occurrence.inARow);`,
        put: 'inARowAfter(undefined, counting);',
      },
    ],
  },
];
