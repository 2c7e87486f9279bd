"""What trains the weights that ship with newsmodel; no part of the package."""
