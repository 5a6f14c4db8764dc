# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of reports."""

from django.urls import path

from . import new as report_new
from . import pages as reports
from . import referring

NEW = "meldingen/nieuw/"
ONE = "meldingen/<slug:reference>/"

urlpatterns = [
    path("meldingen/", reports.index, name="reports"),
    path(NEW, report_new.start, name="report-new"),
    path(f"{NEW}<slug:key>/controleren/", report_new.check, name="report-check"),
    path(f"{NEW}<slug:key>/weggooien/", report_new.throw_away, name="report-throw-away"),
    path(f"{NEW}<slug:key>/<slug:page>/", report_new.question, name="report-question"),
    path(ONE, reports.show, name="report"),
    path(f"{ONE}verwezen/", referring.handed, name="report-handed"),
    path(f"{ONE}verwijzen/<slug:target>/", referring.refer, name="report-refer"),
]
