"""What commands say about an import."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class Progress:
    """A line that counts, where a person is watching."""

    def __init__(self, stdout):
        self.stdout = stdout

    def __call__(self, done, total, name):
        if self.stdout.isatty():
            self.stdout.write(f"\r\033[K{done}/{total} {name}", ending="")
            self.stdout.flush()


def told(key, report):
    """Lines about what an import did.

    :param key: the package.
    :param report: :class:`pathways.document.importing.report.Report`
    """
    counts = {
        "key": key,
        "created": len(report.created),
        "updated": len(report.updated),
        "unchanged": len(report.unchanged),
    }
    yield _("%(key)s: %(created)s new, %(updated)s changed, %(unchanged)s as before.") % counts
    for name in report.kept:
        yield _("Kept, since it was changed here: %s (--theirs overwrites it)") % name
    for name in report.unpublished:
        yield _("No longer in the folder, so unpublished: %s") % name
    for (name, language), missing in report.incomplete.items():
        message = ngettext(
            "%(name)s lacks %(missing)s text in %(language)s and is not published there.",
            "%(name)s lacks %(missing)s texts in %(language)s and is not published there.",
            missing,
        )
        yield message % {"name": name, "missing": missing, "language": language}
