import { consent, contact, decide } from '../fixtures.ts';
import type { Fields } from '../world.ts';

const CHILD = { ageBand: 'under-15' };
const linked = (address: number, when: string, more: Fields = {}) =>
  contact(when, { personRef: 'p', ...more }, { address });
const BOTH = { addresses: [{ email: 'claire@gmail.com' }, { phone: '+33612345678' }] };
decide('what is known of a human at one address (art. 45 LIL, D1)', [
  [
    'a child, said at the telephone before the link',
    'refuse',
    'MINOR_CONSENT_INVALID',
    {
      ...BOTH,
      acts: [
        linked(1, '2026-01-01T10:00:00Z', CHILD),
        linked(0, '2026-01-02T10:00:00Z'),
        consent('2026-02-01T10:00:00Z'),
      ],
    },
  ],
  [
    'a child, said at the telephone before the link, against the word of before',
    'refuse',
    'MINOR_CONSENT_INVALID',
    {
      ...BOTH,
      acts: [
        contact('2026-01-01T09:00:00Z', { ageBand: 'adult' }),
        linked(1, '2026-01-01T10:00:00Z', CHILD),
        linked(0, '2026-01-02T10:00:00Z'),
        consent('2026-02-01T10:00:00Z'),
      ],
    },
  ],
  [
    'a child, said at the telephone after the consent',
    'refuse',
    'MINOR_CONSENT_INVALID',
    {
      ...BOTH,
      acts: [
        linked(0, '2026-01-01T10:00:00Z'),
        linked(1, '2026-01-01T10:00:00Z'),
        consent('2026-02-01T10:00:00Z'),
        linked(1, '2026-03-01T10:00:00Z', CHILD),
      ],
    },
  ],
  [
    'grown up, said at the telephone: what was agreed to before',
    'refuse',
    'MINOR_CONSENT_INVALID',
    {
      ...BOTH,
      acts: [
        linked(0, '2026-01-01T10:00:00Z', CHILD),
        linked(1, '2026-01-01T10:00:00Z'),
        consent('2026-02-01T10:00:00Z'),
        linked(1, '2026-03-01T10:00:00Z', { ageBand: 'adult' }),
      ],
    },
  ],
  [
    'grown up, said at the telephone: what was agreed to since',
    'allow',
    'OK_CONSENT',
    {
      ...BOTH,
      acts: [
        linked(0, '2026-01-01T10:00:00Z', CHILD),
        linked(1, '2026-01-01T10:00:00Z'),
        linked(1, '2026-03-01T10:00:00Z', { ageBand: 'adult' }),
        consent('2026-04-01T10:00:00Z'),
      ],
    },
  ],
]);
