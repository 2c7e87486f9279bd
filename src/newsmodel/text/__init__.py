"""
Facts about characters: blocks, sentences, tokens, quotation marks.

They are gathered in one `Document`, which every parser receives.  All offsets are
code points of the text as given, half-open.
"""

from newsmodel.text.blocks import Block
from newsmodel.text.document import Document
from newsmodel.text.quotations import Quotation
from newsmodel.text.tokens import Tokens

__all__ = ["Block", "Document", "Quotation", "Tokens"]
