"""YAML as it is typed: texts, lists and maps alone (pure)."""

from __future__ import annotations

import re
from typing import Any

import yaml

# What follows a text on its line where YAML cuts it off: “ #1”, “ #Example”; not “ # a remark”.
_CUT_OFF = re.compile(r"(?<![ \t])[ \t]++#\w")


class AsTyped(yaml.BaseLoader):
    """Each text as it is typed: nothing is guessed to be a date, a number, a yes or a nothing.

    Refused are tags, aliases (by which a small file becomes enormous), keys given twice, and a
    text that goes on behind a “#”, which YAML would take for a comment and leave out unsaid.
    """

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            raise _refusal("write the value out instead of *alias", event)
        if getattr(event, "tag", None) is not None:
            raise _refusal(f"leave out the tag “{event.tag}”", event)
        node = super().compose_node(parent, index)
        if isinstance(node, yaml.ScalarNode) and node.style is None and node.value:
            end: Any = node.end_mark
            if _CUT_OFF.match(end.buffer, end.pointer):
                raise _refusal(
                    f"“{node.value[:60]}” is cut off at the “#” behind it, which begins a comment. "
                    "Put the whole text between quotation marks",
                    node,
                )
        return node

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        seen = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    raise _refusal(f"“{key.value}” is given twice", node)
                seen.add(key.value)
        return super().construct_mapping(node, deep)


def _refusal(reason: str, place: Any) -> yaml.YAMLError:
    return yaml.constructor.ConstructorError(None, None, reason, place.start_mark)
