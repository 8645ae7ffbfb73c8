"""Made-up matters of reports, so that tests read like what they test. Every sentence is ours."""

import datetime
from dataclasses import replace
from typing import Any

from whimbrel.engagements.coverage import Answer, Became, Made, OutputState, Source
from whimbrel.engagements.disposition import Disposition, Proposed, Why
from whimbrel.mandates.kept import Funding, Limit, Nature
from whimbrel.reporting.matter import (
    Accord,
    Campaign,
    Cost,
    Deed,
    Draft,
    DraftItem,
    Edition,
    Gathering,
    Instrument,
    Matter,
    Named,
    Narrative,
    Pointer,
    Promise,
    Targets,
    Theme,
    View,
)
from whimbrel.reporting.text import Text

COP14 = Gathering(short="COP14", starts=datetime.date(2024, 2, 12), ends=datetime.date(2024, 2, 17))
COP15 = Gathering(
    short="COP15",
    place=Text.of(en="Campo Grande, Brazil", fr="Campo Grande, Brésil", es="Campo Grande, Brasil"),
    starts=datetime.date(2026, 3, 23),
    ends=datetime.date(2026, 3, 29),
)
CORRIDORS = Instrument(
    number="12.7 (Rev.COP14)",
    nature=Nature.RESOLUTION,
    title=Text.of(
        en="Flyways and Corridors", fr="Voies de migration et corridors", es="Rutas y corredores"
    ),
    adopted=COP14,
)
TITLE = Text.of(
    en="Night Sky and Migratory Bats",
    fr="Ciel nocturne et chauves-souris migratrices",
    es="Cielo nocturno y murciélagos migratorios",
)
EUROBATS = Named(
    key="eurobats",
    name=Text.of(
        en="Agreement on the Conservation of Populations of European Bats",
        fr="Accord relatif à la conservation des populations de chauves-souris d'Europe",
        es="Acuerdo sobre la conservación de las poblaciones de murciélagos de Europa",
    ),
    acronym=Text.of(en="EUROBATS"),
)
IUCN = Named(
    key="iucn",
    name=Text.of(en="International Union for Conservation of Nature"),
    acronym=Text.of(en="IUCN", fr="UICN", es="UICN"),
)
CBD = Named(
    key="cbd",
    name=Text.of(en="Convention on Biological Diversity"),
    acronym=Text.of(en="CBD", fr="CDB", es="CDB"),
)
LINE = Text.of(
    en="Directed to the Secretariat", fr="À l'adresse du Secrétariat", es="Dirigida a la Secretaría"
)
CHAPEAU = Text.of(
    en="The Secretariat shall, subject to the availability of external resources:",
    fr="Le Secrétariat, sous réserve de la disponibilité de ressources externes :",
    es="La Secretaría, con sujeción a la disponibilidad de recursos externos:",
)
MONEY = Limit(
    words="subject to the availability of external resources",
    kind="external-resources",
    funding=Funding.NONE,
)


def decision(number: str) -> Instrument:
    """A decision of COP14 on bats."""
    return Instrument(number=number, nature=Nature.DECISION, title=TITLE, adopted=COP14)


def promise(name: str, status: Became | None, **fields: Any) -> Promise:
    """A provision with a stated status."""
    number, _, item = name.partition(" ")
    reason = fields.pop("why", "")
    outputs = fields.pop("outputs", ())
    answer = status and Answer(
        provision=name,
        status=status,
        stated=fields.pop("stated", True),
        source=Source.PERSON,
        reason=reason,
        evidence=fields.pop("evidence", ()),
        outputs=outputs,
    )
    proposed = fields.pop("proposed", None)
    return Promise(
        name=name,
        item=item,
        instrument=fields.pop("instrument", None) or decision(number),
        words=fields.pop(
            "words", Text.of(en="map the lights;", fr="cartographier;", es="cartografiar;")
        ),
        directed=fields.pop("directed", LINE),
        answer=answer,
        disposition=proposed and Disposition(provision=name, proposed=proposed, why=Why.SAID),
        reason_language=fields.pop("reason_language", "en"),
        **fields,
    )


def deed(key: str, sentence: str = "", **fields: Any) -> Deed:
    """An engagement with its English sentence."""
    return Deed(
        key=key,
        kind=fields.pop("kind", "workshop"),
        title=fields.pop("title", Text.of(en=key.capitalize())),
        sentence=Text.of(en=sentence),
        since=fields.pop("since", "2025-03"),
        evidence=fields.pop("evidence", (f"UNEP/CMS/COP15/Inf.21#para_{key}",)),
        **fields,
    )


def bats(language: str = "en", **fields: Any) -> Matter:
    """A whole report on bats and lights."""
    whole = Matter(
        language=language,
        meeting=COP15,
        last=COP14,
        title=TITLE,
        symbol="UNEP/CMS/COP15/Doc.21",
        item="21",
        date=datetime.date(2026, 1, 12),
        house=Text.of(
            en="Convention on Migratory Species",
            fr="Convention sur les espèces migratrices",
            es="Convención sobre las Especies Migratorias",
        ),
        versions=("en", "fr", "es"),
        promises=(
            promise(
                "12.7 (Rev.COP14) 4",
                Became.ONGOING,
                instrument=CORRIDORS,
                words=Text.of(
                    en="Requests the Secretariat to keep the map of corridors up to date;",
                    fr="Prie le Secrétariat de tenir à jour la carte des corridors ;",
                    es="Pide a la Secretaría que mantenga al día el mapa de corredores;",
                ),
                ours=True,
                stated=False,
            ),
            promise(
                "14.20",
                None,
                words=Text.of(
                    en="Parties are invited to tell the Secretariat which roosts they have lit.",
                    fr="Les Parties sont invitées à indiquer au Secrétariat les gîtes éclairés.",
                    es="Se invita a las Partes a indicar a la Secretaría los refugios iluminados.",
                ),
                directed=Text.of(
                    en="Directed to Parties",
                    fr="À l'adresse des Parties",
                    es="Dirigida a las Partes",
                ),
                proposed=Proposed.DELETE,
            ),
            promise(
                "14.21 a)",
                Became.NOT,
                why="late start of the project",
                chapeau=CHAPEAU,
                words=Text.of(
                    en="convene a group on lights along flyways, and draw up a template; and",
                    fr="réunir un groupe de travail sur l'éclairage, et établir un modèle ; et",
                    es="convocar un grupo sobre la iluminación y preparar una plantilla; y",
                ),
                conditions=(MONEY,),
                ours=True,
                topic=Text.of(en="Lights along flyways", fr="Éclairage", es="Iluminación"),
                outputs=(
                    OutputState(
                        kind="working-group", words="group", state=Made.NOT_MADE, reason="no money"
                    ),
                    OutputState(kind="template", words="template", state=Made.NOT_KNOWN),
                ),
                proposed=Proposed.RENEW,
            ),
            promise(
                "14.21 b)",
                Became.PARTLY,
                chapeau=CHAPEAU,
                words=Text.of(
                    en="review the effect of street lamps on bats and report to COP15.",
                    fr="examiner l'effet des lampadaires et faire rapport à la COP15.",
                    es="examinar el efecto de las farolas e informar a la COP15.",
                ),
                conditions=(MONEY,),
                due=("COP15",),
                ours=True,
                topic=Text.of(
                    en="Review of street lamps", fr="Examen des lampadaires", es="Farolas"
                ),
                outputs=(
                    OutputState(
                        kind="review",
                        words="review",
                        state=Made.MADE,
                        address="UNEP/CMS/COP15/Inf.21",
                    ),
                ),
                proposed=Proposed.DELETE,
            ),
            promise(
                "14.22",
                Became.ELSEWHERE,
                words=Text.of(
                    en="The Scientific Council is requested to advise on caves.",
                    fr="Le Conseil scientifique est prié de donner son avis sur les grottes.",
                    es="Se pide al Consejo Científico que asesore sobre las cuevas.",
                ),
                directed=Text.of(
                    en="Directed to the Scientific Council",
                    fr="À l'adresse du Conseil scientifique",
                    es="Dirigida al Consejo Científico",
                ),
                elsewhere=(
                    Pointer(
                        symbol="UNEP/CMS/COP15/Doc.22",
                        title=Text.of(en="Caves and Roosts", fr="Grottes et gîtes", es="Cuevas"),
                    ),
                ),
                proposed=Proposed.DELETE,
            ),
        ),
        themes=(
            Theme(
                key="cities",
                heading=Text.of(
                    en="Work with cities",
                    fr="Travail avec les villes",
                    es="Trabajo con las ciudades",
                ),
            ),
        ),
        deeds=(
            deed(
                "nairobi",
                "The Secretariat took part in a workshop on dark skies, convened by IUCN in "
                "Nairobi, Kenya, in March 2025",
                partners=(IUCN,),
                provisions=("12.7 (Rev.COP14) 4",),
                theme="cities",
            ),
            deed(
                "bonn",
                "The Secretariat attended a meeting of the EUROBATS Advisory Committee in Bonn, "
                "Germany, on 5 May 2025.",
                kind="liaison-meeting",
                since="2025-05-05",
                partners=(EUROBATS,),
                provisions=("12.7 (Rev.COP14) 4",),
                theme="cities",
                state="ongoing",
                pointers=(
                    Pointer(symbol="UNEP/CMS/COP15/Doc.23", title=Text.of(en="Bats of Europe")),
                ),
            ),
            deed(
                "lamps",
                "The Secretariat collected information on street lamps from CBD in 2024.",
                kind="information-gathering",
                since="2024",
                partners=(CBD,),
                provisions=("14.21 b)",),
                state="ongoing",
            ),
            deed(
                "atlas",
                kind="joint-output",
                title=Text.of(
                    en="Atlas of lit roosts",
                    fr="Atlas des gîtes éclairés",
                    es="Atlas de refugios iluminados",
                ),
                partners=(IUCN, EUROBATS),
                provisions=("12.7 (Rev.COP14) 4",),
                since="",
                evidence=(),
            ),
        ),
        accords=(
            Accord(
                key="plan",
                name=Text.of(
                    en="Joint Work Plan of CMS and EUROBATS",
                    fr="Plan de travail conjoint de la CMS et d'EUROBATS",
                    es="Plan de trabajo conjunto de la CMS y EUROBATS",
                ),
                since="2021",
                until="2025",
            ),
        ),
        campaigns=(
            Campaign(
                key="bat-night",
                name=Text.of(
                    en="International Bat Night",
                    fr="Nuit internationale de la chauve-souris",
                    es="Noche Internacional de los Murciélagos",
                ),
                editions=(
                    Edition(
                        key="2025",
                        when="2025-08-30",
                        slogan=Text.of(en="Switch Off", fr="Éteignez", es="Apaga"),
                        partners=(EUROBATS,),
                    ),
                    Edition(key="2026", when="2026-08-29"),
                ),
            ),
        ),
        views=(
            View(
                key="v1",
                holder=Text.of(
                    en="the Standing Committee", fr="le Comité permanent", es="el Comité Permanente"
                ),
                quote=Text.of(en="lights should be a matter for cities first"),
                address="UNEP/CMS/StC55/Doc.4#para_12",
            ),
        ),
        drafts=(
            Draft(
                key="lights",
                heading=Text.of(en="Lights along flyways", fr="Éclairage", es="Iluminación"),
                directed=LINE,
                words=CHAPEAU,
                items=(
                    DraftItem(
                        label="a)",
                        words=Text.of(
                            en="convene a working group on lights along flyways; and",
                            fr="réunir un groupe de travail sur l'éclairage ; et",
                            es="convocar un grupo de trabajo sobre la iluminación; y",
                        ),
                    ),
                    DraftItem(
                        label="b)",
                        words=Text.of(
                            en="draw up a template.",
                            fr="établir un modèle.",
                            es="preparar una plantilla.",
                        ),
                    ),
                ),
                renews=("14.21 a)",),
                costs=(
                    Cost(
                        activity=Text.of(
                            en="Meeting of the group",
                            fr="Réunion du groupe",
                            es="Reunión del grupo",
                        ),
                        year="2027",
                        amount="USD 40,000",
                        source=Text.of(en="voluntary", fr="volontaire", es="voluntaria"),
                        staff_days="30",
                    ),
                ),
            ),
            Draft(
                key="caves",
                heading=Text.of(en="Caves", fr="Grottes", es="Cuevas"),
                directed=Text.of(
                    en="Directed to Parties",
                    fr="À l'adresse des Parties",
                    es="Dirigida a las Partes",
                ),
                words=Text.of(
                    en="Parties are urged to keep caves dark.",
                    fr="Les Parties sont instamment priées de ne pas éclairer les grottes.",
                    es="Se insta a las Partes a mantener oscuras las cuevas.",
                ),
            ),
        ),
        targets=(
            Targets(
                plan=Text.of(
                    en="Strategic Plan for Migratory Species 2024-2032",
                    fr="Plan stratégique pour les espèces migratrices 2024-2032",
                    es="Plan Estratégico para las Especies Migratorias 2024-2032",
                ),
                every=True,
                especially=("6.4",),
            ),
        ),
        narratives=(
            Narrative(
                place="discussion",
                language="en",
                paragraphs=(
                    "Cities have answered sooner than States, and we should build on them.",
                ),
                by="officer",
            ),
        ),
    )
    return replace(whole, **fields)
