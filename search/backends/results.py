"""Results as modelsearch wants them: the engine says what matches, the database all the rest."""

from collections import OrderedDict

from django.db.models import Count
from modelsearch.backends.base import BaseSearchResults, FilterFieldError


class Results(BaseSearchResults):
    """Filters, order and facets are those of the queryset, so they are the same on every engine."""

    supports_facet = True

    def _do_search(self):
        compiler = self.query_compiler
        matches = compiler.matches(self.backend.engine)
        if compiler.order_by_relevance:
            pks = self._by_relevance(matches)[self.start : self.stop]
            found = {obj.pk: obj for obj in compiler.queryset.filter(pk__in=pks)}
            objects = [found[pk] for pk in pks if pk in found]
        else:
            objects = list(self._in_own_order(matches)[self.start : self.stop])
        if self._score_field:
            for obj in objects:
                setattr(obj, self._score_field, matches.scores.get(str(obj.pk), 0.0))
        return objects

    def _do_count(self):
        matches = self.query_compiler.matches(self.backend.engine)
        return len(self._by_relevance(matches)[self.start : self.stop])

    def _by_relevance(self, matches):
        """Primary keys, the best first, the newest of equals before the others."""
        queryset = self.query_compiler.queryset.order_by().values_list("pk", flat=True)
        pks = {pk for pk in queryset if pk in matches}
        newest = sorted(pks, reverse=True)
        return sorted(newest, key=lambda pk: -matches.scores.get(str(pk), 0.0))

    def _in_own_order(self, matches):
        queryset = self._matching(matches)
        return queryset if queryset.query.order_by else queryset.order_by("-pk")

    def _matching(self, matches):
        pks = list(matches.scores)
        if matches.inverted:
            return self.query_compiler.queryset.exclude(pk__in=pks)
        return self.query_compiler.queryset.filter(pk__in=pks)

    def facet(self, field_name):
        """Values of a filterable field with their counts, the most frequent first."""
        if self.query_compiler._get_filterable_field(field_name) is None:
            model = self.query_compiler.queryset.model.__name__
            raise FilterFieldError(
                f'Cannot facet search results with field "{field_name}". Please add '
                f"index.FilterField('{field_name}') to {model}.search_fields.",
                field_name=field_name,
            )
        found = self._matching(self.query_compiler.matches(self.backend.engine)).order_by()
        rows = found.values(field_name).annotate(count=Count("pk")).order_by("-count", field_name)
        return OrderedDict((row[field_name], row["count"]) for row in rows)
