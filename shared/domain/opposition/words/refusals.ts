import type { ReaderLanguage } from '../../reader-language.ts';
import { phrasesIn } from './phrases.ts';

/**
 * How people refuse messages without the words that say it plainly: each is an opposition until a human says otherwise (D20), by text and by mail.
 * Read as `foldReply` and `speltOut` leave it. The first lines are commands, then come who is not interested, who was never asked, who is
 * another person, and who complains.
 */
const PHRASES: Readonly<Record<ReaderLanguage, string>> = {
  fr: `
    ni [de/d/par/vos/les] sms/mms/texto*/mail*/email*/courriel*/appel*/message*/pub*/newsletter*/telephone/demarch*, pas de contact par, zero pub*/publicite*/sms/mail*/email*/appel*/spam*/demarch*/sollicit*/prospection/message*
    suppression svp, suppression de/du/des [mes/mon/ma/nos/notre/l] donnees/adresse*/numero*/contact*/coordonnees/mail*/email*/courriel*/nom/telephone, me/nous laisse* tranquille/en, laisse* tranquille, mettre/mets/met/mettez/mettons fin a/aux vos/votre/ces/tes/ce/cette, mettre fin aux
    interdiction de me/m/nous contact*/ecri*/envo*/appel*/sollicit*/demarch*/relanc*, inutile de me/m/nous contact*/ecri*/envo*/appel*/sollicit*/relanc*, la peine de me/m/nous contact*/ecri*/envo*/appel*/sollicit*/relanc*, de plus me/m/nous contact*/ecri*/envo*/appel*/sollicit*/relanc*
    en peux/peut/pouvons plus de vos/votre/tes/ces, gardez/garde vos/votre/tes/ta pub*/promo*/offre*/sms/message*/mail*/texto*, continue* a/de me/m/nous contact*/ecri*/envo*/appel*/sollicit*/relanc*/harcel*, madame/monsieur/mme/mr/m/elle/il .. n habite* plus, n habite* plus ici/a la/cette/l
    m envo* .. plus/pas/rien/jamais, m ecri* .. plus/pas/rien/jamais, me/m/nous relanc*/derang*/importun*/sollicit*/demarch*/appel*/harcel* .. plus/pas/jamais
    n envo* .. plus/pas/rien, n ecri* .. plus/pas, envo* plus de/d message*/sms/pub*/texto*/text*/mail*/promo*/offre*, envo* moi/nous plus/pas rien, envo* plus/pas rien/ici
    ne [plus/pas/jamais] [me/m/nous] relanc*/derang*/importun*/appel*/harcel*/ecri*/envo* .. plus/pas/jamais/rien, ne/n plus/pas [me/m/nous] relanc*/derang*/importun*/appel*/harcel*/envo*/ecri*
    plus de/d message*/sms/pub*/texto*/text*/promo*/offre*/spam*/demarch*/prospection/newsletter*/relance*/appel*, plus de/d mail*, plus rien recevoir, pas de pub*/prospection/demarch*/spam*
    veux/souhaite/desire/voulons/souhaitons plus, veux/souhaite/desire/voulons/souhaitons pas de ca/vos/tes, veux/souhaite/desire/voulons/souhaitons pas [plus] etre importun*/derang*/contact*/sollicit*/demarch*/relanc*
    veux/souhaite/desire/voulons/souhaitons pas/plus recevoir, veux/souhaite/desire/voulons/souhaitons pas de/d [vos/votre/tes/ces] sms/texto*/message*/mail*/pub*/offre*/promo*/demarch*, refuse/refusons/refuser tous/tout/toute/toutes/vos/votre/ces/tes, refuse/refusons/refuser de/d recevoir/etre, refuse/refusons/refuser la/les/le pub*/prospection/sms/message*/demarch*, plus [jamais] entendre parler
    rayez/raye/rayer/radiez/radie/radier/virez/vire/virer/otez/ote/oter/sortez/sors/sortir moi/nous/mon/mes, retire*/enleve*/supprim* moi/nous, me/nous retire*/enleve*/supprim*/raye*/radie*/ote*, oubliez/oublie moi/nous, oubliez/oublie/oublier ce/mon/cette numero/adresse
    bloque*/blackliste* moi/nous/mon, numero bloque*, cessez, cesse de/d/vos/tes, de/d cesser, veuillez cesser, desactive*, annule* [mon/l] abonnement/inscription, enleve*/supprim*/retire*/efface* de la/votre/vos/ta/cette liste*/fichier*/base*
    plus/pas/peu [du/vraiment] [tout] interess*, interesse* pas/plus, aucun interet, sans interet, pas/plus d interet, c est non, non c est non, sans facon, je decline, pas/plus/aucune envie, passe mon tour, basta les/vos/de/avec, rien a faire de vos/votre/tes, rien a foutre, m en fous, m en fiche
    pas/plus besoin de vos/votre/ca, j ai pas/plus besoin, n ai pas/plus besoin, en ai pas/plus besoin, pas/plus client* [chez/de], jamais ete client*
    jamais .. demande*, jamais .. inscri*, jamais .. abonne*, jamais .. donne*/autorise*/accepte*/consenti*, rien demande, pas .. consenti*, pas autorise*, pas donne mon/ma, pas demande a
    mauvais/mauvaise/faux/fausse numero/adresse/personne/destinataire, pas le bon numero/destinataire, pas la bonne adresse/personne, erreur de/sur numero/destinataire/personne/le, vous vous trompez, vous t es trompe, tromp* de numero/personne/destinataire/adresse
    pas moi, pas la personne, cette personne, plus mon numero, numero .. plus .., n est/sont plus a ce/cette, ne vous connais/connait pas, connais/connait pas votre, je ne suis pas m/mr/mme/monsieur/madame
    ne travaille* plus, plus utilise*, est/a decede*, decede*, est mort*, appartient, ici c est le/la/un/une, faites erreur, devez confondre, vous confondez, telephone/numero de ma/mon, partie/parti a la retraite, change de proprietaire, adresse n est plus
    qui vous/t a donne/autorise/permis, comment .. mon/notre numero/adresse/mail/contact*/coordonnees, eu mon numero/adresse/mail/contact*, ou .. mon/notre numero/adresse/mail, mon numero comment
    marre, ras le bol, j en ai assez, assez de vos/tes/ces, encore vous, c est abuse, ca suffit, cela suffit, soule*/saoule*/soulez/saoulez/gave*/gonfle*/emmerde*, me/nous saoul*/soul*/gav*/gonfl*/emmerd*/enerv*/fatigu*, vous etes lourd*/penible*, trop de/d message*/sms/mail*/pub*, n en peux plus
    epargn* moi/nous, sans moi, insist*, lache* l affaire, fini/finis/finies les/vos/avec, commence a bien faire, ouste, oust, laisse* moi/nous, lache* moi/nous, fichez/fiche/foutez/fous moi/nous, foutez/fichez/fous/fiche le camp, degage*, casse* vous/toi, allez vous faire, va te faire, la ferme
    harcel*, spam*, indesirable*, non desire*/sollicite*, arnaque*, porte/porter plainte, plainte, avocat*, mise/mets/met en demeure, signal* .. 33700/cnil/dgccrf/spam, je .. bloque, j ai bloque, vous/t ai bloque*, vous bloque*, vais/va [vous/te] bloquer, 33700, bloctel, cnil, rgpd, liste rouge, signal conso`,
  en: `
    neither [by/via] text*/sms/email*/e/mail*/call*/phone
    stop/quit/cease text*/messag*/send*/contact*/call*/mail*/email*/writ*/bother*/spam*, no more, no further, do not/never [ever] text*/messag*/contact*/mail*/email*/writ*/bother*/disturb*, do not/never send/call me/us/this/any*/here/your/these/more/it
    do not want/need your/this/these/that/it/any*/more, do not want to, i want/wants out, go away, get lost, count me out, take/get me off, take/get my .. off, take/get .. off your/the/this list*, remove/delete me/us, remove/delete my number/data/details/name/phone/address/email
    please remove, remove please, block me, cancel sms/text*/message*/subscription*/my [sms/text] subscription*, cancel/end my/the/this subscription*/membership, cease, desist, opt*[out] out, opting out, withdraw* .. consent*, longer want*/wish*/interested
    not/no/longer/never interested, no interest, any interest, no thanks, no thank*, hard pass, wrong number/person/no/address/guy/woman/man, not my number, isn t/is not my/the number, number .. anymore, number belongs, someone else, passed away, is dead, deceased, died, rather not, lose my number, not .. number anymore
    never signed/asked/subscribed/agreed/gave/consented, did not sign/ask/subscribe/agree/give/consent, gave you/u my, get/got this number/address, nobody .. wants, my son/daughter/wife/husband/mother/father s number/phone, not a customer/client, get/got my number/address/email/details, where .. my number/email
    drop me/us from/off, leave me/us alone/be, leave me, harass*, spam*, unsolicited, report* you/this/it/to, i will/ll report, blocking you/this/your, i .. block* you/this/your, fuck*, piss* off, bugger off, bog off, shut up, sick of, fed up, enough of/with, enough already, get stuffed, scam*, lawyer*, too many text*/message*/sms`,
  de: `
    weder [per/durch] sms/mail*/email*/e/anruf*/werb*/nachricht*
    keine/kein/keinerlei [weitere/weiteren/weiterer] sms/nachricht*/mail*/werb*/newsletter*/post/interesse/bedarf/anruf*/angebot*, nicht/nichts/nie [mehr/wieder/weiter] schreib*/schick*/send*/zusend*/zuschick*/anschreib*/kontaktier*/anruf*/belastig*/stor*
    schreib*/schick*/send*/kontaktier*/ruf* [sie] [mir/mich/uns] .. nicht/nichts/nie/keine* [mehr/wieder/weiter], will/mochte/wollen/mochten ich/wir nicht, will/mochte/wollen/mochten keine/kein/nichts, nicht/nie mehr kontaktier*/schreib*
    aufhoren, hor*/hort .. auf, lass* .. ruhe, in ruhe, losch* .. nummer/daten/mich/uns/kontakt*, nummer/daten .. losch*, austrag*, trag* mich .. aus, nehm*/nimm .. liste/verteiler, streich* .. mich/uns/nummer/liste, entfern* .. mich/uns/nummer
    nicht interessiert, nicht [mehr] interessiert, kein interesse, interessiert mich/uns nicht, no/ne/nein danke*, brauche ich nicht, unterlass*
    aus dem/ihrem/eurem/diesem verteiler, nummer/adresse [ist] falsch, falsche/falschen nummer/adresse/person, verwahlt, falsch verbunden, verstorben, gestorben, nummer meiner/meines/von, nicht meine nummer, bin nicht herr/frau/der/die, kenne sie/euch nicht, nie .. angemeldet/bestellt/zugestimmt/eingewilligt/gefragt, woher .. nummer/adresse/kontakt*/daten, wer hat .. nummer/adresse
    widerruf*, widersprech*, belastig*, nervt, nerven, genug jetzt/davon, schluss jetzt/damit, finger weg, anwalt, reicht jetzt, es reicht, blockiere sie/euch/dich/diese, unerwunscht*, spam*, zeige .. an, anzeige erstatt*, beschwer* .. bei, verpiss*, hau* ab`,
  es: `
    no [me/nos] [vuelv*/volv*] [a] escrib*/envi*/mand*/contact*/molest*/llam*, no me/nos escrib*/envi*/mand*/contact*/molest*/llam*, no molest*, dej* de escrib*/envi*/mand*/contact*/molest*/llam*, par*/parad/cese* de escrib*/envi*/mand*/contact*/molest*
    no mas mensaje*/sms/publicidad/correo*/promo*/oferta*/spam, no quiero/queremos/deseo/deseamos [recibir] mas/sus/vuestra*/vuestro*/nada/mensaje*/sms/publicidad/promo*/oferta*, no quiero/deseo recibir, basta [ya] de, basta/par*/pare* ya, ya basta, de una vez
    quit*me, quitenme, quitadme, borr*me, borrenme, borradme, elimin*me, saquenme, sacadme, borr*/elimin*/quit* mi/mis/nuestro numero/telefono/datos/movil/contacto, dar*/den*/dad*/doy/dame/deme .. baja, de baja, la baja, cancel* [mi/la] suscripcion*
    no [me/nos] [me] interesa*, me interesa* nada, no estoy interesad*, no estamos interesad*, ya no [me/nos] interesa*, no .. gracias
    fallecio, fallecido, fallecida, murio, equivocad*, equivoca/equivocan/equivoco, numero/telefono incorrecto/erroneo, no es el numero/telefono, no es mi numero, no soy esa/el/la/ese, quien .. di* mi numero/telefono/correo, como .. mi numero/telefono/correo, de donde .. mi numero/telefono, no he pedido/solicitado, nunca .. di/suscrib*/pedi/autoric*, no me he suscrito/inscrito, no he dado
    olvid*me, olvidense, abogado*, acoso, acosando, denunci*, spam, les/os/te bloqueo, retiro .. consentimiento, revoco .. consentimiento, harto/harta/hartos/hartas, pesados/pesadas, en paz, dejenme, dejadme, vayanse`,
  it: `
    basta [con] [le/vostre/queste] chiamat*/telefonat*, ne sms/mail*/email*/messagg*/chiamat*/telefonat*
    non [mi/ci/voglio/desidero] [piu/mai] scriv*/mandat*/mandar*/inviat*/inviar*/contatt*/chiam*/disturb*/ricever*, non mi/ci scriv*/mandat*/inviat*/contatt*/chiam*/disturb*, smett*/finitela/piantat*/piantala, finiscila, la smett*, basta [con] [questi/queste/i/le/la/vostri] sms/messagg*/pubblicita/mail*/email*
    niente/nessun/nessuna/nessuno [piu] sms/messagg*/pubblicita/mail*/interesse, non voglio/vogliamo/desidero [piu] messagg*/sms/niente/nulla/pubblicita/la/le/i, non ne voglio
    levatemi, levami, mi tolga, mi levi, che nervi, fatela finita, falla finita, togli*temi, toglietemi, toglimi, rimuovetemi, rimuovimi, cancellatemi, cancellami, mi cancell*, cancell*/elimin*/toglie*/rimuov* il/i [mio/miei] numero/dati/contatt*/nominativo/mio/miei, disiscri*, disdic*/disdire .. iscrizione/abbonamento, disdetta
    non [sono/siamo] interessat*, non sono [piu] interessat*, non m/mi/ci interess*, no grazie, lasciate* perdere, lascia perdere
    morto/morta/deceduto/deceduta, vi sbagliate, sbagliat* numero/persona, numero/persona sbagliat*/errat*, ha/avete/hai sbagliato, non e il mio/numero, non sono io/la/il, chi vi/ti/le ha dato, dove .. mio numero, mai .. consenso/iscritt*/chiesto/autorizzat*, non ho [mai] dato/chiesto/autorizzato
    revoco, ritiro .. consenso, molesti*, spam, denunci*, vi/ti blocco, lasciatemi, lasciami, in pace, stufat*/stufo/stufa, rott* le, mi oppongo`,
  nl: `
    noch sms*/mail*/bericht*/telefoon*
    niet/niets/niks/nooit [meer] stur*/sms*/mail*/schrijv*/bellen/contact*/benader*/appen, stuur/mail/schrijf/sms/contacteer/bel/app [me/mij/ons] .. niet/niets/niks/geen/nooit [meer], geen/nooit .. contact .. meer, neem .. geen contact, geen contact meer
    geen sms*/bericht*/reclame*/mail*/aanbieding*/spam/interesse/belangstelling/behoefte, wil/willen/wens/hoef .. geen .. meer, wil/willen/wens dit/niets/niks/geen bericht*/reclame/sms/meer, wil dit niet, niets/niks meer ontvang*/krijg*, niet langer
    weg met, wil/haal .. eraf/eruit, hou* je/uw/jullie, hou*/houd .. op, ophouden, stop* .. sms*/sturen/hiermee/ermee/mail*/bericht*, haal/verwijder/schrap/wis me/mij/ons, haal/verwijder/schrap/wis .. nummer/gegevens/lijst/bestand, schrijf/meld .. uit/af, uitschrijv*, afmeld*
    niet geinteresseerd, niet [meer] geinteresseerd, interesseert me/mij/ons niet, nee dank*/bedankt/hoor/hor
    overleden, verkeerd verbonden, verkeerd*/fout* nummer/persoon/adres, niet mijn nummer, ben niet meneer/mevrouw/de/degene, hoe kom* .. nummer/adres, nooit .. gevraagd/aangemeld/toestemming, wie heeft .. nummer
    trek* .. toestemming, met rust, val .. lastig, lastig* vallen/gevallen, spam, blokkeer*, klacht, genoeg van, rot/donder/sodemieter op, oprotten`,
};

/** The phrases of each language in one pattern. */
export const REFUSALS: readonly RegExp[] = Object.values(PHRASES).map(phrasesIn);

/** What says no as the whole of a reply, in any of the languages, with nothing beside it but politeness. */
export const NO_ALONE: ReadonlySet<string> = new Set(
  (
    'non no nein ne nope nix nada niet nee never nie nunca mai nooit jamais niente nulla rien ' +
    'inutile arete arretes desabo suppr supprimer effacer bloque blocked trompe assez suffit plainte refus refuse refused ' +
    'cease enough out off end cancel quit remove revoke genug genoeg ophouden stoppen ' +
    'pare paren parar para cancelar disdetta fermati basta finito fuera fuori bye halte'
  ).split(' '),
);

/** The same in two words. */
export const NO_IN_TWO_WORDS: ReadonlySet<string> = new Set([
  'pas besoin',
  'plus besoin',
  'pas peine',
  'sans pub',
  'sans publicite',
  'sans spam',
  'no mas',
  'non piu',
  'niet meer',
]);
