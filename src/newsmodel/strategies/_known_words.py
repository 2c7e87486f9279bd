"""What known stories are made of: invented people, real states, plain clauses."""

from __future__ import annotations

import functools
from typing import NamedTuple

from newsmodel.lexicons import table
from newsmodel.model import ClaimAct, SanctionMeasure, SanctionStatus


class Party(NamedTuple):
    """Someone who acts: as the text names it, its name and, of a state, its code."""

    words: str
    name: str
    country: str = ""


STATES = tuple(
    Party(words, words.removeprefix("the "), country)
    for words, country in (
        ("Brazil", "BR"),
        ("Canada", "CA"),
        ("France", "FR"),
        ("Germany", "DE"),
        ("India", "IN"),
        ("Iran", "IR"),
        ("Japan", "JP"),
        ("Kenya", "KE"),
        ("Norway", "NO"),
        ("Poland", "PL"),
        ("Russia", "RU"),
        ("Sweden", "SE"),
        ("Ukraine", "UA"),
        ("the United Kingdom", "GB"),
        ("the United States", "US"),
    )
)
BODIES = tuple(
    Party(f"the {name}", name) for name in ("European Union", "United Nations")
)
TITLES = ("Foreign Minister", "Defence Minister", "President", "Prime Minister")
GIVEN = ("Anna", "Boris", "Carla", "Henrik", "Lena", "Omar", "Paula", "Viktor")
FAMILY = ("Dorvik", "Harrowgate", "Istrati", "Marchetti", "Okoro", "Quillan", "Valenko")

FACTS = (
    "the ferry had sunk",
    "the dam was safe",
    "the reactor had leaked",
    "the harvest was ruined",
    "the convoy left at dawn",
    "prices would rise",
    "the road was closed",
    "the pipeline had burst",
    "the school would open again",
    "both pilots were alive",
    "the census was wrong",
    "no ship had passed the strait",
)
"""Clauses, none of which names a time, a place or a party."""
DEEDS = (
    "shelling the port",
    "hiding the report",
    "cutting the cable",
    "closing the mine",
    "jamming the radio",
    "arming the rebels",
)
"""What one may be accused of, or praised for."""
TASKS = (
    "to open the border",
    "to rebuild the bridge",
    "to sign the treaty",
    "to share the water",
    "to release the crew",
    "to withdraw the tanks",
)
VERDICTS = ("a waste of time", "very useful", "a step forward", "long and bitter")
"""How something was, as one may say it."""

REPORTING = {
    "said that": ClaimAct.STATEMENT,
    "announced that": ClaimAct.STATEMENT,
    "added that": ClaimAct.STATEMENT,
    "denied that": ClaimAct.DENIAL,
    "admitted that": ClaimAct.ADMISSION,
    "acknowledged that": ClaimAct.ADMISSION,
    "warned that": ClaimAct.WARNING,
    "predicted that": ClaimAct.PREDICTION,
    "believed that": ClaimAct.BELIEF,
    "feared that": ClaimAct.BELIEF,
    "asked whether": ClaimAct.QUESTION,
}
"""Cues with what opens their clause."""
JUDGING = {
    "accused": (ClaimAct.ACCUSATION, "of"),
    "blamed": (ClaimAct.ACCUSATION, "for"),
    "praised": (ClaimAct.PRAISE, "for"),
    "criticised": (ClaimAct.CRITICISM, "for"),
    "condemned": (ClaimAct.CRITICISM, "for"),
}
"""Cues that take a party and a deed."""
ASKING = ("urged", "asked", "told")
"""Cues that take a party and a task: demands.  Whom one told is no content."""
PLEDGING = {
    "promised": ClaimAct.PROMISE,
    "vowed": ClaimAct.PROMISE,
    "refused": ClaimAct.REFUSAL,
}
"""Cues that take a task of one's own."""

MEASURES = {
    "sanctions": SanctionMeasure.UNSPECIFIED,
    "an arms embargo": SanctionMeasure.ARMS_EMBARGO,
    "a trade embargo": SanctionMeasure.TRADE_EMBARGO,
    "a travel ban": SanctionMeasure.TRAVEL_BAN,
    "an asset freeze": SanctionMeasure.ASSET_FREEZE,
    "visa bans": SanctionMeasure.VISA_BAN,
}
STATUSES = {
    "imposed": SanctionStatus.IMPOSED,
    "lifted": SanctionStatus.LIFTED,
    "eased": SanctionStatus.EASED,
    "extended": SanctionStatus.EXTENDED,
    "tightened": SanctionStatus.EXTENDED,
}


@functools.cache
def cities() -> tuple[Party, ...]:
    """Give the large cities of our states, as the gazetteer has them, by name."""
    countries = {state.country for state in STATES}
    return tuple(
        sorted(
            Party(row["name"], row["name"], row["country"])
            for row in table("places.tsv")
            if row["kind"] == "city"
            and row["country"] in countries
            and int(row["population"] or 0) > 2_000_000
            and not row["ambiguous"]
        )
    )
