import pytest
from django.template import Engine
from django.template.loader import get_template

from portal import strict_templates
from portal.strict_templates import UndefinedIsAnError, UndefinedVariable


@pytest.fixture
def render(tmp_path, monkeypatch):
    """Render a template among two folders, of which `ours` is this project's."""
    monkeypatch.setattr(strict_templates, "OURS", str(tmp_path / "ours"))
    engine = Engine(
        dirs=[tmp_path / "ours", tmp_path / "theirs"], string_if_invalid=UndefinedIsAnError()
    )

    def write_and_render(name, **files):
        for path, text in files.items():
            folder, _, file = path.partition("_")
            (tmp_path / folder).mkdir(exist_ok=True)
            (tmp_path / folder / f"{file}.html").write_text(text)
        return engine.render_to_string(f"{name}.html", {"known": "yes"})

    return write_and_render


def test_an_undefined_variable_is_an_error_that_names_the_file(render):
    with pytest.raises(UndefinedVariable, match=r"step\.title.* is undefined in .*page\.html"):
        render("page", ours_page="{{ known }} {{ step.title }}")


def test_asking_whether_it_is_defined_is_allowed(render):
    assert render("page", ours_page="{% if step %}x{% else %}no{% endif %}") == "no"


def test_other_peoples_templates_behave_as_always(render):
    assert render("page", theirs_page="<{{ step.title }}{{ x|default:'-' }}>") == "<->"


def test_our_block_in_their_template_is_still_ours(render):
    with pytest.raises(UndefinedVariable):
        render(
            "page",
            theirs_base="{{ undefined }}{% block b %}{% endblock %}",
            ours_page="{% extends 'base.html' %}{% block b %}{{ step }}{% endblock %}",
        )


def test_their_template_included_in_ours_is_still_theirs(render):
    assert render("page", ours_page="{% include 'part.html' %}", theirs_part="{{ x }}") == ""


def test_the_suite_runs_with_it():
    engine = get_template("search/search.html").backend.engine
    assert isinstance(engine.string_if_invalid, UndefinedIsAnError)
