"""The tables of who says what about whom, and who sanctions whom."""

from __future__ import annotations

from newsmodel.exports._columns import Column, ColumnKind, Table

_TEXT, _TEXTS, _DAY = ColumnKind.TEXT, ColumnKind.TEXTS, ColumnKind.DAY
_INTEGER, _NUMBER = ColumnKind.INTEGER, ColumnKind.NUMBER

_WHEN = (
    Column("time", _TEXT, "when.text", "When, in words."),
    Column("time_value", _TEXT, "when.value", "TIMEX3 value of these words."),
    Column("time_start", _INTEGER, "when.start", "Their start, as in `times`."),
    Column("first_day", _DAY, "when.earliest", "First day of that time."),
    Column("last_day", _DAY, "when.latest", "Last day of it."),
)

CLAIMS = Table(
    "claims",
    "One claim: who says what about whom.",
    lambda article: article.claims,
    (
        Column("claim", _TEXT, "id", "Id within the story."),
        Column("speaker", _TEXT, "speaker.name", "Name of the source."),
        Column("speaker_id", _TEXT, "speaker.actor.id", "Its id in `actors`."),
        Column(
            "speaker_words",
            _TEXT,
            "speaker.mention.text",
            "The source, in the story's words.",
        ),
        Column("act", _TEXT, "act", "A value of ClaimAct."),
        Column("form", _TEXT, "form", "A value of ClaimForm."),
        Column("cue", _TEXT, "cue.text", "The reporting words."),
        Column("words", _TEXT, "words", "What is said."),
        Column("quotes", _TEXTS, "quotes.text", "Verbatim passages in it."),
        Column("targets", _TEXTS, "targets.name", "Those it is aimed at."),
        Column("target_ids", _TEXTS, "targets.actor.id", "Their ids, one for each."),
        Column("about", _TEXTS, "about.name", "Actors named in what is said."),
        Column("about_ids", _TEXTS, "about.id", "Their ids, one for each."),
        *_WHEN,
        Column("inside", _TEXT, "within.id", "The claim that holds this one."),
        Column(
            "answers",
            _TEXTS,
            "answers.id",
            "Earlier claims that it denies, admits or confirms.",
        ),
        Column("start", _INTEGER, lambda c: c.content[0].start, "First code point."),
        Column(
            "stop", _INTEGER, lambda c: c.content[-1].end, "The code point after it."
        ),
        Column(
            "confidence",
            _NUMBER,
            "confidence",
            "Probability that source, cue and words are right.",
        ),
    ),
)
"""One row a claim."""

SANCTIONS = Table(
    "sanctions",
    "One mention of a sanction: who restricts whom.",
    lambda article: article.sanctions,
    (
        Column("sanction", _TEXT, "id", "Id within the story."),
        Column("words", _TEXT, "trigger.text", "The words that name the measure."),
        Column("measure", _TEXT, "measure", "A value of SanctionMeasure."),
        Column("status", _TEXT, "status", "A value of SanctionStatus."),
        Column("imposers", _TEXTS, "imposers.name", "Those who impose it."),
        Column("imposer_ids", _TEXTS, "imposers.actor.id", "Their ids, one for each."),
        Column("targets", _TEXTS, "targets.name", "Those it is aimed at."),
        Column("target_ids", _TEXTS, "targets.actor.id", "Their ids, one for each."),
        *_WHEN,
        Column("reason", _TEXT, "reason.text", "The ground given."),
        Column("claim", _TEXT, "claim.id", "The claim it stands in."),
        Column("start", _INTEGER, "trigger.start", "First code point."),
        Column("stop", _INTEGER, "trigger.end", "The code point after the last."),
        Column(
            "confidence",
            _NUMBER,
            "confidence",
            "Probability that it is a sanction of these parties.",
        ),
    ),
)
"""One row a sanction."""
