"""A page that readers open has something to read."""

from django.utils.translation import gettext as _


def check(subject):
    for step in subject.steps:
        if not step.items and not step.body:
            yield subject.error(_("The step has neither a checklist nor guidance."), step)
        elif not step.items:
            yield subject.warning(_("The step has no checklist: in a case it is no work."), step)
        if subject.document.source_language not in step.summary:
            yield subject.warning(_("The step lacks its most important sentence."), step)
    for pathway in subject.pathways:
        if not pathway.name_only and not pathway.steps and not pathway.phases:
            yield subject.error(_("The pathway has no steps."), pathway)
        for phase in pathway.phases:
            if not phase.name_only and not phase.steps:
                yield subject.warning(_("The phase has no steps."), phase)
