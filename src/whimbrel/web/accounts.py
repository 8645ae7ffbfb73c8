"""Addresses of accounts: allauth's, except what the house leaves to its administrators."""

from allauth.account import views
from django.urls import include, path, re_path

from whimbrel.web import access, entry, language, me, people

CLOSED = (
    ("account/signup/", "account_signup"),
    ("account/email/", "account_email"),
    ("account/confirm-email/", "account_email_verification_sent"),
    ("account/confirm-email/<str:key>/", "account_confirm_email"),
    ("account/3rdparty/signup/", "socialaccount_signup"),
    ("account/social/signup/", "social-signup"),
    ("account/login/code/confirm/", "account_confirm_login_code"),
)
"""What nobody does for themselves; they stand before allauth's own, so these answer."""

urlpatterns = [
    *(path(route, entry.closed, name=name) for route, name in CLOSED),
    path("account/password/reset/", entry.forgotten, name="account_reset_password"),
    # One door, with one count of wrong passwords: allauth's own leads to it.
    path("account/login/", entry.DOOR, name="account_login"),
    path("account/", include("allauth.urls")),
    # After allauth's, so that these are the addresses that its pages lead to.
    path("sign-in", entry.SignIn.as_view(), name="account_login"),
    path("sign-in", entry.SignIn.as_view(), name="sign-in"),
    path("sign-out", views.logout, name="account_logout"),
    path("sign-out", views.logout, name="sign-out"),
    path("language", language.language, name="language"),
    path("me", me.page, name="me"),
    path("me.json", me.as_json, name="me-json"),
    path("me/name", me.name, name="me-name"),
    path("me/tokens", me.make_token, name="token-make"),
    path("me/tokens/<int:number>/end", me.end_token, name="token-end"),
    path("access", access.access, name="access"),
    path("access.json", access.as_json, name="access-json"),
    path("people", people.people, name="people"),
    re_path(r"^people\.(?P<form>json|csv|xlsx)$", people.people, name="people-form"),
    path("people/enter", people.enter, name="person-enter"),
    path("people/<int:number>", people.person, name="person"),
    path("people/<int:number>.json", people.person, {"form": "json"}, name="person-json"),
    path("people/<int:number>/role", people.change_role, name="person-role"),
    path("people/<int:number>/leave", people.leave, name="person-leave"),
    path("people/<int:number>/come-back", people.come_back, name="person-come-back"),
    path("people/<int:number>/password", people.set_password, name="person-password"),
    path("people/<int:number>/factors", people.clear_factors, name="person-factors"),
]
