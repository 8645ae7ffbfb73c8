"""The addresses of the house."""

from django.urls import include, path

urlpatterns = [path("", include("whimbrel.web.urls"))]
handler500 = "whimbrel.web.faults.fault"
