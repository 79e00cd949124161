"""Which file holds what."""

KIND_FOLDERS = {
    "phase": "phases",
    "step": "steps",
    "method": "methods",
    "template": "templates",
    "article": "articles",
}
PACKAGE = "package.yaml"
VOCABULARY_FILE = "vocabulary.yaml"


def structure_file(kind, key):
    """Path of a page's structure inside the folder."""
    return "pathway.yaml" if kind == "pathway" else f"{KIND_FOLDERS[kind]}/{key}.yaml"


def text_file(kind, key, language):
    """Path of a page's texts in a language."""
    stem = "pathway" if kind == "pathway" else f"{KIND_FOLDERS.get(kind, kind)}/{key}"
    return f"{stem}.{language}.md"


def vocabulary_text_file(language):
    """Path of the vocabulary's texts in a language."""
    return f"vocabulary.{language}.yaml"
