from portal.settings.environment import local_secret


def test_the_second_start_finds_the_secret_of_the_first(tmp_path):
    first = local_secret(tmp_path / "var" / "secret")
    assert local_secret(tmp_path / "var" / "secret") == first
    assert len(first) >= 50


def test_two_installations_have_two_secrets(tmp_path):
    assert local_secret(tmp_path / "one") != local_secret(tmp_path / "two")


def test_only_its_owner_reads_it(tmp_path):
    local_secret(tmp_path / "secret")
    assert (tmp_path / "secret").stat().st_mode & 0o077 == 0
