"""A world in which everything that an address can be about exists once, and one of each role."""

from datetime import date

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Page, Site

from accounts.models import Closure
from accounts.roles import Role
from pathways.admin.editors import let_editors_work
from pathways.document.pathway import pathway_document
from pathways.models import PathwayPage, PhasePage, StepFeedback, StepPage
from tests.accounts.people import join, make_person, make_team
from tests.pathways.editions import an_edition

ANONYMOUS, SUPERUSER = "anonymous", "superuser"
ROLES = (ANONYMOUS, *Role.values, SUPERUSER)


def sign_in(client, role):
    """Sign in as somebody who holds the role and nothing else; gives the session's cookies."""
    if role == SUPERUSER:
        client.force_login(make_person(is_superuser=True))
    elif role != ANONYMOUS:
        client.force_login(make_person(Role(role)))
    return {name: morsel.value for name, morsel in client.cookies.items()}


def make_examples():
    """Ids by kind, for :meth:`Address.example`. Editors may do here what they may in a portal."""
    let_editors_work(Page.objects.filter(depth=2))
    team, person = make_team(), make_person()
    day = date(2026, 7, 1)
    closure = Closure.objects.create(
        organisation=team.organisation, name="Summer", first_day=day, last_day=day
    )
    document = Document.objects.create(title="Notes", file=ContentFile(b"notes", "notes.txt"))
    image = Image.objects.create(title="Picture", file=get_test_image_file())
    step = StepPage.objects.filter(locale__language_code="en").first()
    pathway = PathwayPage.objects.ancestor_of(step).get()
    an_edition(
        pathway_document(PathwayPage.objects.get(key=pathway.key, locale__language_code="da"))
    )
    return {
        "team": team.pk,
        "organisation": team.organisation_id,
        "membership": join(person, team).pk,
        "closure": closure.pk,
        "answer": StepFeedback.objects.create(step=step, title=step.title, clear=True).pk,
        "user": person.pk,
        "group": Group.objects.get(name=Role.READER.value).pk,
        "document": document.pk,
        "filename": document.filename,
        "image": image.pk,
        "rendition": image.get_rendition("width-40").file.name,
        "collection": Collection.get_first_root_node().pk,
        "site": Site.objects.get().pk,
        "page": step.pk,
        "parent": step.get_parent().pk,
        "path": step.url.removeprefix("/en/"),
        "page_app": "pathways",
        "page_model": "steppage",
        "app_label": "accounts",
        "model_name": "user",
        "key": pathway.key,
        "step": step.key,
        "phase": PhasePage.objects.child_of(pathway).first().key,
        "slug": "x",
    }
