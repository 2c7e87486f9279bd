"""Which measure a sanction is, by its own words and by what it is aimed at."""

from __future__ import annotations

from newsmodel.lexicons import toml
from newsmodel.parsers._clauses import Clauses
from newsmodel.parsers._sanctions_triggers import Trigger, words


def measure_of(clauses: Clauses, trigger: Trigger) -> str:
    """The measure that a trigger names, with what stands around it."""
    if trigger.measure == "blockade":
        return "trade_embargo"
    if trigger.measure not in ("unspecified", "trade_embargo"):
        return trigger.measure
    first, stop = clauses.sentence(trigger.first)
    before = clauses.lower[max(first, trigger.first - 2) : trigger.first]
    modifiers: dict[str, list[str]] = toml("sanctions.toml")["modifiers"]
    for measure in modifiers if trigger.measure == "unspecified" else ():
        if before and before[-1] in words("modifiers", measure):
            return measure
    return _by_target(clauses, trigger, stop)


def _by_target(clauses: Clauses, trigger: Trigger, stop: int) -> str:
    """The sector or trade that stands behind: "sanctions on Sudan's oil industry"."""
    if trigger.measure != "unspecified":
        return trigger.measure
    behind = clauses.lower[trigger.stop : min(stop, trigger.stop + 12)]
    aims = [n for n, w in enumerate(behind) if w in ("on", "against")]
    if aims:
        begin = trigger.stop + aims[0] + 1
        phrase = clauses.noun_phrase(begin, stop)
        last = clauses.lower[phrase.stop - 1] if phrase.stop > begin else ""
        for measure in ("sectoral", "import_ban", "export_control"):
            if last in words("aims", measure):
                return measure
    return _elaborated(clauses, trigger, stop)


def _elaborated(clauses: Clauses, trigger: Trigger, stop: int) -> str:
    """What the sanction keeps others from: "barring firms from dealing with him"."""
    verb = None
    for at in range(trigger.stop, min(stop - 1, trigger.stop + 16)):
        if clauses.texts[at] in ".;:":
            break
        verb = at if clauses.lower[at] in words("elaborations", "verbs") else verb
        if verb is not None and clauses.lower[at] == "from":
            for measure in ("financial", "import_ban", "export_control"):
                if clauses.lower[at + 1] in words("elaborations", measure):
                    return measure
    return trigger.measure
