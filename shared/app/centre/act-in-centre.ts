import { stillNextAt } from '#shared/domain/centre/code.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { type ReasonGiven, reasonGivenIn } from '#shared/domain/opposition/reason-given.ts';
import { opposeByLink } from '../oppositions/oppose-by-link.ts';
import { type OppositionNotice, showOppositionPage } from '../oppositions/show-opposition-page.ts';
import type { AgreedNow } from './agree-in-centre.ts';
import { chosenIn } from './chosen-in.ts';
import { type AcknowledgedNow, type FormOfCentre, type NotAsked, ONCE_OPEN, type OnceOpenPorts } from './once-open.ts';
import { type NotOpened, type Opened, type OpenPorts, openCentre } from './open-centre.ts';
import { sayAsked } from './say-asked.ts';
import { type CodeSent, type SendCodePorts, sendCode } from './send-code.ts';
import { type HeldPorts, type ShownCentre, showHeld } from './show-held.ts';

/** What stops, and nothing that could keep it from that. */
type StopPorts = Parameters<typeof opposeByLink>[0] & Pick<OpenPorts, 'clock' | 'codeKeys'>;

/** What all else in the centre needs. */
export type CentrePorts = StopPorts & SendCodePorts & OpenPorts & HeldPorts & OnceOpenPorts;

/** A form of the centre, with whom it is answered to. */
export interface ActInCentre extends FormOfCentre {
  readonly receivedSha256: string;
  /** Called once a stop, a consent or a request is recorded: whatever fails or lasts too long from then on, that is the answer. */
  readonly onRecorded?: ((answer: CentreAnswer) => void) | undefined;
  /** Counts why somebody stopped: given the reason alone, so that nobody learns whose it is. */
  readonly countReason: (reason: ReasonGiven) => void;
  /** Called where a request is recorded and could not be said at their address: the provider's cause, or what was thrown. */
  readonly onNotSaid: (why: NotSaid) => void;
}

/** Why a request was not said. */
export type NotSaid = { readonly cause: string } | { readonly thrown: unknown };

/** A stop that is recorded, and of what. */
export interface StoppedNow {
  readonly stopped: OppositionScope;
}

/** A code that does not open, typed on a page that said by when another one may be asked for. */
interface WrongLast {
  readonly became: 'wrong-code';
  readonly at: Instant;
  readonly nextAt: Instant;
}

/** Why the centre is not open, or no more. */
export type Before =
  | CodeSent
  | NotOpened
  | WrongLast
  /** They have a code that was sent before. */
  | 'has-code'
  /** The pass is over, or none. */
  | 'closed'
  | StoppedNow
  /** They said why they stopped. */
  | 'thanked'
  | 'not-understood'
  /** It is recorded, and what is held cannot be shown now. */
  | AgreedNow
  | AcknowledgedNow;

/** What was done in the open centre, or why nothing was. */
export type Done = StoppedNow | 'thanked' | AgreedNow | 'settled' | NotAsked | AcknowledgedNow;

/** What the next page shows. `sheet`: a value of chance for a page on which a code is typed, never one that came in. `recorded`: an opposition, and who writes cannot be shown now. */
export type CentreAnswer =
  | { readonly page: 'closed'; readonly notice: OppositionNotice; readonly before: Before; readonly sheet: string }
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
  const closed: Closed = (before) => ({ page: 'closed', notice, before, sheet: ports.newId() });
  const act = field('act');
  if (act === 'code') {
    const asked = { language: languageOr(notice.locale), isAnother: field('again') !== '' };
    return closed(await sendCode(ports, { access, link, ...asked }));
  }
  if (act === 'have') return closed('has-code');
  if (act === 'open') {
    const show = () => showHeld(ports, { access, link });
    const typed = { typed: field('code'), sheet: field('sheet') };
    const opened = await openCentre(ports, { access, link, ...typed, show });
    if (isOpened(opened)) return { page: 'open', ...opened };
    const at = ports.clock.now();
    const nextAt = stillNextAt(field('next'), at);
    return closed(nextAt === undefined ? opened : { became: opened, at, nextAt });
  }
  if (act === 'reason') return (await giveReason(ports, command)) ?? closed('thanked');
  const once = ONCE_OPEN.get(act);
  if (once === undefined) return closed('not-understood');
  if (!(await isOpen(ports, command))) return closed('closed');
  const pass = field('pass');
  const came = await once(ports, command);
  if (came === undefined) return closed('not-understood');
  if (!('recorded' in came)) return open(ports, command, { pass, done: came.shows });
  // Once it is recorded, that is the answer, whether or not what is held can be shown.
  const recorded = closed(came.recorded);
  command.onRecorded?.(recorded);
  const { recorded: asked, saidTo: to } = came;
  if (to !== undefined && 'acknowledged' in asked) {
    const said = sayAsked(ports, { access, link, language: languageOr(notice.locale), asked, to });
    const why = await said.then(notTaken, (thrown: unknown) => ({ thrown }));
    if (why !== undefined) command.onNotSaid(why);
  }
  return open(ports, command, { pass, done: came.recorded }).catch(() => recorded);
};

const notTaken = (cause: string | undefined): NotSaid | undefined => (cause === undefined ? undefined : { cause });

const isOpened = <T>(opened: Opened<T>): opened is Exclude<Opened<T>, NotOpened> =>
  typeof opened === 'object' && 'pass' in opened;

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
  state: { readonly pass: string; readonly done?: Done | undefined },
): Promise<CentreAnswer> => ({ page: 'open', shown: await showHeld(ports, { access, link }), ...state });

/** Counts a reason of the list, and nothing else. `undefined`: the centre is not open, or cannot be shown now. */
const giveReason = async (ports: CentrePorts, command: ActInCentre): Promise<CentreAnswer | undefined> => {
  const reason = reasonGivenIn(command.field('reason'));
  if (reason !== undefined) command.countReason(reason);
  const pass = command.field('pass');
  if (pass === '' || !(await isOpen(ports, command).catch(() => false))) return undefined;
  return open(ports, command, { pass, done: 'thanked' }).catch(() => undefined);
};

/** The page without what is held. */
type Closed = (before: Before) => CentreAnswer;

const stop = async ({ stopping, centre }: Ports, command: ActInCentre): Promise<CentreAnswer> => {
  const { access, link, field, receivedSha256, onRecorded } = command;
  const isKnown = await isOpen(stopping, command).catch(() => false);
  const chosen = chosenIn(field('of'), link);
  const notice = await opposeByLink(stopping, {
    access,
    link,
    receivedSha256,
    isKnown,
    isOneClick: false,
    everything: false,
    chosen,
    onRecorded: () => onRecorded?.({ page: 'recorded' }),
  });
  // It is recorded: what cannot be shown now keeps nobody from learning that.
  const recorded: CentreAnswer =
    notice === undefined ? { page: 'recorded' } : { page: 'closed', notice, before: { stopped: chosen }, sheet: '' };
  if (!isKnown) return recorded;
  onRecorded?.(recorded);
  return centre()
    .then((ports) => open(ports, command, { pass: field('pass'), done: { stopped: chosen } }))
    .catch(() => recorded);
};
