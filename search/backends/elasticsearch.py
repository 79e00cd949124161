"""Elasticsearch 8, for when one machine is not enough. It gets our terms, not texts to analyse."""

from contextlib import contextmanager
from functools import cache

from django.utils.crypto import get_random_string
from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError
from elasticsearch.helpers import bulk

from search.indexing.tiers import TIERS

from .base import SearchBackend as BaseBackend
from .engine import EngineFailure, Row

# An engine that takes longer is as good as lost: readers get a plain message instead of a wait.
PATIENCE = 5
# Results that a question can have; Elasticsearch's own limit.
MOST = 10_000
ALIAS = "portal-search"
_KEPT = ("root", "object_id", "content_type", "language", "facets", "path", "live", "prior")
_TERMS = {"type": "text", "analyzer": "whitespace", "norms": False, "index_options": "docs"}
_MAPPINGS = {
    "dynamic": False,
    "_source": {"excludes": list(TIERS)},
    "properties": {
        **dict.fromkeys(TIERS, _TERMS),
        "root": {"type": "keyword"},
        "content_type": {"type": "integer"},
    },
}
_SETTINGS = {"number_of_shards": 1, "number_of_replicas": 0, "auto_expand_replicas": "0-1"}


class ElasticsearchEngine:
    """An alias leads to the index that answers; a rebuild fills another and moves the alias."""

    def __init__(self, params):
        # The prefix tells sites apart that share a server.
        self.alias = params.get("PREFIX", "") + ALIAS
        self.es = _client(params["URL"])
        self.building = None

    def put(self, entries):
        self._make_sure_of_index()
        actions = [
            {"_index": self.building or self.alias, "_id": str(entry.pk), **_document(entry, terms)}
            for entry, terms in entries
        ]
        with _failures():
            bulk(self.es, actions)

    def remove(self, ids):
        actions = [{"_op_type": "delete", "_index": self.alias, "_id": str(pk)} for pk in ids]
        with _failures():
            # One that is not there needs no removing; nor does any, where there is no index.
            bulk(self.es, actions, raise_on_error=False)

    def clear(self):
        with _failures():
            for name in self._indices():
                self.es.indices.delete(index=name)
        self._make_sure_of_index()

    def rows(self, question, root, content_types=None):
        scope = [{"term": {"root": root}}]
        if content_types is not None:
            scope.append({"terms": {"content_type": content_types}})
        with _failures():
            found = self.es.search(
                index=self.alias, size=MOST, query=_query(question, scope), source=list(_KEPT)
            )
        return [_row(hit) for hit in found["hits"]["hits"]]

    def start_rebuild(self):
        with _failures():
            self.building = self._make()

    def finish_rebuild(self):
        with _failures():
            self.es.indices.refresh(index=self.building)
            before = [name for name in self._indices() if name != self.building]
            actions = [{"add": {"index": self.building, "alias": self.alias}}]
            actions += [{"remove_index": {"index": name}} for name in before]
            self.es.indices.update_aliases(actions=actions)
        self.building = None

    def refresh(self):
        with _failures():
            self.es.indices.refresh(index=self.alias, ignore_unavailable=True)

    def _indices(self):
        try:
            return list(self.es.indices.get_alias(name=self.alias))
        except NotFoundError:
            return []

    def _make_sure_of_index(self):
        with _failures():
            if self.building is None and not self.es.indices.exists_alias(name=self.alias):
                name = self._make()
                self.es.indices.put_alias(index=name, name=self.alias)

    def _make(self):
        name = f"{self.alias}-{get_random_string(8).lower()}"
        self.es.indices.create(index=name, settings=_SETTINGS, mappings=_MAPPINGS)
        return name


@cache
def _client(url):
    """One client a process and server: it keeps its connections."""
    return Elasticsearch(url, request_timeout=PATIENCE, max_retries=0, retry_on_timeout=False)


def _document(entry, terms):
    known = {
        "root": entry.root,
        "object_id": entry.object_id,
        "content_type": entry.content_type_id,
        "language": entry.language,
        "facets": entry.facets,
        "path": entry.path,
        "live": entry.live,
        "prior": entry.prior,
    }
    return known | {tier: " ".join(terms[tier]) for tier in TIERS}


def _row(hit):
    s = hit["_source"]
    return Row(
        int(hit["_id"]),
        hit["_score"],
        s["object_id"],
        s["content_type"],
        s["language"],
        s["facets"],
        s["path"],
        s["live"],
        s["prior"],
    )


def _query(question, scope):
    """The sum over the words of the best choice, as in the databases: constants, no scoring."""
    words = [
        {
            "dis_max": {
                "queries": [
                    {"constant_score": {"filter": _met(choice, tier), "boost": value * word.weight}}
                    for choice in word.choices
                    for tier, value in choice.met()
                ]
            }
        }
        for word in question.words
    ]
    asked, other = words[: question.asked], words[question.asked :]
    must = {"bool": {"should": asked, "minimum_should_match": question.need}}
    return {"bool": {"filter": scope, "must": [must], "should": other}}


def _met(choice, tier):
    groups = [
        {
            "bool": {
                "should": [
                    query
                    for field in ([tier] if tier else TIERS)
                    for query in _terms(field, group, choice.prefix)
                ]
            }
        }
        for group in choice.groups
    ]
    return {"bool": {"filter": groups}}


def _terms(field, group, prefix):
    if prefix:
        return [{"prefix": {field: {"value": term}}} for term in sorted(group)]
    return [{"terms": {field: sorted(group)}}]


@contextmanager
def _failures():
    try:
        yield
    except (ApiError, TransportError) as error:
        raise EngineFailure(str(error)) from error


class SearchBackend(BaseBackend):
    """For modelsearch. A server that is lost keeps nobody from saving a page."""

    engine_class = ElasticsearchEngine
    catch_indexing_errors = True
