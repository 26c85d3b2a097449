/** Values that a reviewer saw refused, and their kin: each is of its kind. */
export const REVIEWED_FIT = {
  name: [
    ...['Mohamed el-Amrani', 'Youssef al-Hassan', 'Karim ben-Salem', "Maria dell'Acqua", 'Paolo dall’Ara'],
    ...['Vincent van ’t Hoff', "Jan van 't Veer", 'Marie Dupont ', 'Marie  Dupont', 'Marie Buy', 'Notre'],
  ],
  place: [
    ...['Rue du 11 novembre 1918', 'Place du 1er mai', 'Piazza 25 aprile', 'Avenue du 8 Mai 1945', 'Rue du 4 août'],
    ...['Notre-Dame-de-Bondeville', 'Parvis Notre-Dame, 75004 Paris', 'Our Lady Street', '1 rue notre dame'],
    ...['Les Gets', 'Barber Shop, Lyon', 'lieu-dit La Fontaine', '12 rue des nonnains'],
  ],
  reference: [
    ...['AB 123 456 789 FR', 'RR123456789FR', '2026.FA.118', 'REF.A12', '12.4/3', 'SOLDE-3', 'OFFRE-2026-118'],
    ...['REMISE-00412', 'RETOUR/2026/1'],
  ],
} as const;

/** Values that a reviewer saw pass, and their kin: none is of its kind. */
export const REVIEWED_UNFIT = {
  name: [
    ...['Découvrez Notre Collection', 'Deux Achetés Un Offert', 'Buy One Get One', 'Venez Vite', 'Our Collection'],
    ...['Un Dessert Offert', 'Craquez Maintenant', ' Marie Dupont', 'Vente  Flash', 'Offre  Exclusive '],
  ],
  place: [
    ...['1 rue venez profiter de nos soldes', '2 via commandez chez alba vite', '20 rue gratuite', '3 via buy one'],
    ...['Tout à 10 Euros', 'Bon d’Achat 20', '1 rue un dessert offert', 'Découvrez Alba'],
  ],
  reference: [
    ...['promo-alba.fr/2', 'alba.fr/2', 'alba2.fr', 'a1.com:80', 'PROMO20', 'REMISE50', 'BIENVENUE10', 'SOLDES-2026'],
    ...['promo/7', 'B1-PROMO', '3xSANSFRAIS', 'ALBA.SHOP/1', 'AB 123 456 789'],
  ],
} as const;
