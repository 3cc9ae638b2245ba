"""Connected components, by joins: who is linked to whom by a chain, however long.

By alternating large and small stars (Kiveris and others, Connected Components in MapReduce and
Beyond, SoCC 2014): in each round a node's greater neighbours, and then its lesser ones, are linked
to the least of them all. Some log of the longest chain's length squared rounds leave stars alone.
"""

from __future__ import annotations

from pathlib import Path

from reportedly.batch.connect.frames import Frame, col, there, write
from reportedly.batch.engine import daft

_ROUNDS = 100
"""No chain that fits into a machine needs so many."""


def components(edges: Frame, where: Path) -> Frame:
    """The component of each node of a graph.

    Args:
        edges: rows of two nodes, `a` and `b`, of any type that has an order.
        where: a folder for what is found on the way.

    Returns:
        `node`, and the least node of its component, `root`; the roots are nodes as well. None if
        there are no edges.
    """
    least, most = _lesser(col("a"), col("b")), _lesser(col("b"), col("a"), turned=True)
    found = edges.select(most.alias("u"), least.alias("v")).where(col("u") != col("v")).distinct()
    write(found, where / "0")
    for number in range(1, _ROUNDS):
        stars = _small(_large(there(where / f"{number - 1}")))
        write(stars, where / f"{number}")
        if _settled(there(where / f"{number}")):
            break
    stars = there(where / f"{number}")
    leaves = stars.select(col("u").alias("node"), col("v").alias("root"))
    return leaves.concat(stars.select(col("v").alias("node"), col("v").alias("root")).distinct())


def _lesser(a: Frame, b: Frame, *, turned: bool = False) -> Frame:
    """The lesser of two values; `turned`, the greater, of the two the other way round."""
    return daft.functions.when(a >= b if turned else a <= b, a).otherwise(b)


def _large(edges: Frame) -> Frame:
    """Each node's greater neighbours, linked to the least of it and all its neighbours."""
    both = edges.concat(edges.select(col("v").alias("u"), col("u").alias("v")))
    least = both.groupby("u").agg(col("v").min().alias("least"))
    least = least.select("u", _lesser(col("least"), col("u")).alias("least"))
    found = both.join(least, on="u").where(col("v") > col("u"))
    return found.select(col("v").alias("u"), col("least").alias("v")).distinct()


def _small(edges: Frame) -> Frame:
    """Each node and its lesser neighbours, linked to the least of these."""
    least = edges.groupby("u").agg(col("v").min().alias("least"))
    others = edges.join(least, on="u").where(col("v") != col("least"))
    found = others.select(col("v").alias("u"), col("least").alias("v"))
    return found.concat(least.select("u", col("least").alias("v"))).distinct()


def _settled(edges: Frame) -> bool:
    """Whether each node is linked to one, to which all others of its component are."""
    tops = edges.select(col("v").alias("u")).distinct()
    chained = edges.join(tops, on="u", how="semi").count_rows()
    several = edges.groupby("u").agg(col("v").count().alias("count")).where(col("count") > 1)
    return bool(chained == 0 and several.count_rows() == 0)
