"""The blocks of pages for readers: a few of the guidance's own, and some that look things up."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pathways.blocks.audience import AudienceBlock, ForSomeReaders
from pathways.blocks.base import Labelled, RichBlock
from pathways.blocks.practice import DoDontBlock
from pathways.blocks.text import CalloutBlock, ExpanderBlock, TextBlock

LOOKED_UP = _("looked up")


class StopBlock(ForSomeReaders, Labelled):
    """A stop on the way; stops that follow each other make a line."""

    title = blocks.CharBlock(label=_("title"))
    text = RichBlock(label=_("text"))
    audience = AudienceBlock()

    class Meta:
        icon = "list-ol"
        label = _("stop")
        group = _("text")
        description = _("A thing to do, in order. Several in a row are drawn as a line.")
        preview_value = {"title": _("Read a pathway"), "text": "<p>From the first step.</p>"}
        template = "home/blocks/stop.html"


class LookedUpBlock(ForSomeReaders, Labelled):
    """A heading over something that the portal knows by itself."""

    heading = blocks.CharBlock(label=_("heading"))
    audience = AudienceBlock()


class ReferralBlock(LookedUpBlock):
    """Who may refer and what has been agreed, pathway by pathway."""

    class Meta:
        icon = "group"
        label = _("who may refer")
        group = LOOKED_UP
        description = _("Who may refer, and agreements with partners, from every pathway.")
        preview_value = {"heading": _("Who may refer")}
        template = "home/blocks/referral.html"


class ConsentsBlock(LookedUpBlock):
    """What clients are asked for and told, pathway by pathway."""

    class Meta:
        icon = "lock"
        label = _("what clients are asked")
        group = LOOKED_UP
        description = _("The consents of every pathway: what they cover, from whom and to whom.")
        preview_value = {"heading": _("What the client is asked")}
        template = "home/blocks/consents.html"


class ContactBlock(LookedUpBlock):
    """Whom to call, from the portal's settings."""

    class Meta:
        icon = "mail"
        label = _("whom to ask")
        group = LOOKED_UP
        description = _("Name, telephone and e-mail from the portal's settings.")
        preview_value = {"heading": _("Whom to call")}
        template = "home/blocks/contact.html"


class ChangesBlock(LookedUpBlock):
    """What was published lately."""

    class Meta:
        icon = "history"
        label = _("what changed lately")
        group = LOOKED_UP
        description = _("Pages by the day on which they were published.")
        preview_value = {"heading": _("What changed lately")}
        template = "home/blocks/changes.html"


class StatementBlock(LookedUpBlock):
    """The accessibility statement, from its settings."""

    class Meta:
        icon = "user"
        label = _("accessibility statement")
        group = LOOKED_UP
        description = _("What the law of the country asks for, from the settings.")
        preview_value = {"heading": _("Accessibility statement")}
        template = "home/blocks/statement.html"


class StorageBlock(LookedUpBlock):
    """What the portal keeps in a reader's browser."""

    class Meta:
        icon = "desktop"
        label = _("what the browser keeps")
        group = LOOKED_UP
        description = _("Cookies and other things that the portal leaves in a browser.")
        preview_value = {"heading": _("What your browser keeps")}
        template = "home/blocks/storage.html"


class ControllerBlock(LookedUpBlock):
    """Who answers for personal data, from the settings."""

    class Meta:
        icon = "key"
        label = _("who answers for personal data")
        group = LOOKED_UP
        description = _("The data controller and how to complain, from the settings.")
        preview_value = {"heading": _("Who answers for this")}
        template = "home/blocks/controller.html"


class InformationBlocks(blocks.StreamBlock):
    """All of them, in the order in which editors need them."""

    text = TextBlock()
    stop = StopBlock()
    callout = CalloutBlock()
    do_dont = DoDontBlock()
    expander = ExpanderBlock()
    referral = ReferralBlock()
    consents = ConsentsBlock()
    contact = ContactBlock()
    changes = ChangesBlock()
    statement = StatementBlock()
    storage = StorageBlock()
    controller = ControllerBlock()
