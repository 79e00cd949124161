"""An editor's browser tab: it holds a form, saves by itself and learns from the answers."""

from django.urls import reverse

from tests.forms import sent_back

JSON = {"headers": {"accept": "application/json"}}


class Tab:
    """The edit view of a page, open in a browser with Wagtail's autosave script."""

    def __init__(self, client, page, address=None):
        self.client = client
        self.page = page
        self.address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        response = client.get(address or self.address)
        assert response.status_code == 200
        self.form = sent_back(response.content.decode(), response.context["page"])

    def add(self, relation, **values):
        """A new row, as the script makes it from the empty form. Gives its prefix."""
        number = int(self.form[f"{relation}-TOTAL_FORMS"])
        prefix = f"{relation}-{number}"
        self.form[f"{relation}-TOTAL_FORMS"] = number + 1
        self.form |= {f"{prefix}-{name}": "" for name in ("id", "key", "DELETE")}
        self.form[f"{prefix}-ORDER"] = number + 1
        self.form |= {f"{prefix}-{name}": value for name, value in values.items()}
        return prefix

    def add_item(self, text, **values):
        """A new line of the checklist."""
        defaults = {"due_unit": "working_day", "due_direction": "after", "mandatory": "on"}
        return self.add("items", text=text, **defaults | values)

    def remove(self, prefix):
        """The row's bin."""
        self.form[f"{prefix}-DELETE"] = "on"

    def autosave(self):
        """What the script does half a second after the last change. Gives the answer."""
        response = self.client.post(self.address, self.form, **JSON)
        answer = response.json()
        if answer["success"]:
            self.form |= answer["field_updates"]
            self.form["overwrite_revision_id"] = answer["revision_id"]
        return answer

    def publish(self):
        """The button, at the end. Gives the page as it then stands."""
        response = self.client.post(self.address, self.form | {"action-publish": "on"})
        assert response.status_code == 302, response.context["form"].errors
        return type(self.page).objects.get(pk=self.page.pk)

    def key_of(self, prefix):
        """The key that the page now holds for a row."""
        return self.form[f"{prefix}-key"]


def identities(page, relation="items"):
    """``{text: (key, translation_key)}`` of the latest draft."""
    page = type(page).objects.get(pk=page.pk)
    rows = getattr(page.get_latest_revision_as_object(), relation).all()
    return {row.text: (row.key, row.translation_key) for row in rows}


def live_identities(page, relation="items"):
    """The same of what readers see."""
    rows = getattr(type(page).objects.get(pk=page.pk), relation).all()
    return {row.text: (row.key, row.translation_key) for row in rows}
