"""The pages by which a noun's sheet is taken in and given out, for any list of the admin."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from import_export.admin import ExportMixin, ImportMixin

from positions.admin.roles import may_publish
from positions.admin.spreadsheets.formats import ENDINGS, FORMATS, MOST_ROWS
from positions.admin.spreadsheets.forms import FileForm, LoadForm
from positions.admin.spreadsheets.keeping import GoneError, WaitingFile
from positions.admin.spreadsheets.resource import SheetResource, SheetResult
from positions.importers.sheets import Rights, Sheet, TableError, tables
from positions.importers.sheets.described import meanings
from positions.importers.sheets.exporting import rows
from positions.models import Stakeholder, Statement
from positions.recording import CorrectionNote

MOST_IN_WORKBOOK = 5_000  # nouns: a workbook is made as a whole before it is sent
CONTENT_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def rights_of(request: HttpRequest) -> Rights:
    """What the account may do on the pages, it may do by a file, and no more."""

    def may(deed: str, model: Any) -> bool:
        return request.user.has_perm(f"positions.{deed}_{model._meta.model_name}")

    return Rights(may, may_publish(request), request.user.pk)


class SpreadsheetAdmin(ImportMixin, ExportMixin):
    """Import and Export at the head of a list, and the chosen rows as a file."""

    sheet: ClassVar[Sheet]
    import_export_change_list_template = "admin/positions/spreadsheet_list.html"
    import_template_name = "admin/positions/spreadsheet_import.html"
    import_form_class = FileForm
    confirm_form_class = LoadForm
    tmp_storage_class = WaitingFile
    skip_admin_log = True  # the history keeps it, with the account

    def get_import_formats(self) -> list[Any]:
        return list(FORMATS)

    def get_import_resource_classes(self, request: HttpRequest) -> list[Any]:
        return [SheetResource]

    def get_import_resource_kwargs(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.get("form")
        given = getattr(form, "cleaned_data", {})
        return {
            "sheet": self.sheet,
            "rights": rights_of(request),
            "correction_note": CorrectionNote(
                given.get("note", ""), given.get("no_substance", False)
            ),
            "expected": given.get("fingerprint", ""),
            "renaming": given.get("renaming", False),
            "dates_confirmed": given.get("dates_confirmed", False),
        }

    def get_import_form_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        # Of other nouns readers are told nothing, and contributors change nothing they have seen.
        told = self.sheet.model is Statement and may_publish(request)
        given: dict[str, Any] = super().get_import_form_kwargs(request)
        has_names = issubclass(self.sheet.model, Stakeholder)
        has_dates = self.sheet.model is Statement
        return {**given, "tells_readers": told, "has_names": has_names, "has_dates": has_dates}

    def get_confirm_form_initial(self, request: HttpRequest, import_form: Any) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_confirm_form_initial(request, import_form)
        given = getattr(import_form, "cleaned_data", {})
        names = ("note", "no_substance", "renaming", "dates_confirmed")
        return initial | {name: given.get(name) for name in names}

    def has_import_permission(self, request: HttpRequest) -> bool:
        page: Any = self
        return bool(page.has_add_permission(request) or page.has_change_permission(request))

    def has_export_permission(self, request: HttpRequest) -> bool:
        page: Any = self
        return bool(page.has_view_permission(request))

    def get_import_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            "meanings": meanings(self.sheet),
            "most_rows": f"{MOST_ROWS:,}",
            "list_url": self._page_address("changelist"),
        }

    def add_data_read_fail_error_to_form(self, form: Any, e: Exception) -> None:
        if not isinstance(e, TableError):
            raise e
        form.add_error("import_file", str(e))

    def import_action(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        page: TemplateResponse = super().import_action(request, **kwargs)
        context = page.context_data or {}
        result = context.get("result")
        if result is not None and "confirm_form" in context:
            context["confirm_form"].initial["fingerprint"] = result.fingerprint
        context["title"] = f"Import {self.sheet.name}"
        return page

    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        try:
            page: HttpResponseBase = super().process_import(request, **kwargs)
        except GoneError:
            gone = "The file is here no longer. Choose it again; nothing was loaded."
            messages.error(request, gone)
            return redirect(self._page_address("import"))
        return page

    def process_result(self, result: SheetResult, request: HttpRequest) -> HttpResponseBase:
        if result.is_other_than_shown or result.report.refused or result.wrong:
            messages.error(
                request,
                "Somebody changed what the file speaks of after the preview was made. Nothing was "
                "loaded; choose the file again to see what it would do now.",
            )
            return redirect(self._page_address("import"))
        page: HttpResponseBase = super().process_result(result, request)
        return page

    def add_success_message(self, result: SheetResult, request: HttpRequest) -> None:
        told = [*result.report.lines(), result.report.told_dates]
        messages.success(request, f"Loaded. {'; '.join(filter(None, told))}.")

    def export_action(self, request: HttpRequest) -> HttpResponseBase:
        """The page that offers files; sent, the file itself, of what the list's filters let by."""
        if not self.has_export_permission(request):
            raise PermissionDenied
        try:
            found: QuerySet[Any] = self.get_export_queryset(request)
        except IncorrectLookupParameters:
            messages.error(request, "The list has no such filter: choose one of those beside it.")
            return redirect(self._page_address("changelist"))
        ending = request.POST.get("ending")
        if request.method == "POST" and ending in ENDINGS:
            return self._file(request, found.none() if "empty" in request.POST else found, ending)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Export {self.sheet.name}",
            "opts": self.opts,
            "media": self.media,
            "meanings": meanings(self.sheet),
            "n_found": found.order_by().values("pk").distinct().count(),
            "list_url": self._page_address("changelist"),
            "filtered": request.GET.urlencode(),
        }
        return TemplateResponse(request, "admin/positions/spreadsheet_export.html", context)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)
        if self.has_export_permission(request):
            for ending in ENDINGS:
                action = _exporting(ending)
                name = f"export_{ending[1:]}"
                actions[name] = (
                    action,
                    name,
                    f"Export the chosen {self.sheet.name} as {ending[1:].upper()}",
                )
        return actions

    def _file(self, request: HttpRequest, found: QuerySet[Any], ending: str) -> HttpResponseBase:
        table = rows(self.sheet, found)
        name = f"{self.sheet.name}-{timezone.localdate():%Y-%m-%d}{ending}"
        if ending == ".csv":
            lines = (text.encode() for text in tables.as_csv(self.sheet.header, table))
            return StreamingHttpResponse(
                lines,
                content_type=CONTENT_TYPES[ending],
                headers={"Content-Disposition": f'attachment; filename="{name}"'},
            )
        try:
            if found.order_by().values("pk").distinct().count() > MOST_IN_WORKBOOK:
                raise TableError(
                    f"More than {MOST_IN_WORKBOOK:,} are too many for a workbook. Export as CSV."
                )
            file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
            tables.write_workbook(file, self.sheet.name, self.sheet.header, table)
        except TableError as error:
            messages.error(request, str(error))
            return redirect(self._page_address("export"))
        file.seek(0)
        return FileResponse(
            file, as_attachment=True, filename=name, content_type=CONTENT_TYPES[ending]
        )

    def _page_address(self, page: str) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}")


def _exporting(ending: str) -> Callable[..., HttpResponseBase]:
    def export(page: Any, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponseBase:
        return page._file(request, queryset, ending)  # type: ignore[no-any-return]  # noqa: SLF001

    return export
