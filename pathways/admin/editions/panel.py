"""The dashboard's panel: proposals that wait for whoever is signed in."""

from django.urls import reverse
from wagtail.admin.ui.components import Component

from pathways.editions.review import is_void, may_approve, plan_of
from pathways.models import EditionProposal
from pathways.permissions import may_release, may_review


class ProposalsPanel(Component):
    """For reviewers what waits for them; for editors what came of theirs."""

    name = "proposals"
    template_name = "pathways/admin/editions/panel.html"
    order = 90

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        return {"rows": list(self._rows())}

    def _rows(self):
        proposals = EditionProposal.objects.open().select_related("pathway", "proposed_by")
        for proposal in proposals:
            plan = plan_of(proposal)
            waits = may_review(self.user) and may_approve(self.user, proposal, plan)
            if waits or may_release(self.user, proposal.pathway):
                yield {
                    "proposal": proposal,
                    "url": reverse("pathways_editions:proposal", args=[proposal.pk]),
                    "waits_for_you": waits and not proposal.approved_at,
                    "void": is_void(proposal, plan),
                }
