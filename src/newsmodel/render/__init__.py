"""For eyes: the story on a terminal."""
