"""The addresses of the door, named as the library knows them; only those that the portal wants."""

from allauth.account import views as account
from allauth.account.decorators import reauthentication_required
from allauth.usersessions.views import list_usersessions
from django.urls import include, path, re_path

from . import views
from .accepting import accept
from .with_provider.views import leave

urlpatterns = [
    path("", views.account_home, name="account_home"),
    path("sign-in/", account.login, name="account_login"),
    path("with-provider/", leave, name="openid_connect_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("by-invitation/", views.by_invitation, name="account_signup"),
    path("invitation/<str:token>/", accept, name="account_accept_invitation"),
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/first/", account.password_set, name="account_set_password"),
    path("password/forgotten/", account.password_reset, name="account_reset_password"),
    path("password/sent/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "password/changed/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("second-step/", include("allauth.mfa.urls")),
    path("sessions/end/", views.sign_out_everywhere, name="account_sign_out_everywhere"),
    path(
        "sessions/",
        reauthentication_required(allow_get=True)(list_usersessions),
        name="usersessions_list",
    ),
]
