"""An item of the edition in force that is gone: open cases may have it."""

from django.utils.translation import gettext as _


def check(subject):
    previous = subject.world.previous
    if previous is None:
        return
    here = {(step.key, item.key) for step, item in subject.items}
    before = {
        (step.key, i.key) for step in previous.pages() if step.KIND == "step" for i in step.items
    }
    moved = {key for _step, key in here - before}
    steps = {step.key: step for step in subject.steps}
    for step in (page for page in previous.pages() if page.KIND == "step"):
        for item in step.items:
            if (step.key, item.key) not in here and item.key not in moved:
                words = {"item": subject.said(item.text), "step": subject.said(step.title)}
                message = _(
                    "“%(item)s” of the step “%(step)s” is gone. Cases that have it will lose it."
                )
                place = steps.get(step.key) or subject.pathways[0]
                yield subject.warning(message % words, place)
