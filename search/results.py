"""What a reader sees of a page that was found."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One line of the list."""

    title: str
    url: str
    type_label: str
    summary: str

    @classmethod
    def from_page(cls, page, request):
        """Show a page, in its specific form, by its own summary or what editors wrote instead."""
        return cls(
            title=page.title,
            url=page.get_url(request),
            type_label=str(page.page_type_display_name),
            summary=getattr(page, "summary", "") or page.search_description,
        )
