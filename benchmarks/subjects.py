"""What invented papers speak of: ministries, agencies, laws, what they count and for whom."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    """What one ministry is asked about.

    Attributes:
        ministry: as papers name it.
        agency: who counts, with its article.
        law: what it carries out, without its article.
        dossier: the title of a dossier.
        things: what is counted, the most frequent first.
        parts: into what a table divides them.
    """

    ministry: str
    agency: str
    law: str
    dossier: str
    things: tuple[str, ...]
    parts: tuple[str, ...]


SUBJECTS = (
    Subject(
        "Asiel en Migratie",
        "het COA",
        "Vreemdelingenwet 2000",
        "Vreemdelingenbeleid",
        tuple("asielaanvragen opvangplekken statushouders nareizigers noodopvanglocaties inburgeraars".split()),
        ("Eerste aanvragen", "Herhaalde aanvragen", "Nareis"),
    ),
    Subject(
        "Volksgezondheid, Welzijn en Sport",
        "de NZa",
        "Wet langdurige zorg",
        "Langdurige zorg",
        tuple("verpleeghuisplaatsen zorgverleners behandelingen huisartsen wachtenden indicaties patiënten".split()),
        ("Verpleging", "Verzorging", "Behandeling"),
    ),
    Subject(
        "Onderwijs, Cultuur en Wetenschap",
        "DUO",
        "Wet op het voortgezet onderwijs 2020",
        "Voortgezet onderwijs",
        tuple("leerlingen studenten scholen leraren diploma's thuiszitters vacatures beurzen".split()),
        ("Vmbo", "Havo", "Vwo"),
    ),
    Subject(
        "Justitie en Veiligheid",
        "de politie",
        "Algemene wet bestuursrecht",
        "Politie",
        tuple("aangiften verdachten agenten gevangenen boetes slachtoffers overvallen".split()),
        ("Noord", "Midden", "Zuid"),
    ),
    Subject(
        "Sociale Zaken en Werkgelegenheid",
        "het UWV",
        "Participatiewet",
        "Arbeidsmarktbeleid",
        tuple("uitkeringen werkzoekenden werknemers herbeoordelingen bezwaarschriften toekenningen".split()),
        ("WIA", "WW", "Wajong"),
    ),
    Subject(
        "Infrastructuur en Waterstaat",
        "het CBS",
        "Wegenverkeerswet 1994",
        "Verkeersveiligheid",
        tuple("verkeersdoden voertuigen bruggen reizigers laadpalen vluchten treinen".split()),
        ("Auto", "Fiets", "Trein"),
    ),
    Subject(
        "Economische Zaken",
        "de RVO",
        "Mijnbouwwet",
        "Bedrijfslevenbeleid",
        tuple("bedrijven aanvragen subsidies windmolens faillissementen schademeldingen".split()),
        ("Klein", "Middelgroot", "Groot"),
    ),
    Subject(
        "Landbouw, Natuur en Voedselkwaliteit",
        "de NVWA",
        "Wet dieren",
        "Dierenwelzijn",
        tuple("inspecties melkveehouders dieren overtredingen slachterijen stallen".split()),
        ("Koeien", "Varkens", "Kippen"),
    ),
)

MANNERS = tuple(
    "nieuwe openstaande afgehandelde toegekende afgewezen tijdelijke regionale erkende gemelde betaalde kleine grote "
    "particuliere gemeentelijke landelijke lopende beëindigde geregistreerde".split()
)
GROUPS = tuple(
    "jongeren ouderen gezinnen alleenstaanden kinderen studenten statushouders mantelzorgers ondernemers gemeenten "
    "scholen vrouwen zelfstandigen starters gepensioneerden vrijwilligers nieuwkomers werkgevers".split()
)
PARTIES = tuple("VVD CDA D66 PvdA SP GroenLinks SGP ChristenUnie PVV Volt".split())
FIRST_NAMES = tuple("jan piet hoek dijk wester ooster noorder zuider boer bakker molen water linden eiken".split())
MONTHS = tuple("januari februari maart april mei juni juli augustus september oktober november december".split())
