import tomllib

import pytest

from portal.settings.environment import BASE_DIR

APPS = {path.parent.name for path in BASE_DIR.glob("*/apps.py")}


@pytest.fixture(scope="module")
def configuration():
    return tomllib.loads((BASE_DIR / "pyproject.toml").read_text())["tool"]["importlinter"]


def test_no_app_stands_outside_the_arrows(configuration):
    assert set(configuration["root_packages"]) == APPS


def test_every_app_has_its_layer(configuration):
    layers = " ".join(configuration["contracts"][0]["layers"])
    assert {app for app in APPS if app not in layers} == set()
