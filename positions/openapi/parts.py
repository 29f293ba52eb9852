"""What descriptions of addresses are made of: operations, parameters, answers, vocabularies."""

from __future__ import annotations

from typing import Any

from positions.choices import Vocabulary
from positions.filters import Condition

Json = dict[str, Any]
REFERENCE = "#/components/schemas/{name}"
TEXT = {"type": "string"}


def reference(name: str) -> Json:
    """A reference to the schema of a record."""
    return {"$ref": REFERENCE.format(name=name)}


def operation(
    identity: str,
    summary: str,
    description: str,
    tag: str,
    parameters: list[Json],
    says: str,
    media: str,
    schema: Json,
) -> Json:
    """Reading an address: what it takes, what it answers, and how it refuses."""
    return {
        "get": {
            "operationId": identity,
            "summary": summary,
            "description": description,
            "tags": [tag],
            "parameters": parameters,
            "responses": {
                "200": {"description": says, "content": {media: {"schema": schema}}},
                "400": {
                    "description": "The query string says something unknown.",
                    "content": {"application/json": {"schema": reference("Refusal")}},
                },
            },
        }
    }


def parameter(key: str, description: str, schema: Json, example: Any) -> Json:
    """A key of the query string, which may be left out."""
    return {
        "name": key,
        "in": "query",
        "required": False,
        "description": description,
        "schema": schema,
        "example": example,
    }


def condition_parameter(key: str, condition: Condition) -> Json:
    """The key of a condition, which may be repeated where it takes several values."""
    one = condition.schema()
    if not condition.many:
        cure = " Write 1." if condition.kind == "switch" else ""
        return parameter(key, condition.help_text + cure, one, condition.example)
    described = f"{condition.help_text} May be repeated: any of the values."
    many = {"type": "array", "items": one}
    return {
        **parameter(key, described, many, [condition.example]),
        "style": "form",
        "explode": True,
    }


def vocabulary(kind: type[Any]) -> Json:
    """The JSON Schema of a fixed vocabulary, each value with its meaning."""
    if not issubclass(kind, Vocabulary):
        raise NotImplementedError  # as msgspec asks of a hook that does not know a type
    meanings = [{"const": str(m.value), "description": m.meaning} for m in kind]
    return {"type": "string", "oneOf": meanings}
