/**
 * Beginnings of words with an accent by which a reply refuses, denies or asks, in the six languages: where a letter with an accent was lost on
 * the way, it is read by these. Of two that begin alike the longer one comes first; `$` is the end of a word.
 */
export const ACCENTED: readonly string[] = (
  'arrêt arèt désinscr désin désab désact désol désiré désir indésir dérang démarch décédé déjà dégag déçu lâch résili inscrip intéréssé intéréss intérêt téléphon numéro ' +
  'donné demandé contacté bloqué concerné autorisé accepté acheté signé abusé effacé publicité sollicité harcél écri épargn enlèv énerv réclam répét répond récept ' +
  'révoqu refusé ôtez être êtes même très après près problème reçu hésit inquiét préven préfér côté tôt plutôt bientôt août ça$ où$ là$ façon goût fête ' +
  'espère réserv récup référ vérif règl métro illég tranquillité ' +
  'größ aufhör gehör hör möcht könn würd für lösch künd erwünsch wünsch unerwünsch zurück später schön belästig persönlich täglich bestätig müss früh ' +
  'nächst nötig ungültig verwähl heiß weiß schließ übrig über öffn müll unterstütz ' +
  'más$ envíe bórr elimínen suscripción déjen dénme$ déme$ quíten quíta número teléfono también mañana señor está dónde cuándo cómo cuánto quién qué$ así$ ' +
  'día$ interés oposición cancelación canceló información dirección llám escríb ningún recibí atención olvíd todavía falleció ' +
  'più$ perché pubblicità così già può$ sarò ' +
  'geïnteresseerd beëindig'
).split(' ');
