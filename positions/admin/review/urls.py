"""The address of the review queue, within the admin's."""

from __future__ import annotations

from django.contrib import admin
from django.urls import path

from positions.admin.review.page import review_page

urlpatterns = [path("", admin.site.admin_view(review_page), name="review")]
