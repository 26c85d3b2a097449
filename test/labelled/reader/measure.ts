import { signsOfVersion } from '#shared/app/settings/reading/signs-of-version.ts';
import type { TemplateReader } from '#shared/app/settings/reading/template-reader.port.ts';
import type { Content } from '#shared/domain/message/content.ts';
import { valuesCarryOffer } from '#shared/domain/message/value-signs.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { isTransactional, type LabelledMessage } from '#tools/signs/labelled.ts';

/** The content of a message as its author puts it. */
export const contentOf = ({ subject, html, text = '' }: LabelledMessage): Content => {
  if (subject === undefined) return { text };
  return html === undefined ? { subject, text } : { subject, html };
};

/** What a template reader makes of messages to people who refused everything, once a second key approved their templates. */
export interface MeasuredReader {
  /** Promoting and mixed ones that go: the aim is none. */
  readonly promotingThatGo: readonly string[];
  readonly promoting: number;
  /** Transactional ones that wait for a human: the aim is a tenth at most. */
  readonly transactionalThatWait: readonly string[];
  readonly transactional: number;
  /** Those for which the reader had no answer, with why. */
  readonly withoutAnswer: readonly string[];
}

const nameOf = ({ writer, id }: LabelledMessage): string => `${writer}/${id}`;

/** Asked at once: a new account has few requests a minute, and a throttled one is asked again. */
const AT_ONCE = 4;

const measureOne = async (message: LabelledMessage, reader: TemplateReader) => {
  const { reason, ownHosts = [], values = {} } = message;
  const saidFor = { reason, ownHosts, products: [] };
  const { offerSigns, assessment } = await signsOfVersion(reader, contentOf(message), saidFor, toInstant(0));
  const goes = offerSigns.length === 0 && !valuesCarryOffer(values, { reason, ownHosts });
  return { message, goes, why: assessment?.why };
};

/** Has each message read once, as a template that is stored is read, with what its values bring (docs/decisions/0119). */
export const measureReader = async (
  messages: readonly LabelledMessage[],
  readerOf: (message: LabelledMessage) => TemplateReader,
): Promise<MeasuredReader> => {
  const measured: Awaited<ReturnType<typeof measureOne>>[] = [];
  for (let from = 0; from < messages.length; from += AT_ONCE) {
    const next = messages.slice(from, from + AT_ONCE);
    measured.push(...(await Promise.all(next.map((message) => measureOne(message, readerOf(message))))));
  }
  const transactional = measured.filter(({ message }) => isTransactional(message));
  const promoting = measured.filter(({ message }) => !isTransactional(message));
  return {
    promotingThatGo: promoting.filter(({ goes }) => goes).map(({ message }) => nameOf(message)),
    promoting: promoting.length,
    transactionalThatWait: transactional.filter(({ goes }) => !goes).map(({ message }) => nameOf(message)),
    transactional: transactional.length,
    withoutAnswer: measured.flatMap(({ message, why }) => (why === undefined ? [] : [`${nameOf(message)} (${why})`])),
  };
};

const listed = (names: readonly string[]): readonly string[] => names.map((name) => `  ${name}`);

/** The figures, with the names of what went otherwise than it should. */
export const sayMeasured = (found: MeasuredReader): string =>
  [
    `promoting and mixed: ${found.promotingThatGo.length} of ${found.promoting} go by the approval alone`,
    ...listed(found.promotingThatGo),
    `transactional: ${found.transactionalThatWait.length} of ${found.transactional} wait for a human`,
    ...listed(found.transactionalThatWait),
    `without an answer: ${found.withoutAnswer.length}`,
    ...listed(found.withoutAnswer),
  ].join('\n');
