import { expect, test } from 'vitest';
import { withNamedPart } from '#shared/app/settings/reading/named-part.ts';

const TEMPLATE = {
  reason: 'order',
  subject: 'Votre commande {{numero}}',
  content: '<p>Votre commande est confirmée.</p>\n<p>Et <b>−20 %</b> sur la\n  prochaine, d’ici lundi.</p>',
  ownHosts: ['maison-valmy.example'],
} as const;
const partOf = (part: string | undefined, content: string = TEMPLATE.content) =>
  withNamedPart({ answer: 'promotes', part }, { ...TEMPLATE, content });

test.each([
  ['across tags and lines', '−20 % sur la prochaine', TEMPLATE.content],
  ['of the subject', 'Votre commande', TEMPLATE.content],
  ['of HTML as it is written', '<b>−20 %</b> sur la', TEMPLATE.content],
  ['with characters that HTML names', 'Découvrez thé & café', '<p>D&eacute;couvrez th&eacute; &amp; caf&eacute;</p>'],
  ['with characters that HTML numbers', 'jusqu’à lundi', '<p>jusqu&#8217;&#xe0; lundi</p>'],
  ['with rooms that do not break', '−20 % sur tout', '<p>&minus;20&nbsp;% sur&#160;tout</p>'],
  ['within whose word a tag is', 'Soldes d’été', '<p><b>S</b>oldes d&rsquo;<i>&eacute;</i>t&eacute;</p>'],
  [
    'with a link in it',
    'voyez nos lampes à prix doux',
    'voyez <a href="https://v.example/">nos lampes</a> &agrave; prix doux',
  ],
  ['of what stands for a picture', 'Découvrez nos thés', '<img src="x" alt="D&eacute;couvrez nos th&eacute;s">'],
  ['in whose word a line may break', 'Découvrez nos thés', '<p>D&eacute;cou&shy;vrez nos thés</p>'],
  [
    'with a tag in a word and one between two',
    'Soldes : tout à moitié prix',
    '<p><b>S</b>oldes : tout</p><p>à moitié prix</p>',
  ],
  // What a model was given is the text as it is written: it may name what nobody sees.
  ['of an address', 'soldes', '<a href="https://v.example/soldes">Voir</a>'],
  ['of a comment', 'soldes', '<!-- les soldes -->Voir'],
  ['of a text that has a comparison', 'moins de 5 < 10 euros', 'moins de 5 < 10 euros'],
])('a part %s is found', (_, part, content) => {
  expect(partOf(part, content)).toEqual({ answer: 'promotes', part });
});

test('its room is folded', () => {
  expect(partOf(' −20 %\n sur   la prochaine ')).toEqual({ answer: 'promotes', part: '−20 % sur la prochaine' });
});

test.each([
  ['that is not there', '50 % off', TEMPLATE.content],
  ['that is named as HTML would, where the text is none', 'th&eacute;', '<p>thé</p>'],
  ['that is parted by other words', 'nos lampes à prix', '<p>nos lampes et vases à prix doux</p>'],
  ['that is empty', ' ', TEMPLATE.content],
  ['that was not named', undefined, TEMPLATE.content],
])('a part %s counts for nothing', (_, part, content) => {
  expect(partOf(part, content)).toEqual({ answer: 'promotes', part: undefined });
});

test('what is no part is left as it is', () => {
  for (const answer of [{ answer: 'transactional' }, { answer: 'none', why: 'denied' }] as const)
    expect(withNamedPart(answer, TEMPLATE)).toEqual(answer);
});
