"""Documents and pictures: of a known kind, of a bearable size, and never something that runs."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj\n"


@pytest.fixture
def upload(admin_client):
    """`upload(name, content)`: send a document as the form does; gives the answer."""

    def send(name, content):
        data = {"title": "A document", "file": SimpleUploadedFile(name, content)}
        return admin_client.post(reverse("wagtaildocs:add"), data)

    return send


@pytest.mark.parametrize(
    ("name", "content"), [("plan.pdf", PDF), ("plan.txt", b"Ring f\xc3\xb8rst"), ("a.csv", b"a;b")]
)
def test_a_document_is_taken(upload, name, content):
    assert upload(name, content).status_code == 302
    assert Document.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", b"<script>alert(1)</script>"),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("plan.pdf", b"<html><script>alert(1)</script></html>"),
        ("plan.pdf", b"MZ\x90\x00" + b"\0" * 100),
        ("plan.txt", b"\n <html><script>alert(1)</script>"),
        ("plan.txt", PDF),
        ("plan.docx", PDF),
        ("plan", PDF),
        ("plan.pdf.exe", PDF),
    ],
)
def test_what_runs_or_is_something_else_is_refused_beside_the_field(upload, name, content):
    answer = upload(name, content)
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert answer.context["form"]["title"].value() == "A document"
    assert not Document.objects.exists()


def test_what_is_too_large_is_refused(upload, settings):
    settings.DOCUMENT_MAX_UPLOAD_SIZE = 1024
    answer = upload("plan.pdf", PDF + b"0" * 2000)
    assert "1.0\xa0KB" in answer.context["form"].errors["file"][0]


def test_a_served_document_is_not_run_by_the_browser(upload, client):
    upload("plan.txt", b"Ring")
    answer = client.get(Document.objects.get().url)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    ("name", "is_taken"), [("a.png", True), ("a.svg", False), ("a.pdf", False)]
)
def test_a_picture_is_a_picture(admin_client, name, is_taken):
    file = get_test_image_file(filename=name)
    content = file.file.getvalue() if name.endswith("png") else b"<svg/>"
    data = {"title": "A picture", "file": SimpleUploadedFile(name, content)}
    admin_client.post(reverse("wagtailimages:add"), data)
    assert get_image_model().objects.exists() is is_taken
