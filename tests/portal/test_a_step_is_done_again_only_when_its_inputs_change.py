import pytest

from portal.setup.stamps import Stamps, fingerprint


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "page.yaml").write_text("title: one")
    return folder


def test_unchanged_inputs_are_fresh(tmp_path, source):
    stamps = Stamps(tmp_path / "stamps")
    mark = fingerprint([source], "fact")
    assert not stamps.fresh("load", mark)
    stamps.set("load", mark)
    assert stamps.fresh("load", fingerprint([source], "fact"))


@pytest.mark.parametrize("change", ["content", "name", "new file", "fact"])
def test_any_change_is_seen(source, change):
    before = fingerprint([source], "fact")
    file = source / "page.yaml"
    if change == "content":
        file.write_text("title: two")
    elif change == "name":
        file.rename(source / "other.yaml")
    elif change == "new file":
        (source / "new.yaml").write_text("")
    assert fingerprint([source], "other" if change == "fact" else "fact") != before


def test_compiled_python_is_no_change(source):
    before = fingerprint([source])
    (source / "page.cpython-311.pyc").write_bytes(b"x")
    assert fingerprint([source]) == before
