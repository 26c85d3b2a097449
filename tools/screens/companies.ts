/** A company of these mails: invented, as its mail names it. */
const company = (publicName: string, legalName: string, postalAddress: string, host: string, mailbox = 'bonjour') => ({
  publicName,
  legalName,
  advertiserNames: [legalName, publicName],
  postalAddress,
  contact: `${mailbox}@${host}.example`,
  noticeUrl: `https://${host}.example/donnees-personnelles`,
});

export const VENTADOUR = company(
  'Maison Ventadour',
  'Maison Ventadour SAS',
  '12 rue des Brûleries, 19000 Tulle',
  'maison-ventadour',
);
export const TOUSSAINT = company(
  'Café Toussaint',
  'Café Toussaint SARL',
  '8 place du Marché, 69007 Lyon',
  'cafe-toussaint',
);
export const HARROW = company('Harrow & Pine', 'Harrow & Pine Ltd', '4 Mill Lane, Bath', 'harrow-pine', 'hello');
/** An advertiser whose every name is long. */
export const LONG = company(
  'Coopérative des éleveurs, maraîchers et artisans de la vallée de la Dordogne et du causse de Gramat',
  'Société coopérative d’intérêt collectif agricole des éleveurs, maraîchers et artisans de la vallée de la Dordogne et du causse de Gramat',
  'Zone artisanale des Quatre-Chemins-de-Sarrazac, bâtiment C, 46600 Martel, France',
  'cooperative-des-eleveurs-maraichers-et-artisans-de-la-vallee-de-la-dordogne',
  'relations-adherents',
);
export const DISQUES = company('Disques K', 'Disques K SARL', '17 rue Keller, 75011 Paris', 'disques-k');
export const PANIER = company('Panier Vert', 'Panier Vert', '9 rue des Halles, 45000 Orléans', 'panier-vert');
export const PINS = company(
  'Hôtel des Pins',
  'SARL des Pins',
  '6 boulevard de la Plage, 33120 Arcachon',
  'hotel-des-pins',
);
export const NOGA = company('Épicerie Noga', 'Noga SARL', '50 cours Belsunce, 13001 Marseille', 'epicerie-noga');
export const NORTHLIGHT = company(
  'Northlight Optics',
  'Northlight Optics SAS',
  '5 avenue Foch, 67000 Strasbourg',
  'northlight',
  'hello',
);
export const VAL = company(
  'Pépinière du Val',
  'Pépinière du Val EARL',
  'route de Saumur, 49400 Bagneux',
  'pepiniere-du-val',
);
export const TIDEWATER = company(
  'Tidewater Books',
  'Tidewater Books Ltd',
  '22 Quay Street, Galway',
  'tidewater-books',
  'hello',
);
export const CORK = company('Cork Coats', 'Cork Coats Ltd', '3 Patrick Street, Cork', 'corkcoats', 'hello');
export const WOOLHOUSE = company('Woolhouse', 'Woolhouse Ltd', 'Kilkenny, Ireland', 'woolhouse', 'hello');
export const MARTIN = company(
  'Couverture Martin',
  'Paul Martin',
  '3 chemin du Lavoir, 36000 Châteauroux',
  'couverture-martin',
);
