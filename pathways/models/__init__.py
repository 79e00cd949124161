"""What editors publish: vocabulary, pathways, methods, templates and articles."""

from .article import ArticleIndexPage, ArticlePage
from .branch import StepBranch
from .calendar_setting import CalendarSetting
from .channel import Channel
from .checklist import ChecklistItem
from .document_template import (
    DocumentTemplatePage,
    ScreeningRule,
    TemplateIndexPage,
)
from .edition import EditionOnPages, EditionTexts, EditionWithdrawal, PathwayEdition
from .edition_draft import StructureDraft
from .edition_proposal import EditionProposal
from .feedback import StepFeedback
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
from .translation_source import SourceInBulk
from .vocabulary import ConsentKind, GlossaryTerm, MilestoneKind, Outcome, Role

__all__ = [
    "ArticleIndexPage",
    "ArticlePage",
    "CalendarSetting",
    "Channel",
    "ChecklistItem",
    "ConsentKind",
    "CooperationAgreement",
    "DocumentTemplatePage",
    "EditionOnPages",
    "EditionProposal",
    "EditionTexts",
    "EditionWithdrawal",
    "GlossaryTerm",
    "MethodIndexPage",
    "MethodPage",
    "MilestoneKind",
    "Outcome",
    "PathwayConsent",
    "PathwayEdition",
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
    "SourceInBulk",
    "StepBranch",
    "StepFeedback",
    "StepPage",
    "StepRole",
    "StepTerm",
    "StructureDraft",
    "TemplateIndexPage",
]
