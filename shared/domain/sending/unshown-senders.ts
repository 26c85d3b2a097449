import type { AdvertiserSettings } from '../advertiser/advertiser.ts';
import type { SentChannel } from '../message/channel.ts';
import { type Bilingual, type Missing, missing } from '../missing.ts';
import { canBeStated, type ShownByRoutes, type ShownSenders, shownAs } from './shown-senders.ts';
import { type AnswersOfRoutes, receivesAt } from './text-answers.ts';

/**
 * Senders that readers would not see by the routes of a deployment. They are warnings, and refuse nothing: another system may send from them, of which
 * verdicts alone are asked.
 */

const nothingLeaves = (pointer: string, named: string): Missing =>
  missing(
    pointer,
    {
      fr: `La route des ${named} de ce déploiement n’affiche pas un tel émetteur : aucun ${named} n’en partirait.`,
      en: `The route of ${named} of this deployment shows no such sender: no ${named} would leave from it.`,
    },
    {
      fr: 'Prenez un émetteur que cette route affiche (docs/channels.md), ou une autre route. Si un autre système envoie ses messages, il n’y a rien à faire.',
      en: 'Use a sender that this route shows (docs/channels.md), or another route. Where another system sends its messages, there is nothing to do.',
    },
  );

/** What to do about a sender in place of which a number of the route shows; `isStatable`: a setting of the deployment cures it. */
const insteadOf = (isStatable: boolean): Bilingual => ({
  fr: `Le texte commence par un de vos noms : si cela suffit, il n’y a rien à faire. Sinon, ${isStatable ? 'faites déclarer ce nom dans les réglages du déploiement, ou ' : ''}prenez une autre route.`,
  en: `The text begins with one of your names: where that is enough, there is nothing to do. Else ${isStatable ? 'have this name stated in the settings of the deployment, or ' : ''}use another route.`,
});

const anotherShows = (pointer: string, named: string, isStatable: boolean): Missing =>
  missing(
    pointer,
    {
      fr: `La route des ${named} de ce déploiement affiche un numéro qui lui est propre à la place de cet émetteur.`,
      en: `The route of ${named} of this deployment shows a number of its own in place of this sender.`,
    },
    insteadOf(isStatable),
  );

const ofTexts = ({ senders }: AdvertiserSettings, shown: ShownByRoutes, answers: AnswersOfRoutes) =>
  senders.sms.flatMap(({ senderId, replyCode }, index) =>
    (Object.entries(shown.texts) as [SentChannel, ShownSenders][]).flatMap(([channel, route]): readonly Missing[] => {
      const received = answers[channel];
      const as = shownAs(route, senderId);
      // What is answered to its code does not come by this route: its texts leave by another one.
      if (as === 'itself' || (received !== undefined && !receivesAt(received, replyCode))) return [];
      const [pointer, named] = [`/senders/sms/${index}/senderId`, channel.toUpperCase()];
      return [
        as === 'nothing' ? nothingLeaves(pointer, named) : anotherShows(pointer, named, canBeStated(route, senderId)),
      ];
    }),
  );

const ofCalls = ({ senders: { calls = [] } }: AdvertiserSettings, numbers: readonly string[]) =>
  calls.flatMap(({ callerId }, index) =>
    numbers.includes(callerId)
      ? []
      : [
          missing(
            `/senders/calls/${index}/callerId`,
            {
              fr: 'Les appels de ce déploiement ne partent pas de ce numéro : aucun n’en partirait.',
              en: 'Calls of this deployment do not come from this number: none would leave from it.',
            },
            {
              fr: 'Donnez un numéro de connect.numbers du déploiement, ou faites-l’y ajouter. Si un autre système appelle, il n’y a rien à faire.',
              en: 'Give a number of connect.numbers of the deployment, or have it added there. Where another system calls, there is nothing to do.',
            },
          ),
        ],
  );

/** What the routes of this deployment would not show of the senders of these settings; empty: nothing. Pure. */
export const unshownSenders = (
  settings: AdvertiserSettings,
  { shown, textAnswers }: { readonly shown: ShownByRoutes; readonly textAnswers: AnswersOfRoutes },
): readonly Missing[] => [
  ...ofTexts(settings, shown, textAnswers),
  ...(shown.calls === undefined ? [] : ofCalls(settings, shown.calls)),
];
