"""Who comes in and how: one door for readers, editors and administrators."""

from .environment import env

SIGN_IN_APPS = [
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
_VALIDATORS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATORS}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATORS}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATORS}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATORS}.NumericPasswordValidator"},
    {"NAME": "accounts.sign_in.passwords.LocalWordsValidator"},
]
# A link to a new password leads into an account: it is good for an hour.
PASSWORD_RESET_TIMEOUT = 60 * 60

LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
# The portal's own pages do this, for everybody.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
# Whoever could claim another's address would be taken for them when they come by their provider.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

# More words that a password may not be made of: the municipality, its slogan, its systems.
PASSWORD_WORDS = env.list("PASSWORD_WORDS", default=[])
# As long for an address that nobody has as for one that gets a mail, or the time would tell.
FORGOTTEN_PASSWORD_SECONDS = 1

# A session ends with the browser, after a while without a visit, and with the working day.
SESSION_HOURS = env.int("SESSION_HOURS", default=12)
IDLE_MINUTES = env.int("IDLE_MINUTES", default=60)
SESSION_COOKIE_AGE = SESSION_HOURS * 60 * 60
# Not in a cookie of their own.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True

ACCOUNT_ADAPTER = "accounts.sign_in.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SESSION_REMEMBER = False
# Administrators and invitations vouch for an address.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_FORMS = {
    "login": "accounts.sign_in.forms.SignInForm",
    "reset_password": "accounts.sign_in.forms.ForgottenPasswordForm",
    "reset_password_from_key": "accounts.sign_in.forms.NewPasswordForm",
    "set_password": "accounts.sign_in.forms.FirstPasswordForm",
    "change_password": "accounts.sign_in.forms.ChangePasswordForm",
    "reauthenticate": "accounts.sign_in.forms.ConfirmWithPasswordForm",
}
INVITATION_DAYS = env.int("INVITATION_DAYS", default=7)
# How many proxies of one's own stand before the portal: their word on who is asking is taken.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("PROXIES", default=int(env.bool("BEHIND_PROXY", False)))

# Names of the groups whose members need a second step; a superuser counts as in all of them.
MFA_REQUIRED_GROUPS = env.list("MFA_REQUIRED_GROUPS", default=[])
MFA_ADAPTER = "accounts.sign_in.codes.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
# A phone's clock may be half a minute off, in either direction.
MFA_TOTP_TOLERANCE = 1
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "accounts.sign_in.codes.SecondStepForm",
    "reauthenticate": "accounts.sign_in.codes.ConfirmWithCodeForm",
    "activate_totp": "accounts.sign_in.codes.SetUpForm",
}
