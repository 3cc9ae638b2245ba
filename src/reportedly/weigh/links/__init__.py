"""Which attribution of a document bears on which, where words of the text tie them."""

from reportedly.weigh.links.find import links

__all__ = ["links"]
