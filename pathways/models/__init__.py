"""What editors publish: vocabulary, pathways, methods, templates and articles."""

from .article import ArticleIndexPage, ArticlePage
from .branch import StepBranch
from .checklist import ChecklistItem
from .document_template import (
    DocumentTemplatePage,
    ScreeningRule,
    TemplateIndexPage,
)
from .method import MethodIndexPage, MethodPage
from .pathway import (
    CooperationAgreement,
    PathwayConsent,
    PathwayIndexPage,
    PathwayMilestone,
    PathwayOutcome,
    PathwayPage,
    ReferralSource,
)
from .phase import PhasePage, PhaseResponsibility, PhaseResult
from .step import StepPage, StepRole, StepTerm
from .vocabulary import ConsentKind, GlossaryTerm, MilestoneKind, Outcome, Role

__all__ = [
    "ArticleIndexPage",
    "ArticlePage",
    "ChecklistItem",
    "ConsentKind",
    "CooperationAgreement",
    "DocumentTemplatePage",
    "GlossaryTerm",
    "MethodIndexPage",
    "MethodPage",
    "MilestoneKind",
    "Outcome",
    "PathwayConsent",
    "PathwayIndexPage",
    "PathwayMilestone",
    "PathwayOutcome",
    "PathwayPage",
    "PhasePage",
    "PhaseResponsibility",
    "PhaseResult",
    "ReferralSource",
    "Role",
    "ScreeningRule",
    "StepBranch",
    "StepPage",
    "StepRole",
    "StepTerm",
    "TemplateIndexPage",
]
