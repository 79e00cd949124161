"""Whoever edits: a member of the group Editors, as the demo account is, and never a superuser."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import Page

from pathways.admin.editors import let_editors_work

PASSWORD = "said-to-nobody"


def make_editor(email="editor@example.org"):
    """An editor of everything below the front pages that there are."""
    editor = get_user_model().objects.create_user(email, PASSWORD)
    editor.groups.add(Group.objects.get(name="Editors"))
    let_editors_work(Page.objects.filter(depth=2))
    return editor


@pytest.fixture
def editor(db):
    """An editor; ask for it after the pages."""
    return make_editor()
