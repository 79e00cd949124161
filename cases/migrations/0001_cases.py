import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0002_organisations_teams_and_log'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('pathways', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReferenceYear',
            fields=[
                ('year', models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ('last', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(editable=False, max_length=12, unique=True)),
                ('record_number', models.CharField(help_text='The number by which your record system knows it. Never a personal number.', max_length=40, verbose_name='record number')),
                ('alias', models.CharField(blank=True, help_text='To tell cases apart at a glance, for example “Blue house”. Nobody’s name.', max_length=40, verbose_name='neutral name')),
                ('started_on', models.DateField()),
                ('state', models.CharField(choices=[('open', 'open'), ('closed', 'closed')], default='open', editable=False, max_length=10)),
                ('outcome', models.SlugField(blank=True, editable=False, max_length=80)),
                ('closed_on', models.DateField(editable=False, null=True)),
                ('opened_at', models.DateTimeField(auto_now_add=True)),
                ('form_token', models.UUIDField(editable=False, null=True, unique=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.pathwayedition')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('responsible', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='accounts.team')),
            ],
            options={
                'ordering': ['-pk'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['team', 'state'], name='case_of_team'), models.Index(fields=['responsible', 'state'], name='case_of_person'), models.Index(fields=['team', 'record_number'], name='case_by_record')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['open', 'closed'])), name='case_state_known'), models.CheckConstraint(condition=models.Q(models.Q(('closed_on__isnull', False), ('state', 'closed'), models.Q(('outcome', ''), _negated=True)), models.Q(models.Q(('state', 'closed'), _negated=True), ('closed_on__isnull', True), ('outcome', '')), _connector='OR'), name='case_closed_with_outcome_and_day'), models.CheckConstraint(condition=models.Q(('closed_on__isnull', True), ('closed_on__gte', models.F('started_on')), _connector='OR'), name='case_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('record_number', ''), _negated=True), name='case_has_record_number')],
            },
        ),
        migrations.CreateModel(
            name='CaseBranch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step_key', models.SlugField(max_length=80)),
                ('branch_key', models.SlugField(max_length=80)),
                ('round', models.PositiveSmallIntegerField(default=1)),
                ('day', models.DateField()),
                ('taken_at', models.DateTimeField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='branches', to='cases.case')),
                ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['day', 'pk'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('case', 'step_key', 'branch_key', 'round'), name='case_branch_once')],
            },
        ),
        migrations.CreateModel(
            name='CaseConsent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.SlugField(max_length=80)),
                ('covers', models.CharField(max_length=300, verbose_name='what it covers')),
                ('from_whom', models.CharField(max_length=300, verbose_name='from whom')),
                ('to_whom', models.CharField(max_length=300, verbose_name='to whom')),
                ('purpose', models.CharField(max_length=300, verbose_name='what for')),
                ('how', models.CharField(choices=[('signed', 'signed on paper or screen'), ('spoken', 'said, and noted')], max_length=10, verbose_name='how it was given')),
                ('given_on', models.DateField(verbose_name='given on')),
                ('ends_on', models.DateField(blank=True, help_text='The last day on which it holds. Empty: until it is withdrawn.', null=True, verbose_name='holds until')),
                ('kept_at', models.CharField(blank=True, help_text='For example: in the record, under consents. Never the paper itself here.', max_length=120, verbose_name='where the paper lies')),
                ('withdrawn_on', models.DateField(editable=False, null=True)),
                ('recorded_at', models.DateTimeField()),
                ('form_token', models.UUIDField(editable=False, null=True, unique=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='cases.case')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-given_on', '-pk'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('given_on')), _connector='OR'), name='case_consent_ends_after_it_begins', violation_error_message='It cannot end before the day on which it was given.'), models.CheckConstraint(condition=models.Q(('withdrawn_on__isnull', True), ('withdrawn_on__gte', models.F('given_on')), _connector='OR'), name='case_consent_withdrawn_after_given', violation_error_message='It cannot be withdrawn before the day on which it was given.'), models.CheckConstraint(condition=models.Q(models.Q(('covers', ''), _negated=True), models.Q(('from_whom', ''), _negated=True), models.Q(('to_whom', ''), _negated=True), models.Q(('purpose', ''), _negated=True)), name='case_consent_is_specific'), models.CheckConstraint(condition=models.Q(('how__in', ['signed', 'spoken'])), name='case_consent_how_known')],
            },
        ),
        migrations.CreateModel(
            name='CaseEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('opened', 'Case opened'), ('details', 'Details changed'), ('item', 'Item'), ('assigned', 'Given to somebody'), ('milestone', 'Milestone recorded'), ('planned', 'Milestone planned'), ('corrected', 'Milestone corrected'), ('taken_back', 'Milestone taken back'), ('consent', 'Consent given'), ('consent_changed', 'Consent corrected'), ('withdrawn', 'Consent withdrawn'), ('round', 'New round'), ('round_taken_back', 'Round taken back'), ('branch', 'Branch taken'), ('branch_taken_back', 'Branch taken back'), ('closed', 'Case closed'), ('reopened', 'Case opened again')], max_length=20)),
                ('step_key', models.SlugField(blank=True, max_length=80)),
                ('item_key', models.SlugField(blank=True, max_length=80)),
                ('round', models.PositiveSmallIntegerField(default=1)),
                ('subject', models.SlugField(blank=True, max_length=80)),
                ('before', models.CharField(blank=True, max_length=12)),
                ('after', models.CharField(blank=True, max_length=12)),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                ('day', models.DateField(null=True)),
                ('day_before', models.DateField(null=True)),
                ('version', models.PositiveIntegerField(default=0)),
                ('batch', models.UUIDField(db_index=True, default=uuid.uuid4)),
                ('undone', models.BooleanField(default=False)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='cases.case')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['case', 'at'], name='case_event_in_order')],
            },
        ),
        migrations.CreateModel(
            name='CaseItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step_key', models.SlugField(max_length=80)),
                ('item_key', models.SlugField(max_length=80)),
                ('round', models.PositiveSmallIntegerField(default=1)),
                ('state', models.CharField(choices=[('to_do', 'to do'), ('in_progress', 'in progress'), ('done', 'done'), ('not_relevant', 'not relevant')], default='to_do', max_length=12)),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                ('changed_at', models.DateTimeField()),
                ('version', models.PositiveIntegerField(default=0)),
                ('assigned_to', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='case_items', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='cases.case')),
                ('changed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'default_permissions': (),
                'indexes': [models.Index(fields=['assigned_to', 'state'], name='case_item_of_person')],
                'constraints': [models.UniqueConstraint(fields=('case', 'step_key', 'item_key', 'round'), name='case_item_once'), models.CheckConstraint(condition=models.Q(('state__in', ['to_do', 'in_progress', 'done', 'not_relevant'])), name='case_item_state_known'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'not_relevant'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='case_item_set_aside_with_reason', violation_error_message='Say why it is not relevant.'), models.CheckConstraint(condition=models.Q(('round__gte', 1)), name='case_item_rounds_begin_at_one')],
            },
        ),
        migrations.CreateModel(
            name='CaseMilestone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.SlugField(max_length=80)),
                ('slot', models.CharField(blank=True, max_length=170)),
                ('round', models.PositiveSmallIntegerField(null=True)),
                ('day', models.DateField()),
                ('time', models.TimeField(null=True)),
                ('planned', models.BooleanField(default=False)),
                ('recorded_at', models.DateTimeField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='milestones', to='cases.case')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['day', 'time', 'pk'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('case', 'kind', 'slot'), name='case_milestone_once'), models.UniqueConstraint(condition=models.Q(('round__isnull', False)), fields=('case', 'kind', 'round'), name='case_milestone_once_a_round')],
            },
        ),
        migrations.CreateModel(
            name='CaseRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.SlugField(max_length=80)),
                ('number', models.PositiveSmallIntegerField()),
                ('opened_at', models.DateTimeField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rounds', to='cases.case')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['kind', 'number'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('case', 'kind', 'number'), name='case_round_once'), models.CheckConstraint(condition=models.Q(('number__gte', 2)), name='case_round_after_the_first')],
            },
        ),
    ]
