"""Settings of the whole suite: one Hypothesis profile for each occasion."""

import os

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
