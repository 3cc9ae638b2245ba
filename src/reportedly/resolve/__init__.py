"""Who and when: mentions to entities, times to days. A stage that knows `schema` alone."""
