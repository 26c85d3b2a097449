import { describe, expect, test } from 'vitest';
import { meansTo } from '#shared/channels/content/means-of-opposition.ts';
import { deadLink, isDeadLink } from '#shared/channels/content/stopping/dead-links.ts';

const KNOWN = { isOurLink: () => false, isOurHost: () => false, linkAloneSuffices: false };

describe('a link to stop that leads nowhere has a name', () => {
  test.each([
    ['#', '*|UNSUB|*'],
    ['*|UNSUB|*', '{{unsubscribe}}'],
    ['{{unsubscribe}}', '{{preferences}}'],
    ['/stop', '/preferences'],
    ['stop.php', 'unsubscribe.html'],
    ['javascript:stop()', '#'],
    ['sms:', 'tel:'],
    ['https://*|UNSUB|*', 'https://[[STOP]]'],
    ['', '#'],
  ])('of its own: %s and %s', (one, other) => {
    expect(deadLink(one)).not.toBe(deadLink(other));
    expect(deadLink(one)).toMatch(/^dead-link-[0-9a-f]{12}$/);
    expect(isDeadLink(deadLink(one))).toBe(true);
  });
  test.each([
    ['/stop?mail=jean@exemple.fr', '/stop?mail=rose@exemple.fr'],
    ['/stop/jean.roy', '/stop/rose.le-gall'],
    ['/123456', '/987654'],
    ['stop.php?id=12', 'stop.php?id=13'],
    ['#jean', '#rose'],
    ['ftp://jean@exemple.fr/stop', 'ftp://rose@exemple.fr/stop'],
    ['#', ' # '],
    ['{{ Stop }}', '{{ stop }}'],
    ['*|UNSUB|*/alice', '*|UNSUB|*/bob'],
    ['{{u}}#alice', '{{u}}#bob'],
    ['https://*|U|*/marie-dupont', 'https://*|U|*/jean-durand'],
  ])('that is the same for each reader: %s and %s', (one, other) => {
    expect(deadLink(one)).toBe(deadLink(other));
  });
  test('also where nobody can read its host', () => {
    const targets = ['https://*|UNSUB|*', 'https://[[STOP]]/x'].map((url) => meansTo(url, KNOWN).target);
    expect(targets.every(isDeadLink)).toBe(true);
    expect(new Set(targets).size).toBe(2);
  });
});
