import { describe, expect, test } from 'vitest';
import { deName } from '#shared/domain/text/french.ts';

describe('"de" before a name', () => {
  test.each(
    'Atelier Roux,École,Œnologie,ÎLE,Uber,Yves Rocher,EDF,Hôtel du Port,Hermès,Huile & Co,Histoires,Harmonie,Herboristerie,Hippodrome,H&M,Héritage,Horizon,Haïti Voyages'.split(
      ',',
    ),
  )('is elided before a vowel or a mute h: %s', (name) => {
    expect(deName(name)).toBe(`d’${name}`);
  });

  test.each(
    'Caves Dubois,3 Suisses,Haribo,Hachette,Halles de Lyon,Hauts-de-Seine,Huit et demi,Hollande,Héron Bleu,Homard,Yaourts du Col,Oui.sncf,Onze,Hello,Hugo,Hibou,Harley,Huawei,Haier'.split(
      ',',
    ),
  )('stays whole before a consonant or an aspirated h: %s', (name) => {
    expect(deName(name)).toBe(`de ${name}`);
  });
});
