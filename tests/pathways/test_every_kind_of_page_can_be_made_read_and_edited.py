"""Each type of page: made at its place and refused elsewhere, then read, edited, previewed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils import WagtailPageTestCase

from home.models import HomePage
from pathways import models as m
from pathways.document.importing import import_document
from pathways.document.nodes import Article, Block, Screening, Template
from tests.editors import make_editor
from tests.forms import sent_back
from tests.pathways.samples import LANGUAGES, a_pathway, a_step, an_item, named, said, text_block
from tests.worlds import make_tree, own_world

# What may stand below what; everything else is refused.
TREE = {
    Page: [HomePage],
    HomePage: [m.PathwayIndexPage, m.MethodIndexPage, m.TemplateIndexPage, m.ArticleIndexPage],
    m.PathwayIndexPage: [m.PathwayPage],
    m.PathwayPage: [m.PhasePage, m.StepPage],
    m.PhasePage: [m.StepPage],
    m.StepPage: [],
    m.MethodIndexPage: [m.MethodPage],
    m.MethodPage: [],
    m.TemplateIndexPage: [m.DocumentTemplatePage],
    m.DocumentTemplatePage: [],
    m.ArticleIndexPage: [m.ArticlePage],
    m.ArticlePage: [],
}
PAGE_TYPES = [model for model in TREE if model is not Page]


pytestmark = pytest.mark.once


def a_form_section():
    """A section with a field, as the document holds it."""
    field = Block(
        id="name", type="field", codes={"kind": "text"}, texts={"label": said("name")}, children={}
    )
    return Block(
        id="who",
        type="section",
        codes={},
        texts={"title": said("who")},
        children={"fields": (field,)},
    )


@own_world
def all_kinds():
    """A page of every kind."""
    make_tree()
    document = a_pathway(
        templates=(
            Template(
                **named("form"),
                sections=(a_form_section(),),
                screening_rules=(Screening(key="young", group=said("young")),),
            ),
        ),
        articles=(Article(**named("story"), body=(text_block("told", "told"),)),),
    )
    import_document(document)


@pytest.mark.usefixtures("all_kinds")
class PageTypes(WagtailPageTestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor = make_editor()

    def some(self, model, language="da"):
        return model.objects.filter(locale__language_code=language).first()

    def original(self, model):
        """A page in the language it was written in; the others are edited as translations."""
        lists = (HomePage, *TREE[HomePage])
        return self.some(model, "en" if model in lists else "da")

    def form_of(self, address, page):
        self.client.force_login(self.editor)  # some of Wagtail's assertions sign out
        response = self.client.get(address)
        assert response.status_code == 200, address
        return sent_back(response.content.decode(), page)

    def test_a_page_is_made_at_its_place_and_refused_at_every_other(self):
        for parent, children in TREE.items():
            for child in PAGE_TYPES:
                with self.subTest(parent=parent.__name__, child=child.__name__):
                    check = self.assertCanCreateAt
                    if child not in children:
                        check = self.assertCanNotCreateAt
                    check(parent, child)

    def test_a_raw_post_past_the_screen_is_refused_at_the_wrong_place(self):
        self.client.force_login(self.editor)
        step = self.some(m.StepPage)
        address = reverse("wagtailadmin_pages:add", args=["pathways", "methodpage", step.pk])
        before = Page.objects.count()
        self.client.post(address, {"title": "Astray", "slug": "astray"})
        assert Page.objects.count() == before

    def test_each_list_exists_once_below_a_front_page(self):
        home = self.some(HomePage)
        for model in TREE[HomePage]:
            with self.subTest(model=model.__name__):
                assert not model.can_create_at(home)

    def test_an_editor_makes_and_publishes_each_kind_of_guidance(self):
        for parent, children in TREE.items():
            for child in children:
                if parent in (Page, HomePage):  # the front page and the lists are there
                    continue
                with self.subTest(parent=parent.__name__, child=child.__name__):
                    above = self.some(parent)
                    kind = child._meta.model_name
                    address = reverse("wagtailadmin_pages:add", args=["pathways", kind, above.pk])
                    data = self.form_of(address, child()) | {
                        "title": f"New {kind}",
                        "slug": f"new-{kind}",
                    }
                    self.assertCanCreate(above, child, data)
                    made = child.objects.get(title=f"New {kind}")
                    assert made.live
                    assert made.key
                    made.delete()

    def test_each_page_is_found_at_its_address_and_shown(self):
        for model in PAGE_TYPES:
            for language in LANGUAGES:
                with self.subTest(model=model.__name__, language=language):
                    page = self.some(model, language)
                    self.assertPageIsRenderable(page)
                    assert self.client.get(page.url).context["page"] == page

    def test_each_page_is_edited_by_an_editor(self):
        for model in PAGE_TYPES:
            with self.subTest(model=model.__name__):
                page = self.original(model)
                address = reverse("wagtailadmin_pages:edit", args=[page.pk])
                data = self.form_of(address, page)
                self.assertPageIsEditable(page, post_data=data, user=self.editor)

    def test_each_page_is_previewed_by_an_editor(self):
        for model in PAGE_TYPES:
            with self.subTest(model=model.__name__):
                page = self.original(model)
                address = reverse("wagtailadmin_pages:edit", args=[page.pk])
                data = self.form_of(address, page)
                self.assertPageIsPreviewable(page, post_data=data, user=self.editor)

    def test_a_preview_shows_what_was_typed_and_not_yet_saved(self):
        step = self.some(m.StepPage)
        data = self.form_of(reverse("wagtailadmin_pages:edit", args=[step.pk]), step)
        data["items-0-text"] = "Ring before noon"
        address = reverse("wagtailadmin_pages:preview_on_edit", args=[step.pk])
        assert self.client.post(address, data).json()["is_valid"]
        self.assertContains(self.client.get(address), "Ring before noon")

    def test_a_page_that_was_never_saved_is_previewed(self):
        for parent, model in [
            (m.PathwayIndexPage, m.PathwayPage),
            (m.PathwayPage, m.PhasePage),
            (m.PhasePage, m.StepPage),
            (m.MethodIndexPage, m.MethodPage),
            (m.TemplateIndexPage, m.DocumentTemplatePage),
            (m.ArticleIndexPage, m.ArticlePage),
        ]:
            with self.subTest(model=model.__name__):
                above, kind = self.some(parent), model._meta.model_name
                place = ["pathways", kind, above.pk]
                data = self.form_of(reverse("wagtailadmin_pages:add", args=place), model())
                data |= {"title": f"Draft {kind}", "slug": "draft"}
                address = reverse("wagtailadmin_pages:preview_on_add", args=place)
                assert self.client.post(address, data).json()["is_valid"]
                self.assertContains(self.client.get(address), f"Draft {kind}")


class LongSteps(WagtailPageTestCase):
    """Forms offer words and keep rows without asking the database once for each row."""

    @classmethod
    def setUpTestData(cls):
        make_tree()
        steps = [
            a_step(f"step-{length}", *cls.items(length), roles=(), terms=(), body=())
            for length in (2, 40)
        ]
        import_document(a_pathway(*steps))
        cls.editor = make_editor()

    @staticmethod
    def items(number):
        return [an_item(f"of-{number}-{i}", role="worker") for i in range(number)]

    def asked_for(self, key):
        step = m.StepPage.objects.get(key=key, locale__language_code="da")
        with CaptureQueriesContext(connection) as queries:
            self.client.get(reverse("wagtailadmin_pages:edit", args=[step.pk]))
        return len(queries)

    def test_a_long_checklist_costs_no_more_queries_than_a_short_one(self):
        self.client.force_login(self.editor)
        for key in ("step-2", "step-40"):  # the first look at a page subscribes to its comments
            self.asked_for(key)
        assert self.asked_for("step-2") == self.asked_for("step-40")
