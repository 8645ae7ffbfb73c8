"""The addresses of the house."""

from django.urls import include, path

from whimbrel.api.service import service

urlpatterns = [
    path("api/", service.urls),
    path("", include("whimbrel.web.urls")),
]
handler500 = "whimbrel.web.faults.fault"
