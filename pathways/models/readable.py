"""Pages that readers see by way of a view."""


class ReadablePage:
    """Puts the page's view into its template's context."""

    def get_context(self, request, *args, **kwargs):
        from pathways.reading import context_of  # the views are made of the models

        return super().get_context(request, *args, **kwargs) | context_of(self, request)
