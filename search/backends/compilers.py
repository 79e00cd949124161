"""modelsearch's query classes, put to the engine leaf by leaf and joined as sets."""

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from modelsearch.backends.base import BaseSearchQueryCompiler
from modelsearch.query import And, Boost, MatchAll, Not, Or, Phrase, PlainText
from modelsearch.utils import get_descendant_models

from search.asking.plain import beginnings, plain_question
from search.models.entry import root_of


@dataclass
class Matches:
    """Scores by object id; ``inverted``: everything but these."""

    scores: dict = field(default_factory=dict)
    inverted: bool = False

    def __and__(self, other):
        if self.inverted and other.inverted:
            return Matches(self.scores | other.scores, inverted=True)
        if self.inverted:
            return other & self
        if other.inverted:
            kept = {pk: s for pk, s in self.scores.items() if pk not in other.scores}
            return Matches(kept)
        both = self.scores.keys() & other.scores.keys()
        return Matches({pk: self.scores[pk] + other.scores[pk] for pk in both})

    def __or__(self, other):
        if not (self.inverted or other.inverted):
            either = self.scores.keys() | other.scores.keys()
            return Matches({pk: self.scores.get(pk, 0) + other.scores.get(pk, 0) for pk in either})
        return ~(~self & ~other)

    def __invert__(self):
        return Matches(self.scores, not self.inverted)

    def times(self, boost):
        return Matches({pk: score * boost for pk, score in self.scores.items()}, self.inverted)

    def __contains__(self, pk):
        return (str(pk) in self.scores) != self.inverted


class Compiler(BaseSearchQueryCompiler):
    """Whole words, in whatever form. A phrase asks for all its words."""

    DEFAULT_OPERATOR = "and"
    HANDLES_ORDER_BY_EXPRESSIONS = True

    def matches(self, engine) -> Matches:
        """What of the queryset's model meets the query."""
        return self._evaluate(self.query, engine)

    def _evaluate(self, query, engine):
        match query:
            case MatchAll():
                return Matches(inverted=True)
            case PlainText():
                found = self._leaf(query.query_string, query.operator, engine)
                return found.times(query.boost)
            case Phrase():
                return self._leaf(query.query_string, "and", engine)
            case Boost():
                return self._evaluate(query.subquery, engine).times(query.boost)
            case Not():
                return ~self._evaluate(query.subquery, engine)
            case And() | Or():
                first, *others = (self._evaluate(each, engine) for each in query.subqueries)
                for other in others:
                    first = first & other if isinstance(query, And) else first | other
                return first
        raise NotImplementedError(f"`{type(query).__name__}` is not supported by search.")

    def _leaf(self, text, operator, engine):
        question = self.question(text, operator)
        if not question:
            return Matches()
        model = self.queryset.model
        types = ContentType.objects.get_for_models(*get_descendant_models(model)).values()
        rows = engine.rows(question, root_of(model), sorted(each.pk for each in types))
        return Matches({row.object_id: row.score for row in rows})

    def question(self, text, operator):
        return plain_question(text, operator, self.fields)


class AutocompleteCompiler(Compiler):
    """Words of which the last may be half typed."""

    def question(self, text, operator):
        return beginnings(text, operator, self.fields)
