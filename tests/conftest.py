"""Settings of the whole suite: one Hypothesis profile for each occasion."""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings

collect_ignore = ["typing"]

# A busy machine is no counter-example: time is measured in benchmarks/, not here.
_PATIENT = settings(
    deadline=None,
    phases=set(Phase) - {Phase.explain},
    suppress_health_check=[HealthCheck.too_slow],
)

settings.register_profile("dev", _PATIENT, max_examples=40)
settings.register_profile("ci", _PATIENT, max_examples=60, derandomize=True)
settings.register_profile("long", _PATIENT, max_examples=2_000)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev")
)


@pytest.fixture(scope="session")
def hostile() -> str:
    """Give a story full of what could break or steer a page that shows it."""
    return (
        "<script>window.broken = 1</script> Minister Says </style> & </title>\n\n"
        'By "Jane" <img src=x onerror="window.broken = 2"> Doe\n\n'
        "OSLO — Iran's minister Anna <b>Berg</b> told reporters on Tuesday that "
        "“</mark></script><script>window.broken = 3</script> rules” & denied it.\n\n"
        "Russia accused \u202eIran\u2066 of 'lies' --> ]]> {{ 7 * 7 }} {% raw %}, "
        "said \x07\x1b[31m the \u200fUN\u200e. The US imposed sanctions on Iran.\n\n"
        "العربية and עברית stand in Paris, javascript:alert(1) said. \ud800 \x00 \x85"
    )
