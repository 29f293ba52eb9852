"""The OpenAPI document is valid, complete and true."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
from django.test import Client
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from positions.formats.files import formats_of
from positions.listing import AnyDeclaration
from positions.views.declarations import DESCRIBED

by_plural = pytest.mark.parametrize("declaration", DESCRIBED, ids=lambda d: d.plural)


@pytest.fixture
def document(client: Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/openapi.json").json()
    return found


def test_it_validates_without_a_warning(document: dict[str, Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []


@by_plural
def test_every_key_of_a_list_is_described(
    document: dict[str, Any], declaration: AnyDeclaration
) -> None:
    keys = {*declaration.filters.conditions(), "sort"}
    for form in formats_of(declaration):
        paging = {"page", "after", "before"} if form.suffix == "json" else set()
        parameters = document["paths"][declaration.data_url(form.suffix)]["get"]["parameters"]
        assert {parameter["name"] for parameter in parameters} == keys | paging
        for parameter in parameters:
            assert parameter["description"].endswith((".", "1."))
            assert parameter["example"] not in ("", [])


@pytest.mark.usefixtures("cast")
@by_plural
def test_answers_are_as_described(
    client: Client, document: dict[str, Any], declaration: AnyDeclaration
) -> None:
    address = declaration.data_url("json")
    responses = document["paths"][address]["get"]["responses"]
    for query, status in (("", "200"), ("?colour=red", "400")):
        schema = responses[status]["content"]["application/json"]["schema"]
        answer = client.get(address + query)
        assert str(answer.status_code) == status
        validator = OAS31Validator({**schema, "components": document["components"]})
        assert list(validator.iter_errors(answer.json())) == []
        assert list(validator.iter_errors({"results": [{"slug": 5}]})) != []


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(
    "declaration", [each for each in DESCRIBED if each.objects], ids=lambda d: d.plural
)
def test_a_record_is_as_described(
    client: Client, document: dict[str, Any], declaration: AnyDeclaration
) -> None:
    template = declaration.record_url("SLUG").replace("SLUG", "{slug}")
    responses = document["paths"][template]["get"]["responses"]
    [first, *_] = client.get(declaration.data_url("json")).json()["results"]
    address = declaration.record_url(first["slug"])
    for asked, status in (
        (address, "200"),
        (f"{address}?colour=red", "400"),
        (declaration.record_url("nobody"), "404"),
    ):
        schema = responses[status]["content"]["application/json"]["schema"]
        answer = client.get(asked)
        assert str(answer.status_code) == status
        validator = OAS31Validator({**schema, "components": document["components"]})
        assert list(validator.iter_errors(answer.json())) == []
        assert list(validator.iter_errors({"slug": 5})) != []


@pytest.mark.usefixtures("cast")
def test_a_comparison_is_as_described(client: Client, document: dict[str, Any]) -> None:
    responses = document["paths"]["/compare.json"]["get"]["responses"]
    for query, status in (("organisation=aclu&organisation=amazon", "200"), ("x=1", "400")):
        schema = responses[status]["content"]["application/json"]["schema"]
        answer = client.get(f"/compare.json?{query}")
        assert str(answer.status_code) == status
        validator = OAS31Validator({**schema, "components": document["components"]})
        assert list(validator.iter_errors(answer.json())) == []
        assert list(validator.iter_errors({"parties": 5})) != []


def test_every_value_of_a_vocabulary_has_its_meaning(document: dict[str, Any]) -> None:
    stance = document["components"]["schemas"]["StanceRecord"]["properties"]["stance"]
    assert {value["const"]: value["description"] for value in stance["oneOf"]}["neutral"] == (
        "Says that it takes no side."
    )


def test_every_field_of_a_record_is_described(document: dict[str, Any]) -> None:
    undescribed = [
        f"{name}.{key}"
        for name, schema in document["components"]["schemas"].items()
        for key, value in schema["properties"].items()
        if "description" not in value and name != "HolderCounts"
    ]
    assert undescribed == []


def test_scripts_of_other_sites_may_read_it(client: Client) -> None:
    assert client.get("/api/openapi.json")["Access-Control-Allow-Origin"] == "*"


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(
    ("address", "refused"),
    [("/search.json", "?q=-it"), ("/suggestions.json", "?colour=red")],
)
def test_answers_of_the_search_are_as_described(
    client: Client, document: dict[str, Any], address: str, refused: str
) -> None:
    responses = document["paths"][address]["get"]["responses"]
    for query, status in (("?q=a", "200"), (refused, "400")):
        schema = responses[status]["content"]["application/json"]["schema"]
        answer = client.get(address + query)
        assert str(answer.status_code) == status
        validator = OAS31Validator({**schema, "components": document["components"]})
        assert list(validator.iter_errors(answer.json())) == []
        assert list(validator.iter_errors({"results": [{"slug": 5}]})) != []
