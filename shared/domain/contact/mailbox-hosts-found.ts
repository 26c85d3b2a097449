/**
 * Found missing on 30 November 2026, each decided by whether anybody can have a mailbox or an alias there: access providers and free
 * mailboxes of France, its territories, Monaco and its neighbours, services that give an alias, names that great providers offer. A registrar
 * or a provider has its staff at such a host as well (`gandi.net`, `ovh.fr`): an address there does not show which, and public is the safe reading.
 */
export const FOUND_LATER = `
  8alias.com 8shield.net accountant.com addy.io addymail.com aleeas.com alice.fr altern.org anonaddy.com anonaddy.me
  asia.com base.be belgacom.net bell.net brutele.be calixo.net canl.nc caramail.fr cario.fr chapril.org chello.fr
  cheznoo.net citycable.ch consultant.com contractor.net dbmail.com dr.com dralias.com e.email easynet.fr
  ecloud.global edpnet.be eml.cc engineer.com europe.com francemel.fr francite.com freesbee.fr gandi.net green.ch
  guam.net hispeed.ch hush.com i-france.com ifrance.com iname.com infomaniak.com infonie.be infonie.fr internet.lu
  internetnc.nc journalist.com k-net.fr kolabnow.com libello.com lilo.org live.at live.cl live.co.za live.com.my
  live.com.pt live.in live.no live.ru live.se luukku.com mageos.com magic.fr mail.fr mailfence.com mailo.fr
  mailworks.org monaco.mc monaco377.com mozmail.com multimania.com multimania.fr murena.io nautile.nc nerim.net
  net-c.be net-c.com net-c.es net-c.it net-c.lu netc.eu netc.fr netc.lu netcmail.com netplus.ch no-log.org nplus.gf
  ool.fr outremer.net ouvaton.org ovh.fr passfwd.com passinbox.com passmail.com passmail.net perso.be post.com
  privaterelay.appleid.com pt.lu rediffmail.com relay.firefox.com respublica.fr romandie.com runbox.com scarlet.be
  sent.com silomails.com simplelogin.co simplelogin.com simplelogin.fr simplelogin.io skiff.com slmail.me slmails.com
  startmail.com sunrise.ch swing.be techie.com tele2.be tele2.fr telefonica.net toile-libre.org usa.net vivaldi.net
  vo.lu vtxnet.ch walla.com wallis.co.nc wanadoo.re worldonline.fr ziggo.nl zohomail.eu
`;
