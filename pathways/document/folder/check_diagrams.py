"""Whether what is to be drawn can be drawn."""

from pathways.blocks.diagram import PARTS_MESSAGE, problem_of_parts
from pathways.document.markdown import NotInSubset, to_html


def check_diagrams(document, problems):
    """Add a problem for each diagram whose parts are no list of labels."""
    for page in document.pages():
        for block in page.body:
            if block.type == "diagram":
                place = (f"{page.KIND}:{page.key}", "body", block.id)
                texts = block.texts.get("parts", {})
                if document.source_language not in texts:
                    problems.at(place, PARTS_MESSAGE, document.source_language)
                for language, text in texts.items():
                    reason = _problem(text)
                    if reason:
                        problems.at((*place, "parts"), reason, language)


def _problem(markdown):
    try:
        return problem_of_parts(to_html(markdown))
    except NotInSubset:
        return None  # told already
