"""Across documents: reuse, entities, claims, narratives, origins. It knows `schema` alone."""
