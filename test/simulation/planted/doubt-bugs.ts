import type { Bug } from './bug.ts';

const CLOSING = 'now > addSeconds(nobodyAfter(campaign, occurrence), WORKERS_KNOW_SECONDS)';

/** Bugs of what two workers of one chunk say of somebody whom one of them writes to, and of clocks that are ahead. */
export const DOUBT_BUGS: readonly Bug[] = [
  {
    name: 'cancelled while another worker still writes',
    kind: 'campaigns-500',
    edits: [
      {
        file: 'shared/app/campaigns/sending/recipient-outcome.ts',
        find: 'now > nobodyAfter(campaign, occurrence);',
        put: "campaign.control === 'cancelled' || now > nobodyAfter(campaign, occurrence);",
      },
      {
        file: 'shared/app/campaigns/dispatching/look-at-run.ts',
        find: CLOSING,
        put: `(campaign.control === 'cancelled' || ${CLOSING})`,
      },
    ],
  },
  {
    name: 'ended by one clock while a worker writes by another',
    kind: 'campaigns-20',
    edits: [
      {
        file: 'shared/app/campaigns/sending/take-recipient.ts',
        find: "concludingVerdict(message, before).outcome === 'allow'",
        put: 'false',
      },
    ],
  },
  {
    name: 'refused while another worker hands over on what it read before',
    kind: 'campaigns-20',
    edits: [
      {
        file: 'shared/app/campaigns/sending/look-again.ts',
        find: 'sent.every(({ isInDoubt }) => isInDoubt !== true)',
        put: 'true',
      },
    ],
  },
  {
    name: 'hours that begin by a clock which may be ahead',
    edits: [
      {
        file: 'shared/app/send/send-once.ts',
        find: "  if (hasJustOpened(vetted.request)) return { end: 'hour-just-begun' };\n",
        put: '',
      },
    ],
  },
];
