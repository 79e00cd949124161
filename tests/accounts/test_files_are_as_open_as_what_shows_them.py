"""Documents and images: nothing that was uploaded is open because it was uploaded."""

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    PageViewRestriction,
    ReferenceIndex,
)

from accounts.models import Organisation
from accounts.roles import Role
from accounts.visibility.files import STAFF_ONLY
from pathways.models import PhasePage
from tests.accounts.people import make_organisation, make_person
from tests.editors import make_editor
from tests.pathways.translating import page_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def image(sample):
    return Image.objects.create(title="Picture", file=get_test_image_file())


@pytest.fixture
def document(sample):
    return Document.objects.create(title="Notes", file=ContentFile(b"notes", "notes.txt"))


def show(file, page, path="body.text.text"):
    """Let a page refer to a file, as one of its blocks would."""
    own = ReferenceIndex._get_base_content_type
    ReferenceIndex.objects.create(
        content_type=page.content_type,
        base_content_type=own(page),
        object_id=page.pk,
        to_content_type=own(file),
        to_object_id=file.pk,
        model_path=path,
        content_path=path,
        content_path_hash=ReferenceIndex._get_content_path_hash(path),
    )


def come_as(client, reader):
    if reader == "partner":
        bank = make_organisation(kind=Organisation.Kind.PARTNER)
        client.force_login(make_person(Role.PARTNER, organisation=bank))
    elif reader == "staff":
        client.force_login(make_person(Role.READER))


def shown(image):
    return image.get_rendition("width-40").url


def test_readers_see_an_image_of_a_page_that_they_may_read(image, client):
    phase = page_in("en", "middle", PhasePage)
    show(image, phase)
    answer = client.get(shown(image))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    PageViewRestriction.objects.create(page=phase, restriction_type="login")
    assert client.get(shown(image)).status_code == 404
    come_as(client, "staff")
    answer = client.get(shown(image))
    assert answer.status_code == 200
    assert "private" in answer["Cache-Control"]


@pytest.mark.parametrize("reader", ["anonymous", "partner"])
def test_an_image_that_no_page_shows_to_a_reader_is_not_there(image, client, reader):
    come_as(client, reader)
    assert client.get(shown(image)).status_code == 404
    phase = page_in("en", "middle", PhasePage)
    show(image, phase, f"body.text.text.{STAFF_ONLY}")
    assert client.get(shown(image)).status_code == 404
    PhasePage.objects.filter(pk=phase.pk).update(live=False)
    show(image, phase)
    assert client.get(shown(image)).status_code == 404, "of a draft"


def test_the_original_is_for_those_who_choose_images(image, client):
    show(image, page_in("en", "middle", PhasePage))
    assert client.get(image.file.url).status_code == 404
    client.force_login(make_editor())
    assert client.get(image.file.url).status_code == 200


def test_a_document_of_a_closed_page_is_closed(document, client):
    """With no page that refers to it, its collection decides."""
    assert client.get(document.url).status_code == 200
    phase = page_in("en", "middle", PhasePage)
    show(document, phase)
    PageViewRestriction.objects.create(page=phase, restriction_type="login")
    assert client.get(document.url).status_code == 404
    come_as(client, "partner")
    assert client.get(document.url).status_code == 404
    client.logout()
    come_as(client, "staff")
    assert client.get(document.url).status_code == 200


@pytest.mark.parametrize(
    ("reader", "status"), [("anonymous", 404), ("partner", 404), ("staff", 200)]
)
def test_a_closed_collection_is_for_staff(document, client, reader, status):
    root = Collection.get_first_root_node()
    CollectionViewRestriction.objects.create(collection=root, restriction_type="login")
    come_as(client, reader)
    assert client.get(document.url).status_code == status


def test_a_document_has_one_address_and_no_name_leads_out_of_the_folder(document, client):
    client.force_login(make_editor())
    for name in (document.file.name, "documents/", "../db.sqlite3", "images/%2e%2e/x.png"):
        assert client.get(f"/media/{name}").status_code == 404, name
