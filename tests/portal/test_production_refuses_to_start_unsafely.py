import os
import subprocess
import sys

import pytest

from portal.settings.environment import BASE_DIR

COMPLETE = {
    "SECRET_KEY": "only-for-this-test-" + "0123456789" * 5,
    "ALLOWED_HOSTS": "portal.example",
    "DATABASE_URL": "sqlite:///:memory:",
}


def setting(expression, module, **environ):
    """Import a settings module in a process of its own and print what an expression gives."""
    ours = {name: value for name, value in os.environ.items() if name not in COMPLETE}
    return subprocess.run(
        [sys.executable, "-c", f"from portal.settings import {module}; print({expression})"],
        cwd=BASE_DIR,
        env={**ours, **environ},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("missing", list(COMPLETE))
def test_each_missing_variable_is_named(missing):
    environ = {**COMPLETE, missing: " "}
    result = setting("production.DEBUG", "production", **environ)
    assert result.returncode != 0
    last_line = result.stderr.strip().splitlines()[-1]
    assert last_line.endswith(f"without these environment variables: {missing}.")


def test_the_command_line_says_it_in_one_sentence():
    result = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=BASE_DIR,
        env={"DJANGO_SETTINGS_MODULE": "portal.settings.production", "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
    )
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "SECRET_KEY, ALLOWED_HOSTS, DATABASE_URL" in result.stderr


def test_a_sign_in_provider_needs_all_of_its_settings():
    result = setting("1", "production", **COMPLETE, OIDC_ISSUER="https://id.example", OIDC_NAME="x")
    assert "too: OIDC_CLIENT_ID, OIDC_CLIENT_SECRET." in result.stderr.splitlines()[-1]


def test_with_all_of_them_everything_goes_over_https():
    names = ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "DEBUG")
    values = ", ".join(f"production.{name}" for name in names)
    result = setting(values, "production", **COMPLETE)
    assert result.stdout.strip() == "True True True False", result.stderr


def test_cookies_are_bound_to_this_host():
    names = "production.SESSION_COOKIE_NAME, production.CSRF_COOKIE_NAME"
    result = setting(names, "production", **COMPLETE)
    assert result.stdout.strip() == "__Host-session __Host-csrf", result.stderr


def test_production_has_no_demo_accounts():
    assert setting("production.DEMO_ACCOUNTS", "production", **COMPLETE).stdout.strip() == "False"


def test_only_behind_a_proxy_its_header_is_believed():
    expression = "hasattr(production, 'SECURE_PROXY_SSL_HEADER')"
    assert setting(expression, "production", **COMPLETE).stdout.strip() == "False"
    behind = setting(expression, "production", **COMPLETE, BEHIND_PROXY="1")
    assert behind.stdout.strip() == "True"


def test_the_demo_answers_on_this_machine_only_whatever_the_environment_says():
    result = setting("demo.ALLOWED_HOSTS", "demo", ALLOWED_HOSTS="portal.example")
    assert result.stdout.strip() == "['localhost', '127.0.0.1', '[::1]']", result.stderr


def test_the_demo_differs_from_production_in_what_it_names_and_nothing_else():
    differing = (
        "sorted(name for name in dir(production) if name.isupper() "
        "and getattr(demo, name) != getattr(production, name))"
    )
    result = setting(differing, "demo, production")
    assert result.stdout.strip() == str(
        [
            "CSRF_COOKIE_NAME",
            "CSRF_COOKIE_SECURE",
            "DEMO_ACCOUNTS",
            "MFA_REQUIRED_GROUPS",
            "SECURE_HSTS_SECONDS",
            "SECURE_SSL_REDIRECT",
            "SESSION_COOKIE_NAME",
            "SESSION_COOKIE_SECURE",
        ]
    ), result.stderr
