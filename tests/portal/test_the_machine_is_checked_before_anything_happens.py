import socket
import subprocess
import sys

import pytest

from portal.settings.environment import BASE_DIR
from portal.setup import machine
from portal.setup.packages import explain_failure
from portal.setup.stop import Stop


@pytest.fixture
def taken_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def is_one_sentence(text):
    return text.endswith(".") and "\n" not in text and ". " not in text


def test_a_taken_port_is_named_and_another_offered(taken_port):
    with pytest.raises(Stop) as stop:
        machine.check_port(str(taken_port))
    assert f"Port {taken_port} is taken" in str(stop.value)
    assert is_one_sentence(str(stop.value))


def test_a_free_port_is_taken_as_it_is():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert machine.check_port(str(port)) == port


@pytest.mark.parametrize("text", ["", "0", "-1", "65536", "http", "80 80", "８０８０x"])
def test_what_is_no_port_is_refused(text):
    with pytest.raises(Stop, match="is not a port") as stop:
        machine.check_port(text)
    assert is_one_sentence(str(stop.value))


@pytest.mark.parametrize("version", [(3, 8), (3, 10)])
def test_an_old_python_is_told_so(version):
    with pytest.raises(Stop, match="is too old") as stop:
        machine.check_python(version)
    assert str(stop.value).startswith(f"Python {version[0]}.{version[1]} ")


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (4, 0)])
def test_a_newer_python_is_welcome(version):
    machine.check_python(version)


@pytest.mark.parametrize("lacking", ["venv", "ensurepip"])
def test_a_python_without_venv_names_the_package(lacking):
    with pytest.raises(Stop, match="python3-venv") as stop:
        machine.check_venv(find=lambda name: name != lacking)
    assert is_one_sentence(str(stop.value))


def test_without_network_the_way_on_is_named():
    output = "WARNING: Retrying ... NameResolutionError: Failed to resolve host"
    assert "run the same command again" in explain_failure(output, "var/install.log")


def test_another_failure_points_to_its_record():
    assert "var/install.log" in explain_failure("THESE PACKAGES DO NOT MATCH", "var/install.log")


def test_the_whole_command_stops_at_a_taken_port_and_says_nothing_else(taken_port):
    result = subprocess.run(
        [sys.executable, "-m", "portal.setup", "run", "--port", str(taken_port)],
        cwd=BASE_DIR,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 1
    assert result.stdout == ""
    assert is_one_sentence(result.stderr.strip())
