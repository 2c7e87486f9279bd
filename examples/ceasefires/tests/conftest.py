"""Few examples: the parsers are small, and newsmodel has tests of its own."""

from hypothesis import settings

settings.register_profile("brief", max_examples=10, derandomize=True)
settings.load_profile("brief")
