"""The record: many articles, one memory; where the store and the stages meet."""
