"""A back end as modelsearch wants it: index, rebuild, search, complete. The engine only finds."""

from modelsearch.backends.base import BaseSearchBackend

from .compilers import AutocompleteCompiler, Compiler
from .index import Index, Rebuilder
from .results import Results


class SearchBackend(BaseSearchBackend):
    """What all three have in common; ``engine_class`` is what they differ in."""

    engine_class = None
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    index_class = Index
    results_class = Results
    rebuilder_class = Rebuilder

    def __init__(self, params):
        super().__init__(params)
        self.engine = self.engine_class(params)
