"""Time zones as pages print them."""

from __future__ import annotations

import datetime as dt
import re

# Minutes from UTC.  Names that two zones share (IST, BST outside Britain, CST in
# China) are read as the press that prints them most does.
ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 60, "wet": 0, "cet": 60, "cest": 120, "eet": 120,
    "eest": 180, "msk": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "hst": -600,
    "ast": -240, "ist": 330, "pkt": 300, "jst": 540, "kst": 540, "hkt": 480, "sgt": 480,
    "aest": 600, "aedt": 660, "awst": 480, "nzst": 720, "nzdt": 780, "wat": 60,
    "eat": 180, "sast": 120,
}  # fmt: skip
# Standard and summer time of a zone printed without saying which ("ET").
SEASONAL = {"et": -300, "ct": -360, "mt": -420, "pt": -480}
ZONE_NAMES = frozenset((*ZONES, *SEASONAL))

_SHIFT = re.compile(r"([+-])(\d{1,2}):?(\d\d)?$")
_DAY = 24 * 60


def zone_of(words: str, moment: dt.datetime) -> dt.tzinfo | None:
    """Give the zone that words name ("GMT", "+0200", "UTC+2", "ET"), or None."""
    words = words.strip("() ").lower()
    shift = _SHIFT.search(words)
    if shift:
        minutes = int(shift[2]) * 60 + int(shift[3] or 0)
        return _fixed(-minutes if shift[1] == "-" else minutes)
    if words in SEASONAL:
        return _seasonal(words, moment)
    return _fixed(ZONES[words]) if words in ZONES else None


def _fixed(minutes: int) -> dt.timezone | None:
    if abs(minutes) >= _DAY:
        return None
    return dt.timezone(dt.timedelta(minutes=minutes)) if minutes else dt.UTC


def _seasonal(words: str, moment: dt.datetime) -> dt.timezone | None:
    """Standard or summer time, by the United States' rule since 2007."""
    # Only where a text needs it: the import costs more than all of the layout.
    from dateutil.relativedelta import SU, relativedelta  # noqa: PLC0415
    from dateutil.tz import tzrange  # noqa: PLC0415

    hours = SEASONAL[words] // 60
    zone = tzrange(
        "S",
        hours * 3600,
        "D",
        (hours + 1) * 3600,
        start=relativedelta(hours=+2, month=3, day=1, weekday=SU(+2)),
        end=relativedelta(hours=+1, month=11, day=1, weekday=SU(+1)),
    )
    shift = moment.replace(tzinfo=zone).utcoffset()
    return None if shift is None else dt.timezone(shift)
