import { fold } from '../fold.ts';

/** Letters and digits alone, without case or accents: `{{ UnsubscribeURL }}` and `unsubscribe_url` are the same name. */
const bare = (name: string): string => fold(name).replace(/[^\p{L}\p{N}]/gu, '');

const STOPPING = /unsub|opt-?out|desabon|desinscri|oppositionurl|dncurl/;
/** Facts about a past unsubscription are values. */
const ABOUT_STOPPING = /date|reason|raison|motif|count|status/;

/** The name, in any tool, of the link by which a reader stops. */
export const namesStopping = (name: string): boolean => {
  const word = bare(name);
  return STOPPING.test(word) && !ABOUT_STOPPING.test(word);
};

/** Pages and values that only the tool which sends has: web versions, profile pages, its own address and counters. */
const OF_TOOLS =
  /^(?:mirror|archive|permalink|unique|forward|webversion|webview|webcopy|webpage|webviewurl|viewinbrowser|viewonline|viewaspage|viewaswebpage|viewemail|viewweb|onlineversion|messageurl|trackview|tracklink|trackingpixel|updateprofile|managepreferences?|preferences?|preferencecenter|subscriptionpreferences|profilecenter|forwardtoafriend|sendtoafriend|doubleoptin|optinurl|confirmurl|currentyear|currentmonth|currentday|currentdate|emailto|webtext|webviewtext|resubscribe|listarchive|campaignurl)(?:page)?(?:url|link|href)?$/;

/** True for a name that only the tool can fill. */
export const isOfTheTool = (name: string): boolean =>
  OF_TOOLS.test(bare(name).replace(/^(?:system|global|link|pm)/, ''));

/** Words with which every template language steers: never asked for as values. */
const STEERING = new Set(
  'if else elseif elsif elif endif end unless endunless each endeach for endfor foreach endforeach with endwith range endrange this ifnot endifnot section'.split(
    ' ',
  ),
);

/** True for a word of template logic. */
export const steers = (word: string): boolean => STEERING.has(word.toLowerCase());

/** What mailing lists call what they know of a person: by these, a word in single marks is a field and not prose. */
const OF_PERSONS = new Set(
  'firstname fname prenom first lastname lname nom last name fullname nomcomplet email mail emailaddress adresseemail civilite titre title company societe entreprise ville city phone telephone tel mobile sms zip zipcode codepostal postcode country pays birthday birthdate anniversaire datenaissance gender username votreprenom votrenom username'.split(
    ' ',
  ),
);

/** True for the usual name of something that lists hold on a person. */
export const isOfAPerson = (name: string): boolean => OF_PERSONS.has(bare(name));

const READERS =
  '(?:cliente?|contact|destinataire|prospect|abonnee?|lecteur|lectrice|membre|adherente?|utilisateur|utilisatrice|acheteur|acheteuse|entreprise|societe|customer|subscriber|recipient|user|member|reader|company)';
const NAMES =
  '(?:prenom (?:et |ou )?nom|nom (?:et |ou )?prenom|prenom|nom de famille|nom ?complet|nom|civilite|first ?name|fname|last ?name|lname|surname|full ?name|name)';
const TO_WRITE =
  '(?:ici|votre|your|inser(?:er|ez)|insert|indiqu(?:er|ez)|saisir|saisissez|entr(?:er|ez)|enter|mettre|mettez)';
const OF_READER = new RegExp(
  `^(?:(?:${TO_WRITE}|le|la|the) ){0,2}(?:${NAMES} ?(?:du|de la|de l|de|of the|of)? ?${READERS}|${READERS} ?${NAMES})(?: ici| here)?$|^(?:${TO_WRITE} (?:le |la |the |votre |your )?)?${NAMES}(?: ici| here)?$`,
);

const plain = (words: string): string =>
  fold(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** True for what can only be replaced by the name of whoever reads: `Prénom`, `NOM_CLIENT`, `nom du client`, `your first name`. */
export const namesReader = (words: string): boolean => OF_READER.test(plain(words));

const A_READER = new RegExp(`^${READERS}$`);

/** True for what a reader is to whoever writes: `Client`. After a greeting, their name is meant. */
export const isAReader = (words: string): boolean => A_READER.test(plain(words));

/** True for what a reader is called in print as well: « Membre », “Reader”. */
export const isATitle = (words: string): boolean => /^(?:membre|lecteur|lectrice|member|reader)$/.test(plain(words));

const TO_STOP = new RegExp(`^(?:(?:${TO_WRITE}|le|the|un|bouton|button) ){0,4}(?:lien|url|adresse|link)\\b`);

/** True for words that the link to stop is to replace: `LIEN DE DESINSCRIPTION`, `unsubscribe link`. */
export const namesLinkToStop = (words: string): boolean => {
  const said = plain(words);
  const isShort = said.split(' ').length <= 7;
  return isShort && namesStopping(said) && (TO_STOP.test(said) || / (?:link|url|lien|ici|here)$/.test(said));
};
