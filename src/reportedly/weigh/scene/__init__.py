"""Where things stand in a document: its sentences, and which attribution holds which words."""

from reportedly.weigh.scene.scene import Scene, scene
from reportedly.weigh.scene.subject import same_subject
from reportedly.weigh.scene.words import key_words, plain_words, shared_words

__all__ = ["Scene", "key_words", "plain_words", "same_subject", "scene", "shared_words"]
