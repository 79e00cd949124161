"""What is to be translated of a page or word, written down for wagtail-localize in bulk."""

import json
import uuid
from collections import defaultdict

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments


class SourceInBulk(TranslationSource):
    """A source that asks the database as much for a hundred texts as for one.

    wagtail-localize asks up to thirteen times for each text; a pathway has thousands.
    """

    class Meta:
        proxy = True
        default_permissions = ()

    @transaction.atomic
    def refresh_segments(self):
        """Let the rows of wagtail-localize be those that the source asks for, as its own would.

        Where a text stands in its page (``field_path``) is noted when an editor first opens it.
        """
        values = extract_segments(self.as_instance())
        contexts = self._contexts({value.path for value in values})
        kinds = defaultdict(list)
        for value in values:
            kinds[type(value)].append(value)
        for kind, (model, described) in _ROWS.items():
            found = kinds[kind]
            places = [{"context_id": contexts[v.path], "order": v.order} for v in found]
            rows = described(found, self.locale_id)
            self._keep(model, [place | row for place, row in zip(places, rows, strict=True)])

    def _contexts(self, paths):
        made = {
            path: TranslationContext(
                object_id=self.object_id, path=path, path_id=TranslationContext._get_path_id(path)
            )
            for path in paths
        }
        return _keys(TranslationContext.objects.filter(object_id=self.object_id), "path", made)

    def _keep(self, model, rows):
        """Add the rows that are missing, and remove those that are not asked for any more.

        :param rows: the values of each.
        """
        names = sorted(rows[0]) if rows else []
        wanted = {tuple(row[name] for name in names): row for row in rows}
        there = model.objects.filter(source=self)
        known = {tuple(values): pk for pk, *values in there.values_list("pk", *names)}
        gone = [pk for values, pk in known.items() if values not in wanted]
        if gone:
            there.filter(pk__in=gone).delete()
        new = [row for values, row in wanted.items() if values not in known]
        model.objects.bulk_create(model(source=self, **row) for row in new)


def _strings(values, locale):
    hashes = [String._get_data_hash(value.string.data) for value in values]
    made = {
        digest: String(locale_id=locale, data=value.string.data, data_hash=digest)
        for digest, value in zip(hashes, values, strict=True)
    }
    keys = _keys(String.objects.filter(locale_id=locale), "data_hash", made)
    return [
        {"string_id": keys[digest], "attrs": json.dumps(value.attrs, cls=DjangoJSONEncoder)}
        for digest, value in zip(hashes, values, strict=True)
    ]


def _templates(values, _locale):
    ids = [
        uuid.uuid5(uuid.uuid5(Template.BASE_UUID_NAMESPACE, value.format), value.template)
        for value in values
    ]
    made = {
        one: Template(
            uuid=one,
            template=value.template,
            template_format=value.format,
            string_count=value.string_count,
        )
        for one, value in zip(ids, values, strict=True)
    }
    keys = _keys(Template.objects.all(), "uuid", made)
    return [{"template_id": keys[one]} for one in ids]


def _words(values, _locale):
    """What is referred to and has translations of its own."""
    made = {
        value.translation_key: TranslatableObject(
            translation_key=value.translation_key, content_type=value.content_type
        )
        for value in values
    }
    keys = _keys(TranslatableObject.objects.all(), "translation_key", made)
    return [{"object_id": keys[value.translation_key]} for value in values]


def _settings(values, _locale):
    """What is the same in all languages unless somebody says otherwise, such as addresses."""
    return [{"data_json": json.dumps(value.data, cls=DjangoJSONEncoder)} for value in values]


_ROWS = {
    StringSegmentValue: (StringSegment, _strings),
    TemplateSegmentValue: (TemplateSegment, _templates),
    RelatedObjectSegmentValue: (RelatedObjectSegment, _words),
    OverridableSegmentValue: (OverridableSegment, _settings),
}


def _keys(known, name, made):
    """Primary keys by what names a row; what is not there yet is added.

    :param known: a queryset.
    :param dict made: rows to add, by their ``name``.
    """
    asked = known.filter(**{f"{name}__in": list(made)})
    found = dict(asked.values_list(name, "pk"))
    missing = [row for key, row in made.items() if key not in found]
    if not missing:
        return found
    known.model.objects.bulk_create(missing, ignore_conflicts=True)
    return dict(asked.all().values_list(name, "pk"))
