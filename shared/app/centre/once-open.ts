import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import {
  ASK_LINES,
  ASKED_IN_CENTRE,
  type AskLine,
  type CENTRE_FIELDS,
  NEEDS_WORDS,
  type NeedsWords,
} from '#shared/domain/centre/asked.ts';
import { FormReference } from '#shared/domain/consent/form-version.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { type Acknowledged, acknowledgedOf } from '#shared/domain/rights/acknowledgement.ts';
import { RightsWords } from '#shared/domain/rights/rights-request.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';
import { type AgreedNow, type AgreePorts, agreeInCentre } from './agree-in-centre.ts';
import { type AskPorts, askInCentre, type SaidTo } from './ask-in-centre.ts';
import { type ConfirmPorts, confirmInCentre } from './confirm-in-centre.ts';

export type OnceOpenPorts = AskPorts & AgreePorts & ConfirmPorts;

/** A form of the centre, as it was sent by its link. */
export interface FormOfCentre {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  /** Empty where there is none. */
  readonly field: (name: (typeof CENTRE_FIELDS)[number]) => string;
  /** In which their browser asks for pages. */
  readonly languageOr: (otherwise: ReaderLanguage) => ReaderLanguage;
}

/** A request of the person that is recorded. */
export interface AcknowledgedNow {
  /** The advertiser had received it, and they said now that it is theirs. */
  readonly isConfirmed?: true | undefined;
  /** The line that they chose, or that of what was received. */
  readonly kind: AskLine;
  readonly acknowledged: Acknowledged;
}

/** Why nothing was asked: no line was chosen, nothing is written where nobody can answer without, or what is written cannot be read. */
export type NotAsked = 'no-kind' | 'wrong-words' | { readonly missing: NeedsWords };

/** What a form of the open centre came to. `saidTo`: where it is to be said that a request is recorded. `settled`: nothing, since no such request waits to be confirmed. `undefined`: it is no form of ours. */
type OnceOpened =
  | { readonly recorded: AgreedNow | AcknowledgedNow; readonly saidTo?: SaidTo | undefined }
  | { readonly shows: 'settled' | NotAsked | undefined }
  | undefined;

type Act = (ports: OnceOpenPorts, command: FormOfCentre) => Promise<OnceOpened>;

const ask: Act = async (ports, { access, link, field, languageOr }) => {
  const line = ASK_LINES.find((each) => each === field('kind'));
  if (line === undefined) return { shows: 'no-kind' };
  const kind = line === 'recipients' ? 'access' : line;
  const written = field('words').trim();
  const missing = NEEDS_WORDS.find((each) => each === kind);
  if (written === '' && missing !== undefined) return { shows: { missing } };
  const typed = written === '' ? undefined : RightsWords.safeParse(written);
  if (typed?.success === false) return { shows: 'wrong-words' };
  // What was chosen is a part of what they said: whoever answers must know which part of access it is about. It takes nothing of their room.
  const chosen =
    line === 'recipients'
      ? CENTRE_WORDS[languageOr((await knownAdvertiser(ports.advertisers, access)).locale)].errands.knowRecipients
      : undefined;
  const words = [chosen, typed?.data].filter((each) => each !== undefined).join('\n') || undefined;
  const asked = { access, link, kind, words, pass: field('pass') };
  const recorded = await askInCentre(ports, line === 'recipients' ? { ...asked, line } : asked);
  if (recorded === undefined) return { shows: undefined };
  const { request, saidTo } = recorded;
  return { recorded: { kind: line, acknowledged: acknowledgedOf(request, ports.clock.now()) }, saidTo };
};

const agree: Act = async (ports, { access, link, field }) => {
  const [formId, version] = field('of').split('@');
  const form = FormReference.safeParse({ formId, version });
  if (!form.success) return undefined;
  const became = await agreeInCentre(ports, {
    access,
    link,
    form: form.data,
    pass: field('pass'),
    seen: field('seen'),
  });
  if (became === 'not-offered') return undefined;
  return became === 'stopped-since' ? { shows: undefined } : { recorded: became };
};

/** The person says which request that the advertiser received is theirs. */
const confirm: Act = async (ports, { access, link, field }) => {
  const request = await confirmInCentre(ports, { access, link, mark: field('of') });
  const kind = ASKED_IN_CENTRE.find((each) => each === request?.kind);
  if (request === undefined || kind === undefined) return { shows: 'settled' };
  const acknowledged = acknowledgedOf(request, ports.clock.now());
  return { recorded: { kind, acknowledged, isConfirmed: true } };
};

/** What asks for the code, by the name of its form. */
export const ONCE_OPEN: ReadonlyMap<string, Act> = new Map([
  ['ask', ask],
  ['agree', agree],
  ['mine', confirm],
]);
