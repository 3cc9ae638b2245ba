"""Document to attributions: the encoder, spans, links, kind."""

from reportedly.attribute.attributor import Attributor

__all__ = ["Attributor"]
