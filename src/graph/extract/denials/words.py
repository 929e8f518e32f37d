"""Words of which the tables of denials are made: negation, figures, counting, having, telling, and what bars them."""

from __future__ import annotations

NOT = r"niet|geen|nergens|nooit|niets|evenmin|noch|onvoldoende|nauwelijks"
NEVER = r"niet|nergens|nooit|evenmin"
LAST = r"(?=$|[.,;:)])"
HARD = rf"{NOT}|lastig|moeilijk|ingewikkeld|onmogelijk|ondoenlijk|beperkt"
INFO = (
    r"\w*(?<!per)(?<!persoons)gegevens|\w*cijfers?|\w*data|(?!des)\w*informatie|\w*statistiek(?:en)?|\w*registraties?|"
    r"(?:in|over)?zicht(?:en)?|(?:totaal|cijfer|landelijk )?beeld|\w*aantal(?:len)?|\w*percentages?|"
    r"\w*(?:uitsplitsing|verdeling|schatting|raming|prognose|berekening|kwantificering|"
    r"analyse|(?<!s)telling|meting)(?:en|s)?|"
    r"\w*bedrag(?:en)?|\w*onderzoek(?:en)?|kostenplaatje|nulmeting|doorlooptijden|tijdreeks(?:en)?"
)
ADJECTIVES = r"(?:(?!(?:van|voor|op|in|om|aan|over|naar|met|tussen|bij|te|die|dat|is|zijn|heeft) )[\w-]+,? ){0,4}"
OTHERS = r"(?:de|uw) (?:Tweede )?Kamer|burgers|ouders|consument(?:en)?|huurders|verdachten?"
MUCH = (
    r"hoeveel|hoe (?:vaak|groot|hoog|lang|veel|oud|snel|zwaar)|welke?|in hoeverre|in welke mate|"
    r"(?:het|de|exacte|precieze|totale) (?:\w+ )?(?:\w*aantal(?:len)?|omvang|\w*percentage|aandeel|hoogte|duur|effect|"
    r"bedrag|kosten|schade|opbrengst|oorzaak|impact|deel)|effecten|gevolgen|oorzaken|aantallen|kosten|bedragen"
)
ASKED = rf"{INFO}|{MUCH}|of|wat|wie|wanneer|waar\w*|hoe"
COUNTED = (
    r"geregistreerd|bijgehouden|gemonitord|uitgevraagd|geadministreerd|geïnventariseerd|"
    r"geturfd|gedocumenteerd|meegeteld"
)
GATHERED = r"verzameld|vastgelegd|gemeten|geteld|bijeengebracht|opgevraagd|gerapporteerd|gepubliceerd|gevolgd|ontsloten"
PASSIVE = r"word(?:t|en)|werd(?:en)?"
LAW = r"\w*wet(?:telijk\w*|geving)?|verdrag\w*|contract\w*|overeenkomst\w*|regeling|verbod|strafbaar"
THERE = (
    r"beschikbaar|voorhanden|bekend|openbaar|aanwezig|toegankelijk|vindbaar|inzichtelijk|gereed|paraat|"
    r"te vinden|terug te vinden|te geven|te verkrijgen|opgenomen"
)
HAVE = (
    r"is|zijn|was|waren|bestaat|bestaan|heb(?:ben)?|heeft|beschik(?:t|ken)?|bezit(?:ten)?|ken(?:t|nen)?|"
    rf"bijhoud(?:t|en)|houd(?:t|en)|publice(?:ert|ren)|ontbre\w+|{THERE}"
)
TAKEN_APART = (
    r"herleid(?:en)?|af(?: te |ge)?leid(?:en)?|achterhaald|achterhalen|uit(?: te |ge)?splits?(?:en|t)?|onderscheiden|"
    r"op(?: te )?maken|ontleend|ontlenen|destilleren|gedestilleerd|filteren|gefilterd|isoleren|geïsoleerd|"
    r"verbijzonder(?:en|d)|"
    r"(?:ge)?specificeren|gespecificeerd|(?:ge)?kwantific\w+|becijfer(?:en|d)|toe(?: te |ge)?reken(?:en|d)|herleidbaar|"
    r"toewijsbaar|gereconstrueerd|reconstrueren|uitdrukken|uitgedrukt|onderverde(?:len|eld)|uitgelicht|verifiëren|"
    r"geverifieerd|uit (?:\w+ ){0,4}(?:syste(?:em|men)|registraties?|administratie|bestanden|cijfers|data) "
    r"(?:van (?:\w+ ){1,3})?(?:te )?(?:halen|gehaald)"
)
MADE_OUT = (
    r"vast(?: te |ge)?stel(?:len|d)|bepa(?:len|ald)|bereken(?:en|d)|na(?: te |ge)?gaan|geraamd|ramen|"
    r"(?:in ?)?(?:te )?schatten|"
    r"(?:in)?geschat|vergele?ijken|vergeleken|aan(?: te |ge)?geven|voorspel(?:len|d)|zeggen|gezegd|noemen|genoemd|"
    r"(?:aan ?)?(?:ge)?geven|(?:te )?duiden|beantwoord(?:en)?|(?:ge)?genereren|gegenereerd|maken|gemaakt|"
    r"verstrek(?:ken|t)|(?:aan)?leveren|(?:aan)?geleverd|(?:in)?zien|onderbouwen|onderbouwd|beoordelen|concluderen|"
    r"vaststelbaar"
)
CAN = r"kan|kunnen|kon|konden|te|valt|vallen|laat|laten|mogelijk|onmogelijk|lukt|lukte|staat"
GUARDED = (
    r"\w*vertrouwelijk\w*|\w*(?:bedrijfs|concurrentie|koers|markt|commercieel )gevoelig\w*|bedrijfsgegevens|"
    r"staatsgeheim\w*|gerubriceerd\w*|\w*geheimhouding\w*|beroepsgeheim|beursgenoteerd\w*|privacy\w*|AVG|"
    r"persoonsgegevens|"
    r"nationale veiligheid|staatsveiligheid|opsporingsbelang|onderzoeksbelang|"
    r"lopende? (?:\w+ )?(?:\w*onderzoek\w*|procedures?|zaak|zaken|onderhandelingen)|"
    r"(?:tot|naar) (?:individuele |natuurlijke )?(?:personen|bedrijven)|bedrijfsgevoelige"
)
TOLD = (
    r"delen|gedeeld|verstrek\w+|openbaar(?! ministerie)|openbaarheid|mede(?:ge)?deel?d?|mede te delen|mededel\w+|"
    r"uitspra\w+|"
    r"in(?: te |ge)?gaan|noemen|genoemd|geven|gegeven|doen|publice\w+|gepubliceerd|bekend ?(?:ge)?ma\w+|vrijgegeven"
)
EVENT = (
    r"gedeeld|uitgewisseld|verwerkt|gelekt|buitgemaakt|doorgegeven|verloren|misbruikt|ingezien|ontvreemd|gestolen|"
    r"voorbeeld(?:en)?|in (?:het )?zicht|aanleiding|voornemens?|voorzien van"
)
DONE = (
    r"onderzocht|uitgezocht|geïnventariseerd|geanalyseerd|in kaart gebracht|berekend|doorgerekend|uitgewerkt|"
    r"geëvalueerd|nagegaan|bezien|gemonitord"
)
SIGNS = (
    rf"{HARD}|onbekend|onduidelijk|ongewis|ontbre\w+|weinig|minder|te vroeg|prematuur|voorbarig|pas|nog|momenteel|"
    r"thans|op dit moment|nader|dossier\w*|handmatig\w*|onevenredig\w*|disproportione\w+|buiten"
)
"""Words of which every denial has one: a sentence without them need not be tried."""

Row = tuple[str, str, tuple[str, ...], str | None, str | None]
"""Rule, phrase that it is for, words of one clause in any order, what the sentence is about, what it must not hold."""
