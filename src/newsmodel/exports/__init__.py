"""From the model to other people's formats, one family a file."""
