import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { ASKED_IN_CENTRE, type AskedInCentre, type CENTRE_FIELDS } from '#shared/domain/centre/asked.ts';
import { FormReference } from '#shared/domain/consent/form-version.ts';
import { type ReasonGiven, reasonGivenIn } from '#shared/domain/opposition/reason-given.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { type Acknowledged, acknowledgedOf } from '#shared/domain/rights/acknowledgement.ts';
import { RightsWords } from '#shared/domain/rights/rights-request.ts';
import { opposeByLink } from '../oppositions/oppose-by-link.ts';
import { type OppositionNotice, showOppositionPage } from '../oppositions/show-opposition-page.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';
import type { RecordRequestPorts } from '../rights/record-request.ts';
import { type AgreePorts, agreeInCentre } from './agree-in-centre.ts';
import { askInCentre } from './ask-in-centre.ts';
import { chosenIn } from './chosen-in.ts';
import { type ConfirmPorts, confirmInCentre } from './confirm-in-centre.ts';
import { type NotOpened, type OpenPorts, openCentre } from './open-centre.ts';
import { type CodeSent, type SendCodePorts, sendCode } from './send-code.ts';
import { type HeldPorts, type ShownCentre, showHeld } from './show-held.ts';

/** What stops, and nothing that could keep it from that. */
type StopPorts = Parameters<typeof opposeByLink>[0] & Pick<OpenPorts, 'clock' | 'codeKeys'>;

/** What all else in the centre needs. */
export type CentrePorts = StopPorts &
  SendCodePorts &
  OpenPorts &
  HeldPorts &
  RecordRequestPorts &
  AgreePorts &
  ConfirmPorts;

/** A form of the centre, as it was sent by its link. */
export interface ActInCentre {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  /** Empty where there is none. */
  readonly field: (name: (typeof CENTRE_FIELDS)[number]) => string;
  readonly receivedSha256: string;
  readonly languageOr: (otherwise: ReaderLanguage) => ReaderLanguage;
  /** Called once a stop, a consent or a request is recorded: whatever fails or lasts too long from then on, that is the answer. */
  readonly onRecorded?: ((answer: CentreAnswer) => void) | undefined;
  /** Counts why somebody stopped: given the reason alone, so that nobody learns whose it is. */
  readonly countReason: (reason: ReasonGiven) => void;
}

/** Why the centre is not open, or no more. */
export type Before =
  | CodeSent
  | NotOpened
  /** The pass is over, or none. */
  | 'closed'
  | 'stopped'
  /** They said why they stopped. */
  | 'thanked'
  | 'not-understood'
  /** It is recorded, and what is held cannot be shown now. */
  | 'agreed'
  | AcknowledgedNow;

/** A request of the person that is recorded. */
export interface AcknowledgedNow {
  /** The advertiser had received it, and they said now that it is theirs. */
  readonly isConfirmed?: true | undefined;
  readonly kind: AskedInCentre;
  readonly acknowledged: Acknowledged;
}

/** What was done in the open centre. `settled`: nothing, since no such request waits to be confirmed. */
export type Done = 'stopped' | 'thanked' | 'agreed' | 'wrong-words' | 'settled' | AcknowledgedNow;

/** What the next page shows. `recorded`: an opposition, and who writes cannot be shown now. */
export type CentreAnswer =
  | { readonly page: 'closed'; readonly notice: OppositionNotice; readonly before: Before }
  | { readonly page: 'open'; readonly shown: ShownCentre; readonly pass: string; readonly done?: Done | undefined }
  | { readonly page: 'recorded' };

type Ports = { readonly stopping: StopPorts; readonly centre: () => Promise<CentrePorts> };

/**
 * Does what a form of the preference centre asks. To stop asks for nothing but the link; once the code was typed, it speaks for the
 * person. All else that shows or changes something asks for the code.
 */
export const actInCentre = (ports: Ports, command: ActInCentre): Promise<CentreAnswer> =>
  command.field('act') === 'stop' ? stop(ports, command) : answer(ports, command);

const answer = async ({ centre }: Ports, command: ActInCentre): Promise<CentreAnswer> => {
  const { access, link, field, languageOr } = command;
  const ports = await centre();
  const notice = await showOppositionPage(ports, access, link);
  const closed = (before: Before) => ({ page: 'closed', notice, before }) as const;
  const act = field('act');
  if (act === 'code') return closed(await sendCode(ports, { access, link, language: languageOr(notice.locale) }));
  if (act === 'open') {
    const show = () => showHeld(ports, { access, link });
    const opened = await openCentre(ports, { access, link, typed: field('code'), show });
    return typeof opened === 'string' ? closed(opened) : { page: 'open', ...opened };
  }
  if (act === 'reason') return (await giveReason(ports, command)) ?? closed('thanked');
  const once = ONCE_OPEN.get(act);
  if (once === undefined) return closed('not-understood');
  if (!(await isOpen(ports, command))) return closed('closed');
  return (await once(ports, command, closed)) ?? closed('not-understood');
};

const isOpen = async (
  { codeKeys, clock }: Pick<OpenPorts, 'clock' | 'codeKeys'>,
  { access, link, field }: ActInCentre,
): Promise<boolean> => {
  const of = { advertiserId: access.advertiserId, contactId: link.contactId };
  return (await codeKeys()).isPass(field('pass'), of, clock.now());
};

const open = async (
  ports: HeldPorts,
  { access, link }: ActInCentre,
  state: { readonly pass: string; readonly done?: Done },
): Promise<CentreAnswer> => ({ page: 'open', shown: await showHeld(ports, { access, link }), ...state });

/** Counts a reason of the list, and nothing else. `undefined`: the centre is not open, or cannot be shown now. */
const giveReason = async (ports: CentrePorts, command: ActInCentre): Promise<CentreAnswer | undefined> => {
  const reason = reasonGivenIn(command.field('reason'));
  if (reason !== undefined) command.countReason(reason);
  const pass = command.field('pass');
  if (pass === '' || !(await isOpen(ports, command).catch(() => false))) return undefined;
  return open(ports, command, { pass, done: 'thanked' }).catch(() => undefined);
};

/** The same page without what is held, where that cannot be shown. */
type Closed = (done: 'agreed' | AcknowledgedNow) => CentreAnswer;

/** Once it is recorded, that is the answer, whether or not what is held can be shown. */
const recordedAs = (ports: CentrePorts, command: ActInCentre, closed: Closed, done: Parameters<Closed>[0]) => {
  command.onRecorded?.(closed(done));
  return open(ports, command, { pass: command.field('pass'), done }).catch(() => closed(done));
};

/** `undefined`: nothing that is asked for here. */
const ask = async (ports: CentrePorts, command: ActInCentre, closed: Closed): Promise<CentreAnswer | undefined> => {
  const { access, link, field } = command;
  const pass = field('pass');
  const kind = ASKED_IN_CENTRE.find((each) => each === field('kind'));
  if (kind === undefined) return undefined;
  const typed = field('words').trim();
  const words = typed === '' ? undefined : RightsWords.safeParse(typed);
  if (words?.success === false) return open(ports, command, { pass, done: 'wrong-words' });
  const recorded = await askInCentre(ports, { access, link, kind, words: words?.data, pass });
  if (recorded === undefined) return open(ports, command, { pass });
  const acknowledged = acknowledgedOf(recorded.request, ports.clock.now());
  return recordedAs(ports, command, closed, { kind, acknowledged });
};

/** `undefined`: nothing that can be agreed to here. */
const agree = async (ports: CentrePorts, command: ActInCentre, closed: Closed): Promise<CentreAnswer | undefined> => {
  const { access, link, field } = command;
  const [pass, seen] = [field('pass'), field('seen')];
  const [formId, version] = field('of').split('@');
  const form = FormReference.safeParse({ formId, version });
  if (!form.success) return undefined;
  const became = await agreeInCentre(ports, { access, link, form: form.data, pass, seen });
  if (became === 'not-offered') return undefined;
  return became === 'stopped-since' ? open(ports, command, { pass }) : recordedAs(ports, command, closed, 'agreed');
};

/** The person says which request that the advertiser received is theirs. */
const confirm = async (ports: CentrePorts, command: ActInCentre, closed: Closed): Promise<CentreAnswer> => {
  const { access, link, field } = command;
  const request = await confirmInCentre(ports, { access, link, mark: field('of') });
  const kind = ASKED_IN_CENTRE.find((each) => each === request?.kind);
  if (request === undefined || kind === undefined)
    return open(ports, command, { pass: field('pass'), done: 'settled' });
  const acknowledged = acknowledgedOf(request, ports.clock.now());
  return recordedAs(ports, command, closed, { kind, acknowledged, isConfirmed: true });
};

/** What asks for the code, by the name of its form. */
const ONCE_OPEN: ReadonlyMap<string, typeof ask> = new Map<string, typeof ask>([
  ['ask', ask],
  ['agree', agree],
  ['mine', confirm],
]);

const stop = async ({ stopping, centre }: Ports, command: ActInCentre): Promise<CentreAnswer> => {
  const { access, link, field, receivedSha256, onRecorded } = command;
  const isKnown = await isOpen(stopping, command).catch(() => false);
  const notice = await opposeByLink(stopping, {
    ...{ access, link, receivedSha256, isKnown, isOneClick: false, everything: false },
    chosen: chosenIn(field('of'), link),
    onRecorded: () => onRecorded?.({ page: 'recorded' }),
  });
  // It is recorded: what cannot be shown now keeps nobody from learning that.
  const recorded: CentreAnswer =
    notice === undefined ? { page: 'recorded' } : { page: 'closed', notice, before: 'stopped' };
  if (!isKnown) return recorded;
  onRecorded?.(recorded);
  return centre()
    .then((ports) => open(ports, command, { pass: field('pass'), done: 'stopped' }))
    .catch(() => recorded);
};
