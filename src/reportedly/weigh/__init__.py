"""Weighs attributions: acts and stance, evidence marks, the publisher's notes, links."""
