"""The OpenAPI 3.1 document: every address that answers with data, made from what declares it."""

from positions.openapi.document import document

__all__ = ["document"]
