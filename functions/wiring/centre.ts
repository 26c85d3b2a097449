import { randomBytes } from 'node:crypto';
import { addressOfLinkOf } from '#shared/adapters/dynamodb/centre/address-of-link.ts';
import { askedRequestsOf } from '#shared/adapters/dynamodb/centre/asked-requests.ts';
import { codesOf } from '#shared/adapters/dynamodb/centre/codes.ts';
import { disclosuresOf } from '#shared/adapters/dynamodb/partners/disclosures.ts';
import type { CentrePorts } from '#shared/app/centre/act-in-centre.ts';
import { byLedger, leftInReads } from '#shared/app/retention/left-of-contact.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import type { manifest } from '../manifest.ts';
import {
  acceptedMessages,
  advertisers,
  clock,
  codeKeys,
  formVersions,
  ledger,
  ledgerWithoutAddresses,
  newId,
  pause,
  reviews,
  table,
  templates,
  vetReads,
} from '../wiring.ts';
import { sameAddress, sentMessages } from './recipients.ts';
import { recordingRequests } from './rights.ts';
import { answeredLinks, answeringTexts } from './routes/texts.ts';
import { mails } from './sender.ts';

/** The composition root of the preference centre. */
type Env = EnvironmentOf<(typeof manifest)['use-preference-centre']>;

/** What stops: it waits for no key of fingerprints. */
export const stopping = (env: Env) => ({
  ledger: ledgerWithoutAddresses(env),
  advertisers: advertisers(env),
  messages: sentMessages(env),
  templates: templates(env),
  sameAddress: sameAddress(env),
  codeKeys: () => codeKeys(env),
  clock,
  pause,
});

/** All of it. */
export const centre = async (env: Env): Promise<CentrePorts> => {
  const requests = await recordingRequests(env);
  const { fingerprints } = requests;
  return {
    ...requests,
    ...stopping(env),
    addressOfLink: addressOfLinkOf({
      vetReads: leftInReads({ ...stopping(env), ...byLedger(ledgerWithoutAddresses(env)), vetReads: vetReads(env) }),
      fingerprints,
      messages: acceptedMessages(env),
      clock,
    }),
    askedRequests: askedRequestsOf({ ...table(env), clock }),
    disclosures: disclosuresOf({ ...table(env), clock }),
    codes: codesOf(table(env)),
    keepingLedger: ledger(env),
    formVersions: formVersions(env),
    reviews: reviews(env),
    providers: { email: mails(env), sms: answeringTexts(env) },
    answeredAt: { sms: answeredLinks(env) },
    newId,
    chance: (size) => randomBytes(size),
  };
};
