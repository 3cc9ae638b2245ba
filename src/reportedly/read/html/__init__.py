"""Pages: HTML and XHTML → documents.

tree        bytes → a tree, within bounds
outline     the tree → every stretch of text in page order, with what the page says of it
main_text   the tree → which text is the article, and metadata: trafilatura
compose     the two → title, subtitle, body, captions, links, comments, in page order
"""

from reportedly.read.html.page import read_page

__all__ = ["read_page"]
