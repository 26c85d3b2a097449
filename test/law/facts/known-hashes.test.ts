import { expect, test } from 'vitest';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { aConsent, aSale, aStanding, aVetRequest, NOW, SIREN } from '../../support/builders.ts';

/**
 * A stored verdict says what its facts hashed to, and is given again by that. So a fact that is new is `undefined` where it does not
 * concern a message, and these remain as they were when edition 2026-11-30.3 was published; of what is said of an address at a host of its
 * own, where nothing else is recorded, when edition 2026-12-01.2 was.
 */
const contract = aSale({
  type: 'service-contract',
  relation: { state: 'running', shownBy: { contractReference: 'C-9' } },
});
const profession = {
  function: 'restaurant-manager',
  noticeGivenAt: NOW,
  refusalOfferedAt: NOW,
  source: { kind: 'public-source', collectedAt: NOW },
} as const;
const KNOWN: readonly (readonly [string, Parameters<typeof aVetRequest>[0], string])[] = [
  ['nobody known', { isPublicMailbox: true }, '0e71cbf42f7b05b3e586fc2562312b51ab7f572602aac5924d2d923298025094'],
  ['nobody known at a host of its own', {}, '89de3681f5db3a7ab07e3ed9af3c9bf848f8e014d23dd71c4cbf106babad62fb'],
  [
    'a consent',
    { standing: aStanding({ consents: [aConsent()] }) },
    '4744997f7d7083f8a66053056244c0a2ecd5741925b6d1fd6e1c509d89033963',
  ],
  [
    'a sale',
    { standing: aStanding({ sales: [aSale()] }) },
    'a4117beebf2f332c4d66e7402c3fa537ad379d21f70ff53a29039aada1b519e8',
  ],
  [
    'a contract that runs',
    { standing: aStanding({ sales: [contract] }) },
    'cc7b2bb6bcbcbb2b74c598744d4158c809d4e9e17dfc96da4e4b18356cac7508',
  ],
  [
    'a professional',
    { address: 'jean@bistrot.example', standing: aStanding({ declared: { kind: 'professional', profession } }) },
    '54875140a13ae2691c4202a56df7fe8ea3d7449f96abd8de45f72475bcd25431',
  ],
  [
    'the office of a company',
    {
      address: 'contact@bistrot.example',
      standing: aStanding({ declared: { kind: 'legal-person', organisation: { siren: SIREN, legalForm: 'company' } } }),
    },
    '04c5ade4e4f3ec07d7f8ec8733239fc9d86aa0bcd851a602f4fc6033c78dda25',
  ],
];

test.each(KNOWN)('the facts of a message to %s have the hash that verdicts were stored with', (_, request, hash) => {
  expect(sha256OfJson(prepareFacts(aVetRequest(request)))).toBe(hash);
});
