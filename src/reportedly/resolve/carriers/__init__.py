"""Carriers: the media that stand between a document's publisher and its speakers."""

from reportedly.resolve.carriers.chains import Chains, FoundCarrier, Recast, Setting
from reportedly.resolve.carriers.find import carriers

__all__ = ["Chains", "FoundCarrier", "Recast", "Setting", "carriers"]
