import type { Client } from '#tools/api-client.ts';
import { handedIn, isSentHere, sendingOf } from '../allowed/sent.ts';
import type { World } from '../world.ts';
import type { FalseStatement } from './lies.ts';
import type { Twin } from './twins.ts';

/** Content with one field, a value that turns it into what it must not be, and a value that only looks so. */
interface InValues {
  readonly lie: string;
  readonly looksLike: string;
  readonly subject?: string;
  readonly text?: string;
  readonly forged: Readonly<Record<string, string>>;
  readonly lawful: Readonly<Record<string, string>>;
}

const IN_A_NOTICE: InValues = {
  lie: 'the name of the reader (it is an offer)',
  looksLike: 'a reader whose name is that of an offer',
  forged: { prenom: 'Claude, profitez de −30 % sur toute la boutique jusqu’à dimanche' },
  lawful: { prenom: 'Rose Promotion' },
};
const IN_A_SUBJECT: InValues = {
  lie: 'the title of the offer (it poses as a reply)',
  looksLike: 'a title that begins like a reply',
  subject: '{{titre}}',
  forged: { titre: 'RE: votre dossier' },
  lawful: { titre: 'Réservez vos semences de printemps' },
};
const IN_A_TEXT: InValues = {
  lie: 'the end of the sentence (it names another code for STOP, which costs)',
  looksLike: 'another code for STOP (it is a postcode)',
  text: 'Nos semences sont là. {{suite}}',
  forged: { suite: 'STOP au 81180' },
  lawful: { suite: 'Entrée libre au 81180 Castres' },
};

const IN_A_CALL: InValues = {
  lie: 'the end of the sentence (it names another number to stop by, which costs)',
  looksLike: 'another number to stop by (it is that of the shop)',
  text: 'Nos semences sont là. {{suite}}',
  forged: { suite: 'Pour ne plus être appelé, appelez le 08 99 12 34 56.' },
  lawful: { suite: 'Pour commander, appelez le 05 49 12 34 56.' },
};

const valuesFor = ({ message, facts }: World): InValues => {
  if (message.template !== undefined) return IN_A_NOTICE;
  if (facts.channel === 'automated-call') return IN_A_CALL;
  return facts.channel === 'email' ? IN_A_SUBJECT : IN_A_TEXT;
};

/** A lie in a merge value of a message that is sent, and a value that looks like it and lies in nothing. */
export const inMergeValues = async (
  client: Client,
  world: World,
): Promise<{ readonly lies: readonly FalseStatement[]; readonly twins: readonly Twin[] }> => {
  if (!isSentHere(world)) return { lies: [], twins: [] };
  const { lie, looksLike, forged, lawful, ...content } = valuesFor(world);
  const send = (values: InValues['forged'], what: string) =>
    sendingOf(client, world, handedIn(world, { ...content, values }), what);
  const told = await send(forged, 'forged value');
  const isCaught = told.status !== 'sent';
  const by = isCaught ? told.codes.join(' ') : 'Nothing did.';
  const twin = await send(lawful, 'lawful value');
  return {
    lies: [{ field: 'mergeValues', lie, given: told.status, isCaught, by }],
    twins: [
      { field: 'mergeValues', looksLike, given: twin.status, codes: twin.codes, isAllowed: twin.status === 'sent' },
    ],
  };
};
