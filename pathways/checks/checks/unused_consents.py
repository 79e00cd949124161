"""A consent that is asked of a client opens something; and what needs one names it."""

from django.utils.translation import gettext as _


def check(subject):
    needed = {item.consent for _step, item in subject.items if item.consent}
    forms = {entry.slug: entry.form for entry in subject.document.consents}
    named = set()
    for pathway in subject.pathways:
        for row in pathway.consents:
            named.add(row.consent)
            if row.consent not in needed and forms.get(row.consent) != "not_needed":
                message = _("Nothing in the pathway needs the consent “%(consent)s”.")
                words = {"consent": subject.word("consents", row.consent)}
                yield subject.warning(message % words, pathway, "consents", row)
    for step, item in subject.items:
        if item.consent and item.consent not in named:
            message = _(
                "The item needs the consent “%(consent)s”, which the pathway does not name."
            )
            words = {"consent": subject.word("consents", item.consent)}
            yield subject.warning(message % words, step, "items", item)
