"""The way to the desk from the page that an editor is reading: an address that takes what it says.

``/admin/desk/?url=…&title=…&text=…`` shows the form filled in; what is too long for an address is
posted to ``/admin/desk/page/``, as the bookmarklet does. Neither keeps anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from urllib.parse import quote

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from positions.admin.logged_out import is_from_here
from positions.recording import sent

# The fields of the form by the names under which they are sent.
NAMES = {
    "text": "text",
    "url": "url",
    "title": "title",
    "date": "date_edtf",
    "publisher": "publisher",
    "byline": "byline",
    "language": "language",
}
_BLANK = re.compile(r"\s+")
_DAY = re.compile(r"\A\d{4}-\d\d-\d\d(?=T)")  # of a moment, as pages tell search engines

# Sends the address, title, date and maker of a page, with the words selected or else all of it.
_BOOKMARKLET = """
(() => {
  const page = document;
  const told = (...names) => names
    .map((name) => page.querySelector(`meta[property="${name}"],meta[name="${name}"]`)?.content)
    .find(Boolean) ?? "";
  const words = String(getSelection()).trim();
  const all = page.querySelector("article") ?? page.querySelector("main") ?? page.body;
  const sent = {
    url: page.querySelector("link[rel=canonical]")?.href || location.href,
    title: told("og:title") || page.title,
    date: told("article:published_time", "date") || page.querySelector("time[datetime]")?.dateTime,
    publisher: told("og:site_name"),
    byline: told("author"),
    text: words || all.innerText,
  };
  const form = page.createElement("form");
  Object.assign(form, { method: "post", action: "ADDRESS", target: "_blank", hidden: true });
  form.acceptCharset = "utf-8";
  for (const [name, value] of Object.entries(sent)) {
    const box = page.createElement("textarea");
    Object.assign(box, { name, value: value ?? "" });
    form.append(box);
  }
  page.body.append(form);
  form.submit();
  form.remove();
})();
"""


def given(sent_fields: QueryDict) -> dict[str, str]:
    """What fills in the form, by its fields."""
    found = {field: sent_fields.get(name, "") for name, field in NAMES.items()}
    if day := _DAY.match(found["date_edtf"]):
        found["date_edtf"] = day[0]
    return {field: value for field, value in found.items() if value}


def bookmarklet(request: HttpRequest) -> str:
    """The address of a bookmark that sends the page on which it is pressed to this desk."""
    address = request.build_absolute_uri(reverse("admin:desk_page"))
    code = _BLANK.sub(" ", _BOOKMARKLET.replace("ADDRESS", address)).strip()
    return f"javascript:{quote(code, safe='')}"


def from_elsewhere(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view to which pages of other sites may send a form.

    A browser tells who is logged in only within the site. So a page of ours sends it once more.
    """

    @csrf_exempt
    @wraps(view)
    def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.method != "POST" or is_from_here(request):
            return view(request, *args, **kwargs)
        return _pass_on(request)

    return answered


def _pass_on(request: HttpRequest) -> HttpResponse:
    fields = [each for each in sent(request).fields if each[0] in NAMES]
    context = {
        **admin.site.each_context(request),
        "title": "To the desk",
        "pairs": fields,
        "address": request.path,
    }
    return TemplateResponse(request, "admin/positions/desk/pass_on.html", context)
