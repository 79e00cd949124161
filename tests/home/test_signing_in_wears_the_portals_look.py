"""The sign-in page has the portal's name and colours."""

import pytest

from portal.demo.tree import make_tree

pytestmark = pytest.mark.once


@pytest.mark.django_db
def test_the_sign_in_page_says_which_portal_it_is(client):
    make_tree()
    answer = client.get("/admin/login/", headers={"accept-language": "da"}, follow=True)
    html = answer.content.decode()
    assert answer.redirect_chain[0][0].startswith("/da/account/")
    assert "Forløbsportalen" in html
    assert "Wagtail" not in html
    assert "portal/css/tokens.css" in html
