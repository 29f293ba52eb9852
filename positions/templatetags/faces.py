"""The style sheets and scripts of each face of the site, in the order in which they apply.

A published site sends one file of each kind for a face: the storage that collects the static files
joins the parts. While developing, each part is asked for by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django import template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()


def _parts(ending: str, *names: str) -> tuple[str, ...]:
    return tuple(f"positions/{name}.{ending}" for name in names)


@dataclass(frozen=True, slots=True)
class Face:
    """One face of the site; ``sheets`` and ``scripts`` are names of static files, in order."""

    name: str
    sheets: tuple[str, ...]
    scripts: tuple[str, ...] = ()

    def joined(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The name of each file that stands for several, and their names."""
        if self.sheets:
            yield f"positions/{self.name}.css", self.sheets
        if self.scripts:
            yield f"positions/{self.name}.js", self.scripts


FACES = {
    face.name: face
    for face in (
        Face(
            "public",
            _parts(
                "css",
                *("public/tokens", "public/base", "public/frame", "public/words", "public/lists"),
                *("public/pages", "public/standing", "public/statement", "public/facets"),
                *("public/search", "public/matrix", "public/matrix-lists", "public/evidence"),
                *("public/timeline", "public/through-time", "public/shifts", "public/compare"),
                *("public/exchange", "public/share", "public/corrections", "public/print"),
            ),
            (
                "django_htmx/htmx-2.min.js",
                *_parts("js", "public/site", "public/lists", "public/search", "public/matrix"),
            ),
        ),
        Face(
            "embed", _parts("css", "public/tokens", "public/base", "public/words", "public/embed")
        ),
        Face(
            "admin",
            _parts(
                "css",
                *("public/tokens", "admin/base", "admin/forms", "admin/rows", "admin/lists"),
                *("admin/housekeeping", "admin/review", "admin/spreadsheet"),
            ),
            _parts("js", "admin/names", "admin/answers", "admin/pick", "admin/keep"),
        ),
        # A page of the desk is a page of the admin too, and has both.
        Face(
            "desk",
            _parts(
                "css", "public/words", "desk/start", "desk/judged", "desk/article", "desk/cards"
            ),
            _parts(
                "js",
                *("desk/start", "desk/judgements", "desk/parties", "desk/cards", "desk/save"),
                *("desk/names", "desk/mark"),
            ),
        ),
    )
}


@register.simple_tag
def style_sheets(name: str) -> SafeString:
    """The links to the style sheets of a face."""
    return format_html_join(
        "\n", '<link rel="stylesheet" href="{}">', ((url,) for url in _urls(name, ".css"))
    )


@register.simple_tag
def scripts(name: str) -> SafeString:
    """The scripts of a face; they run, in order, once the page has been read."""
    found = [format_html('<script src="{}" defer></script>', url) for url in _urls(name, ".js")]
    return format_html_join("\n", "{}", ((each,) for each in found))


def _urls(name: str, ending: str) -> list[str]:
    is_joined = getattr(staticfiles_storage, "joins_faces", False) and not settings.DEBUG
    return [
        static(file)
        for joined, parts in FACES[name].joined()
        if joined.endswith(ending)
        for file in ([joined] if is_joined else parts)
    ]
