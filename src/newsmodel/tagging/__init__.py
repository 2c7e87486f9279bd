"""
Learned evidence: from a `Document` to name, cue and role spans with probabilities.

The parsers read rules and lexicons alone today.
"""
