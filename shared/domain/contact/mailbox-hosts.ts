import { FOUND_LATER } from './mailbox-hosts-found.ts';

/**
 * Hosts at which anybody can open a mailbox: nothing about a firm is shown by an address there (FR-B2B-3). Light enough
 * for the functions that give verdicts or declare contacts, and too heavy for the others: nothing else may import it.
 */

/**
 * From the npm package email-providers 2.26.0 (ISC licence, 7 September 2026): its `common.json`; of its `all.json` the
 * hosts under an ending of France, its territories, the EEA, the United Kingdom, Switzerland or the European Union, and
 * those of the great providers under any ending. Without names that are examples or firms.
 */
const KEPT_LIST = `
  0box.eu 0u.ro 0v.ro 0w.ro 10minut.com.pl 10minutemail.be 10minutemail.co.uk 10minutemail.com 10minutemail.de
  10minutemail.nl 10minutenemail.de 10minutesmail.fr 10x.es 123qwe.co.uk 126.com 14n.co.uk 163.com 1pad.de 1s.fr
  20email.eu 20email.it 20mail.eu 20mail.it 20minutemail.it 21cn.com 2bmail.co.uk 3000.it 30minutenmail.eu 37.com
  3ammagazine.com 418.dk 420blaze.it 4free.li 4mg.com 4pet.ro 60-minuten-mail.de 8191.at 900k.es 9q.ro
  abbeyroadlondon.co.uk about.com abusemail.de abuser.eu abv.bg adelphia.net adiq.eu ados.fr advalvas.be aeiou.pt
  aelo.es agger.ro ahaa.dk aim.com airmail.net airsi.de ak47.hu aktiefmail.nl albawaba.com alice.it aliceadsl.fr
  alive.cz allemails.co.uk alskens.dk altavista.com altavista.se alvilag.hu ama-trade.de ama-trans.de amav.ro
  ananzi.co.za andreihusanu.ro angelfire.com anit.ro anon-mail.de anonmails.de anonymail.dk anonymize.com
  antispam.de antispam24.de antispammail.de aol.co.uk aol.com aol.it apfelkorps.de apollo.lv appc.se
  appinventor.nl arcor.de arcotronics.bg arno.fi arvato-community.de asdasd.nl assurancespourmoi.eu atl.lv att.net
  attbi.com aver.com avh.hu avia-tonic.fr avls.pt awatum.de axeprim.eu b2cmail.de badgerland.eu bangkok.com
  barcelona.com bartdevos.be bcb.ro beer.com beerolympics.se bellatlantic.net bellsouth.net berlin.de
  berlinexpo.de bgx.ro bho.hu bigfoot.com bigfoot.de bigpond.com bigpond.net.au bij.pl bin.8191.at bizhosting.com
  blackplanet.com blip.ch blogos.com blogspam.ro bloq.ro blu.it bluemail.ch bluemail.dk bluewin.ch
  blueyonder.co.uk bolt.com bootybay.de bopunkten.se bossmail.de brennendesreich.de briefkasten2go.de bright.net
  britishintelligence.co.uk btconnect.com btinternet.com btizet.pl btopenworld.co.uk btopenworld.com bugmenot.com
  bumerang.ro byom.de c2.hu c2i.net c3.hu cableone.net caere.it caltanet.it canada.com candymail.de caramail.com
  care2.com cartestraina.ro casino.com catholic.org cazis.fr ceed.se cek.pm centoper.it centrum.cz centrum.sk
  cfo2go.ro cgac.es chacuo.net charm.net charter.net chat.ru cheatmail.de chello.nl chez.com cia.hu ciaoweb.it
  civvic.ro clerk.com clipmail.eu club-internet.fr cnsds.de cock.li codec.ro coder.hu cogeco.ca comcast.net
  compuserve.com comwest.de concentric.net cookiecooker.de cox.net coza.ro cracker.hu crastination.de
  crosswinds.net cs.com csh.ro csinibaba.hu ctos.ch cu.cc curryworld.de cuvox.de cww.de cyber-phone.eu cybernet.it
  d3p.dk dab.ro dailypioneer.com daum.net ddnsfree.com dejanews.com delikkt.de depechemode.com der-kombi.de
  derkombi.de derluxuswagen.de despam.it detik.com dextm.ro dhm.ro digibel.be discardmail.de disign-concept.eu
  dispomail.eu dispose.it dm.w3internet.co.uk dma.in-ulm.de dmarc.ro dmv.com dnses.ro docomo.ne.jp doctor.com
  dodgemail.de dogmail.co.uk doityourself.com dontsendmespam.de dotcom.fr dotman.de dott.it dplanet.ch drevo.si
  droolingfanboy.de dropcake.de drotposta.hu dublin.ie dumpmail.de dwse.edu.pl dx.ez.lv dynu.net e-apollo.lv
  e-mail.dk e-postkasten.de e-postkasten.eu e3z.de earthlink.net easypost.com ebeschlussbuch.de echt-mail.de
  eco.ilmale.it ecolo-online.fr educacao.te.pt ee1.pl ee2.pl einmalmail.de einrot.de eintagsmail.de eircom.net
  elvis.com email-jetable.fr email-london.co.uk email.cbes.net email.com email.cz email.de email.ee email.it
  email.net email.nu email.plala.or.jp email.ro email.ru email.si email.women.com emaildienst.de emailgenerator.de
  emailgo.de emailigo.de emailondeck.com emailtemporar.ro emailto.de empiremail.de enter.net epb.ro epost.de
  eposta.hu eriga.lv erols.com estate-invest.fr estranet.it etgdev.de everyone.net excite.co.jp excite.com
  excite.it ez.lv f.moza.pl f4k.es f5.si fag.wf fakemail.fr fansworldwide.de fantasymail.de farrse.co.uk
  fast-mail.fr fastmail.com.au fastmail.fm fbi.hu fetchmail.co.uk fetchnet.co.uk ficken.de fido.be fiifke.de
  findu.pl fivemail.de fleckens.hu flitafir.de fly-ts.de fmail.co.uk forfree.at fornow.eu forthnet.gr
  fortunecity.com forum.dk foxmail.com fr.nf free.fr freeaccess.nl freegates.be freelance-france.eu freeler.nl
  freemail.c3.hu freemail.com.au freemail.com.pk freemail.de freemail.et freemail.gr freemail.hu freemail.it
  freemail.lt freemail.ms freemail.nl freemail.org.mk freenet.de freeserve.co.uk freestart.hu freesurf.fr
  freesurf.nl freeuk.com freeukisp.co.uk freeyellow.com freezone.co.uk friendlymail.co.uk front.ru frontier.com
  frontiernet.net funnymail.de furzauflunge.de fuse.net fut.es fyii.de g.ycn.ro games.com garbage.com
  gaybrighton.co.uk gazeta.pl geek.com geek.hu gehensiemirnichtaufdensack.de geldwaschmaschine.de geocities.com
  get2mail.fr getmails.eu ghosttexter.de giantmail.de giga4u.de ginzi.be ginzi.co.uk ginzi.es ginzy.co.uk ginzy.eu
  globalfree.it globo.com gmail.co gmail.co.uk gmail.com gmail.com.com gmail.it gmail.om gmx.at gmx.com gmx.de
  gmx.dns-cloud.net gmx.dnsabr.com gmx.fr gmx.li gmx.net go.com go.ro go2net.com goat.si gofree.co.uk golfmail.be
  googlemail.com gportal.hu gratislose.de grish.de gsrv.co.uk guerillamail.de guerrillamail.com guerrillamail.de
  gynzi.co.uk gynzi.es gynzy.at gynzy.es gynzy.eu gynzy.gr gynzy.lt gynzy.pl gynzy.ro gynzy.sk gyorsposta.hu
  gzb.ro hackthatbit.ch hamptonroads.com hartbot.de hat-geld.de headstrong.de hecat.es hello.hu herpderp.nl
  hetnet.nl hey.com hi5.si hidemail.de hideme.be hidemyass.com hispavista.com hmh.ro home.nl home.ro home.se
  homestead.com hot.ee hotbot.com hotmail.be hotmail.ca hotmail.cm hotmail.co.il hotmail.co.jp hotmail.co.kr
  hotmail.co.nz hotmail.co.th hotmail.co.uk hotmail.com hotmail.com.ar hotmail.com.au hotmail.com.br
  hotmail.com.mx hotmail.con hotmail.de hotmail.dk hotmail.es hotmail.fr hotmail.gr hotmail.it hotmail.kg
  hotmail.kz hotmail.nl hotmail.ru hotmail.sg hulapla.de hushmail.cf hushmail.com hvastudiesucces.nl i.am i.ua
  icloud.com icq.com icx.ro idirect.com ieatspam.eu ieh-mail.de iespana.es ig.com.br ige.es ignazio.it
  iinet.net.au ikbenspamvrij.nl ilmale.it ilse.nl imgv.de imposter.co.uk inbox.com inbox.lv inbox.net inbox.ru
  inbox.si incredimail.com indexa.fr india.com indiatimes.com info-media.de infomail.es inicia.es inmail.sk
  inoutmail.de inoutmail.eu instant-mail.de instantmail.fr interaccess.com interfree.it interia.pl inwind.it
  iobox.fi iol.it ip6.li iprimus.com.au ireland.com irj.hu ironiebehindert.de islamonline.net ist-genial.at
  istii.ro itsme.edu.pl ivillage.com iwon.com jakuza.hu jdz.ro jet-renovation.fr jippii.fi jmail.ro
  jobbikszimpatizans.hu jovem.te.pt jsonp.ro jubiimail.dk jumpy.it juno.com kabelmail.de kansascity.com
  katergizmo.de kcrw.de keinhirn.de keinpardon.de keipino.de kgb.hu kitznet.at kiwibox.com knol-power.nl
  kontol.co.uk kostenlosemailadresse.de koszmail.pl kpnmail.nl kurzepost.de kyal.pl l33r.eu labetteraverouge.at
  labo.ch ladymail.cz lain.ch lajoska.pe.hu lamer.hu land.ru laposte.net law.com lawyer.com levele.hu lex.bg
  lez.se libero.it liberto.it libox.fr linuxpl.eu liquidmail.de list.ru live.be live.ca live.cn live.co.kr
  live.co.uk live.com live.com.ar live.com.au live.com.mx live.com.sg live.de live.dk live.fr live.hk live.ie
  live.it live.jp live.mdx.ac.uk live.nl live.vu.edu.au lkgn.se lmxmail.sk lol.it looksmart.co.uk looksmart.com
  lortemail.dk love.cz lukop.dk luso.pt luxusmail.uk lycos.at lycos.co.uk lycos.com lycos.de lycos.es lycos.it
  lycos.ne.jp lycos.nl mac.com maffia.hu magicbox.ro mail-awu.de mail-box.cz mail-easy.fr mail-temporaire.fr
  mail-tester.com mail.austria.com mail.aws910.com mail.az mail.bbexcite.jp mail.bccto.com mail.bccto.me
  mail.bcu.ac.uk mail.be mail.bulgaria.com mail.by mail.byte.it mail.co.za mail.com mail.dcu.ie mail.ee
  mail.entrepeneurmag.com mail.freetown.com mail.goo.ne.jp mail.gr mail.hitthebeach.com mail.ie
  mail.illistnoise.com mail.kmsp.com mail.mailinator.com mail.md mail.me mail.mezimages.net mail.nu mail.org.uk
  mail.partskyline.com mail.pf mail.pharmacy.com mail.pt mail.r-o-o-t.com mail.rossam.com mail.ru mail.salu.net
  mail.sisna.com mail.spaceports.com mail.theboys.com mail.usa.com mail.vasarhely.hu mail.vrfarm.com.tw mail.wtf
  mail.zp.ua mail1a.de mail2web.com mailbox.as mailbox.co.za mailbox.gr mailbox.hu mailbox.org
  mailbox.r2.dns-cloud.net mailbox2go.de mailbox87.de mailclub.fr mailde.de maildu.de mailed.ro maileimer.de
  mailfish.de mailgate.gr mailinator.co.uk mailinator.com mailinator.pl mailme.dk mailme.lv mailmij.nl mailseal.de
  mailtemporaire.fr mailto.de mailtome.de malahov.de manager.de marijuana.nl marketing.lu masrawy.com
  maxmail.co.uk mchsi.com me-mail.hu me.com medscape.com meepsheep.eu megamail.pt meinspamschutz.de message.hu
  messagebeamer.de metacrawler.com miesto.sk migmail.pl mijnhva.nl milavitsaromania.ro mindspring.com
  ministry-of-silly-walks.de miodonski.ch misterpinball.de mji.ro mk24.at mm5.se mobileninja.co.uk
  montevideo.com.uy moot.es motique.de moza.pl mp4.it msk.ru msn.co.uk msn.com mx0.wwwnew.eu mybitti.de mybox.it
  myecho.es myneocards.cz mynetstore.de mypartyclip.de mysamp.de myway.com nanonym.ch nate.com naver.com
  navigator.lv net4b.pt net4you.at netby.dk netcom.com netcourrier.com netins.net netricity.nl netscape.com
  netscape.net netscapeonline.co.uk netspace.net.au netzero.net netzidiot.de neuf.fr nevermail.de newmail.ru
  nh3.ro nie-podam.pl niepodam.pl nincsmail.hu no-spam.hu nomail.ch nonspam.eu nonspammer.de nonze.ro nsaking.de
  ntlworld.com nurfuerspam.de ny.com nyc.com o.spamtrap.ro o2.co.uk o2.pl ohaaa.de oi.com.br onet.pl oninet.pt
  online.de online.ie onlinehome.de onmilwaukee.com opende.de opendns.ro optimum.net optusnet.com.au orange.fr
  orbitel.bg oroki.de outlook.at outlook.be outlook.cl outlook.co.id outlook.co.il outlook.co.nz outlook.co.th
  outlook.com outlook.com.ar outlook.com.au outlook.com.br outlook.com.gr outlook.com.pe outlook.com.tr
  outlook.com.vn outlook.cz outlook.de outlook.dk outlook.es outlook.fr outlook.hu outlook.ie outlook.in
  outlook.it outlook.jp outlook.kr outlook.lv outlook.my outlook.ph outlook.pt outlook.sa outlook.sg outlook.sk
  ownsyou.de ozemail.com.au ozyl.de pacbell.net pagina.de partynight.at pe.hu pedimed-szczecin.pl personal.ro
  phaantm.de photo-impact.eu pii.at piki.si pipeline.com planet.nl plexolan.de pobox.com pobox.hu pobox.sk
  pochta.ru podam.pl politikerclub.de portugalmail.pt post.cz post.sk posta.ro poste.it postfach2go.de postino.ch
  postmaster.co.uk pp.ua premium-mail.fr primposta.hu privacy.net privy-mail.de privymail.de pro.hu prodigy.net
  progetplus.it programozo.hu proprietativalcea.ro proton.me protonmail.ch protonmail.com proxymail.eu prtz.eu
  ptd.net pwp.lv qibl.at qq.com qsl.ro quickmail.nl quickreport.it qwest.net r4nd0m.de r7.com raketenmann.de
  ramail.co.uk rambler.ru rcn.com rcpt.at recyclemail.dk redchan.it rediffmailpro.com redseven.de remote.li
  reply.hu riddermark.de rin.ru ro.lt roadrunner.com rocketmail.com rogers.com rr.ccs.pl rr.com ruru.be rvb.ro
  safersignup.de safetypost.de sagra.lu sandelf.de sanook.com sapo.pt sast.ro saudia.com sbcglobal.net
  scbox.one.pl schafmail.de schrott-email.de sci.fi scottishmail.co.uk scubadiving.com sdf.org seanet.com
  secretemail.de securehost.com.es sejaa.lv send.hu sendme.cz seznam.cz sfr.fr shapoo.ch shaw.ca she.com
  shitmail.de shitware.nl shotgun.hu showslow.de sify.com sina.cn sina.com singnet.com.sg singpost.com
  sinnlos-mail.de skizo.hu sky-ts.de sky.com skynet.be slaskpost.se slowslow.de smapfree24.de smapfree24.eu
  smashmail.de smsforum.ro sneakmail.de sniper.hu sofort-mail.de sofortmail.de sol.dk soldier.hu soon.it sp.nl
  spacewar.com spam.org.es spamail.de spambog.de spamfree.eu spamfree24.de spamfree24.eu spaminator.de spaml.de
  spamoff.de spamthis.co.uk spamtrap.ro spamwc.de spb.ru speed.1s.fr spoofmail.de spray.no spray.se spritzzone.de
  sprynet.com spybox.de squizzy.de squizzy.eu sr.ro.lt sry.li stade.fr starmedia.com stuffmail.de super-auswahl.de
  supereva.it superstachel.de swbell.net sweb.cz sweetxxx.de swissinfo.org sympatico.ca t-online.de t-online.hu
  tafoi.gr talkcity.com talktalk.co.uk talktalk.net tds.net techspot.com tefl.ro telecomix.pl teleline.es
  telenet.be teletu.it telus.net temp-mail.de temp-mail.org temp.headstrong.de tempinbox.co.uk tempmail.de
  tempmail.eu tempmail.it tempmailer.de tempomail.fr temporarily.de terra.cl terra.com terra.com.ar terra.com.br
  terra.es tfwno.gf theend.hu theglobe.com thewebpros.co.uk thex.ro thirdage.com tijdelijke-email.nl
  tijdelijkmailadres.nl tin.it tiscali.at tiscali.be tiscali.co.uk tiscali.it tiscali.lu tiscali.se tkitc.de
  tokenmail.de tom.com top101.de topgamers.co.uk topranklist.de topteam.bg tpg.com.au tracciabi.li trash-mail.at
  trash-mail.de trashdevil.de trashemail.de trashemails.de trashmail.at trashmail.de travel.li trialmail.de
  tvcablenet.be twinmail.de tyhe.ro ukr.net uku.co.uk undo.it uni.de universal.pt uno.ee uno.it unofree.it
  unseen.is uol.com.br upcmail.ie urfunktion.se usa.com used-product.fr vankin.de vda.ro velnet.co.uk verizon.net
  veryday.ch veryday.eu violinmakers.co.uk vip.gr virgilio.it virgin.net virginmedia.co.uk virginmedia.com
  voila.fr voo.be vp.ycare.de w3internet.co.uk w9f.de walla.co.il wanadoo.co.uk wanadoo.es wanadoo.fr warrior.hu
  wawi.es web-emailbox.eu web-ideal.fr web-mail.de web.de web.id webcontact-france.eu webindia123.com webjump.com
  webmail.hu webtrip.ch wef.gr weg-werf-email.de wegwerf-email-addressen.de wegwerf-email-adressen.de
  wegwerf-email.at wegwerf-email.de wegwerf-emails.de wegwerfadresse.de wegwerfemail.de wegwerfmail.de
  wegwerpmailadres.nl wegwrfmail.de westnet.com.au wiki.8191.at windowslive.com wlist.ro wooow.it wow.com
  wowway.com wp.pl wwwnew.eu x.ip6.li xcode.ro xoom.com xww.ro y.bcb.ro ya.ru yahoo.ca yahoo.cn yahoo.co.id
  yahoo.co.in yahoo.co.jp yahoo.co.kr yahoo.co.nz yahoo.co.th yahoo.co.uk yahoo.com yahoo.com.ar yahoo.com.asia
  yahoo.com.au yahoo.com.br yahoo.com.cn yahoo.com.es yahoo.com.hk yahoo.com.is yahoo.com.malaysia yahoo.com.mx
  yahoo.com.my yahoo.com.ph yahoo.com.ru yahoo.com.sg yahoo.com.tw yahoo.com.vn yahoo.de yahoo.dk yahoo.es
  yahoo.fr yahoo.gr yahoo.ie yahoo.in yahoo.it yahoo.jp yahoo.om yahoo.ro yahoo.ru yahoo.se yahoofs.com yam.com
  yandex.com yandex.ru ycare.de ycn.ro yeah.net yep.it ymail.com ymail.net ymail.org yodx.ro yoo.ro yopmail.com
  yopmail.fr yui.it z0d.eu za.com zaktouni.fr zavio.nl zebins.eu zeepost.nl zehnminuten.de zehnminutenmail.de
  zepp.dk zip.net zipzaps.de zoho.com zonnet.nl zp.ua zzn.com zzom.co.uk
`;

/** Names that a great provider has under many endings (`yahoo.fr`, `hotmail.co.uk`); `live` is a word of everybody's, and is listed. */
const FAMILIES = /^(?:aol|gmx|hotmail|msn|outlook|windowslive|yahoo|yandex|ymail)\.(?:[a-z]{2,3}\.)?[a-z]{2,4}$/;

/**
 * What that list lacks: access providers in France, from the list of shared mailboxes that suitenumerique/st-home keeps
 * for French municipalities, the provider database of Thunderbird (12 March 2026), and providers of our own finding.
 * Read on 24 November 2026.
 */
const ADDED = `
  9business.fr 9online.fr adeli.biz akeonet.com alsatis.net aol.fr aricia.fr bbox.fr bouygtel.fr
  bouyguestelecom.fr cegetel.net club.fr dartybox.com disroot.org duck.com estvideo.fr evc.net evhr.net
  fastmail.com fr.oleane.com gmail.fr gmx.ch gmx.lu hotmail.ch hotmail.lu idyle-telecom.com ik.me izi.re
  keemail.me keyyomail.com kidcity.be lagoon.nc lgtel.fr libertysurf.fr live.ch live.lu mailo.com mailoo.org
  mcom.fr mediaserv.net mls.nc modulonet.fr net-c.fr netcourrier.fr noos.fr nordnet.fr numericable.com
  numericable.fr offratel.nc online.fr only.fr outlook.ch outlook.lu ozone.net pagesperso-orange.fr pm.me
  posteo.be posteo.ch posteo.de posteo.lu posteo.net proximus.be riseup.net rtvc.fr telwan.fr tiscali.fr tubeo.eu
  tuta.com tuta.io tutamail.com tutanota.com tutanota.de tv-com.net vialis.net west-telecom.com wibox.fr yahoo.be
  yahoo.ch zaclys.net zeop.re
`;

/** Every host that is listed; tests draw from it. */
export const PUBLIC_MAILBOX_HOSTS: readonly string[] = `${KEPT_LIST} ${ADDED} ${FOUND_LATER}`
  .split(/\s+/)
  .filter((host) => host !== '');

const HOSTS: ReadonlySet<string> = new Set(PUBLIC_MAILBOX_HOSTS);

const isListed = (host: string): boolean => HOSTS.has(host) || FAMILIES.test(host);

/** A host, and every domain that it is below. */
const withParents = (host: string): readonly string[] => {
  const labels = host.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
};

/** True for an e-mail address at a public host, or below one; false for any other, and for a telephone number. */
export const isPublicMailbox = (address: string): boolean => {
  const at = address.lastIndexOf('@');
  return at > 0 && withParents(address.slice(at + 1).toLowerCase()).some(isListed);
};
