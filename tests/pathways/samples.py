"""Small documents to import in tests; every text names its language."""

from pathways.document.nodes import (
    Block,
    Branch,
    Document,
    Due,
    Item,
    Method,
    Milestone,
    Outcome,
    Pathway,
    Phase,
    Role,
    Step,
    StepRole,
    StepTerm,
    Term,
    UsedMilestone,
    UsedOutcome,
)

LANGUAGES = ("da", "en")


def said(words, languages=LANGUAGES):
    """``{"da": "words (da)", "en": "words (en)"}``"""
    return {language: f"{words} ({language})" for language in languages}


def named(key, languages=LANGUAGES):
    """Title and slug of a page."""
    return {
        "key": key,
        "title": said(key, languages),
        "slug": {language: f"{key}-{language}" for language in languages},
    }


def text_block(block_id, words, languages=LANGUAGES):
    """A block of running text with two paragraphs."""
    text = {
        language: f"**{words}** {language}.\n\n{words} again, {language}." for language in languages
    }
    heading = said(f"about {words}", languages)
    return Block(
        id=block_id,
        type="text",
        codes={},
        texts={"heading": heading, "text": text},
        children={},
    )


def an_item(key, languages=LANGUAGES, **values):
    """A checklist item."""
    return Item(key=key, text=said(f"do {key}", languages), **values)


def a_step(key, *items, languages=LANGUAGES, **values):
    """A step with a role, a term, a block, and its items (two where none are given)."""
    items = items or (
        an_item(
            f"{key}-first",
            languages,
            role="worker",
            guidance="method:listening",
            due=Due(amount=2, anchor="started", note=said(f"note {key}", languages)),
        ),
        an_item(f"{key}-second", languages, mandatory=False, records="started"),
    )
    return Step(
        **named(key, languages),
        summary=said(f"most important in {key}", languages),
        items=tuple(items),
        **{
            "roles": (StepRole(key="worker", role="worker"),),
            "terms": (StepTerm(key="contact", term="contact"),),
            "body": (text_block(f"{key}-text", key, languages),),
        }
        | values,
    )


def a_pathway(*steps, languages=LANGUAGES, key="sample", **values):
    """A package with one pathway of one phase; two steps where none are given."""
    steps = steps or (
        a_step(
            "opening",
            languages=languages,
            branches=(
                Branch(
                    key="declines",
                    number="1.1",
                    condition=said("declines", languages),
                    outcome="closed",
                    decided_by="worker",
                ),
            ),
        ),
        a_step("ending", languages=languages),
    )
    phase = Phase(**named("middle", languages), steps=tuple(steps))
    pathway = Pathway(
        **named(key, languages),
        summary=said("the pathway", languages),
        case_holder="worker",
        milestones=(UsedMilestone(key="started", milestone="started"),),
        outcomes=(UsedOutcome(key="closed", outcome="closed"),),
        phases=(phase,),
    )
    words = {"languages": languages}
    return Document(
        key=key,
        source_language=languages[0],
        **words,
        roles=(Role(slug="worker", name=said("Worker", languages)),),
        milestones=(Milestone(slug="started", contact=True, name=said("Started", languages)),),
        outcomes=(Outcome(slug="closed", name=said("Closed", languages)),),
        terms=(
            Term(
                slug="contact",
                name=said("Contact", languages),
                description=said("Talks or writes", languages),
            ),
        ),
        methods=(
            Method(
                **named("listening", languages),
                activities={language: f"Listen, {language}." for language in languages},
            ),
        ),
        **{"pathways": (pathway,)} | values,
    )
