"""Score an article against the answer to its story, item by item."""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from seeds import SEEDS, ZONES, Answer, Item, Side, Span, Table, overlap

# Kinds that a careful reader may give instead of the one in the answer.
_LIKE = {
    "country": {"country", "government"},
    "government": {"government", "country", "organisation"},
    "organisation": {"organisation", "government", "media", "group"},
    "media": {"media", "organisation"},
    "person": {"person"},
    "group": {"group", "organisation"},
}


@dataclass
class Score:
    """What was right, item by item, and what was made up."""

    items: dict[str, bool] = field(default_factory=dict)
    spurious: list[str] = field(default_factory=list)

    @property
    def right(self) -> list[str]:
        """Give the labels of the right items, sorted."""
        return sorted(label for label, right in self.items.items() if right)

    @property
    def missed(self) -> list[str]:
        """Give the labels of the others, in the order of the answer."""
        return [label for label, right in self.items.items() if not right]

    @property
    def share(self) -> float:
        """Give right items over all items and spurious ones."""
        return len(self.right) / ((len(self.items) + len(self.spurious)) or 1)


def agree(a: Span, b: Span) -> bool:
    """Say whether two spans share half of the shorter one."""
    return 2 * overlap(a, b) >= min(a[1] - a[0], b[1] - b[0]) > 0


def _span(passage: Any) -> Span:
    return passage.start, passage.end


def score(article: Any, answer: Answer) -> Score:
    """
    Score an article against an answer.

    Each row of the answer that is not optional gives one item for being found and
    one for each thing said about it; what is wanted does not depend on what was
    found.  Claims, sanctions and times that match no row are spurious.
    """
    result = Score()
    _score_layout(result, article, answer)
    _score_claims(result, article, answer)
    _score_actors(result, article, answer)
    _score_places(result, article, answer)
    _score_times(result, article, answer)
    _score_sanctions(result, article, answer)
    return result


def _score_layout(result: Score, article: Any, answer: Answer) -> None:
    for zone in ZONES:
        wanted = answer.layout[zone]
        if zone == "author_bio":
            found = [a.bio for a in article.authors]
        else:
            found = [getattr(article, zone)]
        if wanted:
            result.items[f"layout {zone}"] = wanted in [_span(p) for p in found if p]
    for zone in ("paragraphs", "related", "furniture"):
        found = [_span(p) for p in getattr(article, zone)]
        for wanted in answer.layout[zone]:
            result.items[f"layout {zone} {answer.address(wanted)}"] = wanted in found
    if answer.layout["authors"] is not None:
        found = [a.name.casefold() for a in article.authors]
        wanted = [name.casefold() for name in answer.layout["authors"]]
        result.items["layout authors"] = found == wanted
    if answer.layout["published"] is not None:
        right = str(article.published)[:10] == str(answer.layout["published"])
        result.items["layout published"] = right


def _score_claims(result: Score, article: Any, answer: Answer) -> None:
    matched, left = _match_claims(article, answer)
    for want in answer.claims:
        if not want.optional:
            _score_claim(result, want, matched)
    for claim in left:
        cue = claim.cue.text if claim.cue else None
        words = " ".join(p.text for p in claim.content)
        result.spurious.append(f"claim {cue!r}: {words[:60]!r}")


def _match_claims(article: Any, answer: Answer) -> tuple[Table, list[Any]]:
    """Pair claims with rows: a row with a cue chooses before one without."""
    matched: Table = {}
    left = list(article.claims)
    for want in sorted(
        answer.claims, key=lambda row: (not row.values["cue"], row.optional)
    ):
        hit = next((c for c in left if _same_claim(c, want)), None)
        if hit is not None:
            left = [c for c in left if c is not hit]
            matched[want.label] = hit
    return matched, left


def _same_claim(claim: Any, want: Item) -> bool:
    contents = [_span(p) for p in claim.content]
    if not any(agree(a, b) for a in contents for b in want.values["content"]):
        return False
    cue = want.values["cue"]
    return cue is None or (claim.cue and overlap(_span(claim.cue), cue) > 0)


def _score_claim(result: Score, want: Item, matched: Table) -> None:
    claim: Any = matched.get(want.label)
    label, values = f"claims {want.label}", want.values
    result.items[label] = claim is not None
    if values["speaker"]:
        right = claim is not None and _same_side(claim.speaker, values["speaker"])
        result.items[f"{label}, speaker"] = right
    for key in ("act", "form"):
        right = claim is not None and getattr(claim, key) in values[key]
        result.items[f"{label}, {key}"] = right
    _score_sides(result, label, "targets", claim, values)
    if values["when"]:
        said = claim and claim.when
        right = said is not None and overlap(_span(said), values["when"]) > 0
        result.items[f"{label}, when"] = right
    if values["within"]:
        outer = matched.get(values["within"])
        right = claim is not None and outer is not None and claim.within == outer
        result.items[f"{label}, within {values['within']}"] = right
    for link in values["answers"]:
        other = matched.get(link)
        right = claim is not None and other is not None and other in claim.answers
        result.items[f"{label}, answers {link}"] = right


def _score_sides(
    result: Score, label: str, key: str, found: Any, values: Table
) -> None:
    for side in values[key]:
        if not side.optional:
            right = any(_same_side(r, side) for r in getattr(found, key, ()))
            result.items[f"{label}, {key} {side.words}"] = right


def _same_side(reference: Any, side: Side) -> bool:
    if reference is None:
        return False
    if overlap(_span(reference.mention), side.span) > 0:
        return True
    found = reference.actor.mentions if reference.actor else ()
    return any(overlap(_span(m), s) > 0 for m in found for s in side.mentions)


def _hits(mentions: Iterable[Any], spans: Iterable[Span]) -> list[Span]:
    found = [_span(m) for m in mentions]
    return [s for s in spans if any(overlap(f, s) > 0 for f in found)]


def _score_actors(result: Score, article: Any, answer: Answer) -> None:
    for want in answer.actors:
        if want.optional:
            continue
        spans = want.values["mentions"]
        kinds = {kind for k in want.values["kind"] for kind in _LIKE[k]}
        owners = [_hits(a.mentions, spans) for a in article.actors if a.kind in kinds]
        hits = max(owners, key=len, default=[])
        label = f"actors {want.label}"
        result.items[label] = bool(hits)
        for span in spans if len(spans) > 1 else ():
            result.items[f"{label}, mention {answer.address(span)}"] = span in hits


def _score_places(result: Score, article: Any, answer: Answer) -> None:
    for want in answer.places:
        if want.optional:
            continue
        hits = [
            p for p in article.locations if _hits(p.mentions, want.values["mentions"])
        ]
        label, values = f"places {want.label}", want.values
        result.items[label] = bool(hits)
        result.items[f"{label}, kind"] = any(p.kind in values["kind"] for p in hits)
        if values["country"]:
            right = any(p.country == values["country"] for p in hits)
            result.items[f"{label}, country"] = right
        if values["at"]:
            points = [(p.latitude, p.longitude) for p in hits if p.latitude is not None]
            right = any(_km(p, values["at"]) <= values["within_km"] for p in points)
            result.items[f"{label}, coordinates"] = right


def _km(a: Iterable[float], b: Iterable[float]) -> float:
    (p, q), (r, s) = (map(math.radians, point) for point in (a, b))
    cosine = math.sin(p) * math.sin(r) + math.cos(p) * math.cos(r) * math.cos(q - s)
    return 6371.0 * math.acos(max(-1.0, min(1.0, cosine)))


def _score_times(result: Score, article: Any, answer: Answer) -> None:
    left = list(article.times)
    for want in answer.times:
        hits = [t for t in article.times if overlap(_span(t), want.span) > 0]
        left = [t for t in left if not any(t is h for h in hits)]
        if want.optional:
            continue
        kinds, values = want.values["kind"], want.values["value"]
        good = [t for t in hits if t.kind in kinds and t.value in values]
        result.items[f"times {want.label}"] = bool(good)
        if want.values["mod"]:
            right = any(t.mod == want.values["mod"] for t in good)
            result.items[f"times {want.label}, mod"] = right
    result.spurious += [f"time {t.text!r} {t.value}" for t in left]


def _score_sanctions(result: Score, article: Any, answer: Answer) -> None:
    left = list(article.sanctions)
    for want in answer.sanctions:
        hit = next((s for s in left if overlap(_span(s.trigger), want.span) > 0), None)
        left = [s for s in left if s is not hit]
        if not want.optional:
            _score_sanction(result, want, hit)
    result.spurious += [f"sanction {s.trigger.text!r}" for s in left]


def _score_sanction(result: Score, want: Item, hit: Any) -> None:
    label, values = f"sanctions {want.label}", want.values
    result.items[label] = hit is not None
    for key in ("imposers", "targets"):
        _score_sides(result, label, key, hit, values)
    for key in ("measure", "status"):
        result.items[f"{label}, {key}"] = getattr(hit, key, None) in values[key]
    for key in ("when", "reason"):
        if values[key]:
            found = getattr(hit, key, None)
            right = found is not None and agree(_span(found), values[key])
            result.items[f"{label}, {key}"] = right


def read_ratchet() -> dict[str, Table]:
    """Give what was right so far, story by story, and how much was spurious."""
    path = SEEDS / "ratchet.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def slips(result: Score, kept: Table) -> list[str]:
    """Say, line by line, what a score has lost against the ratchet."""
    lines = []
    for label in kept.get("right", ()):
        if label not in result.items:
            lines.append(f"no item of the answer any more: {label}")
        elif not result.items[label]:
            lines.append(f"lost: {label}")
    if len(result.spurious) > kept.get("spurious", math.inf):
        lines.append(f"more spurious items than {kept['spurious']}")
    return lines


def moved(result: Score, kept: Table, *, allow_loss: bool) -> Table:
    """Give the ratchet of a story after a score; without loss it only moves on."""
    if allow_loss:
        return {"right": result.right, "spurious": len(result.spurious)}
    right = sorted({*result.right, *kept.get("right", ())})
    fewest = min(len(result.spurious), kept.get("spurious", math.inf))
    return {"right": right, "spurious": fewest}
