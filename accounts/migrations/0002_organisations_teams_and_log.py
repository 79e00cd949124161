import accounts.models.team
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
        # What the libraries have comes first: Django would make our models anew for each of theirs.
        ('django_tasks_database', '0021_conditional_partial_index_ordering'),
        ('mfa', '0003_authenticator_type_uniq'),
        ('sessions', '0001_initial'),
        ('socialaccount', '0006_alter_socialaccount_extra_data'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('usersessions', '0001_initial'),
        ('wagtail_localize', '0016_rename_page_revision_translationlog_revision'),
        ('wagtailadmin', '0006_formstate'),
        ('wagtaildocs', '0014_alter_document_file_size'),
        ('wagtailembeds', '0009_embed_cache_until'),
        ('wagtailimages', '0027_image_description'),
        ('wagtailredirects', '0008_add_verbose_name_plural'),
        ('wagtailsearch', '0010_add_text_fields'),
        ('wagtailsearchpromotions', '0008_query_verbose_name'),
        ('wagtailusers', '0015_userprofile_keyboard_shortcuts'),
    ]

    operations = [
        migrations.CreateModel(
            name='AccessEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_index=True, verbose_name='when')),
                ('actor_id', models.BigIntegerField(db_index=True, null=True, verbose_name='who')),
                ('verb', models.CharField(choices=[('signed-in', 'signed in'), ('signed-out', 'signed out'), ('password-changed', 'chose a new password'), ('second-step-changed', 'changed a second step'), ('invited', 'invited somebody'), ('uninvited', 'took an invitation back'), ('account-made', 'made an account'), ('account-changed', 'opened or closed an account, or changed its powers'), ('account-deleted', 'deleted an account'), ('role-given', 'gave a role'), ('role-taken', 'took a role away'), ('role-changed', 'changed what a role may do'), ('member-added', 'put somebody into a team'), ('member-changed', "changed somebody's time in a team"), ('member-removed', 'took somebody out of a team'), ('visibility-changed', 'changed who may read'), ('exported', 'exported a list'), ('released', 'released an edition'), ('emergency-released', 'released an edition without approval'), ('withdrawn', 'withdrew an edition'), ('approved', 'approved an edition'), ('viewed', 'looked at'), ('changed', 'changed')], max_length=40, verbose_name='what')),
                ('outcome', models.CharField(choices=[('done', 'done'), ('refused', 'refused'), ('failed', 'failed')], default='done', max_length=10, verbose_name='outcome')),
                ('object_type', models.CharField(blank=True, max_length=100, verbose_name='kind of object')),
                ('object_id', models.CharField(blank=True, max_length=64, verbose_name='object')),
                ('related_type', models.CharField(blank=True, max_length=100, verbose_name='kind of what it is about')),
                ('related_id', models.CharField(blank=True, max_length=64, verbose_name='about')),
                ('route', models.CharField(blank=True, max_length=200, verbose_name='where')),
                ('digest', models.CharField(blank=True, max_length=64, verbose_name='seal')),
            ],
            options={
                'verbose_name': 'entry of the access log',
                'verbose_name_plural': 'access log',
                'ordering': ['-pk'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['object_type', 'object_id'], name='access_entry_object')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                ('language', models.CharField(choices=[('nb', 'Norsk bokmål'), ('da', 'Dansk'), ('fi', 'Suomi'), ('en', 'English')], default='en', max_length=10, verbose_name='language of the mail')),
                ('key', models.CharField(editable=False, max_length=64, unique=True)),
                ('expires', models.DateTimeField(editable=False, verbose_name='good until')),
                ('accepted', models.DateTimeField(editable=False, null=True, verbose_name='accepted')),
                ('groups', models.ManyToManyField(blank=True, to='auth.group', verbose_name='roles')),
                ('invited_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='invited by')),
            ],
            options={
                'verbose_name': 'invitation',
                'verbose_name_plural': 'invitations',
                'ordering': ['-expires'],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=160, verbose_name='name')),
                ('kind', models.CharField(choices=[('own', 'our own'), ('partner', 'partner')], default='own', max_length=10, verbose_name='kind')),
            ],
            options={
                'verbose_name': 'organisation',
                'verbose_name_plural': 'organisations',
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('name'), name='organisation_name_once', violation_error_message='There is an organisation with this name already.'), models.CheckConstraint(condition=models.Q(('kind__in', ['own', 'partner'])), name='organisation_kind_known')],
            },
        ),
        migrations.AddField(
            model_name='user',
            name='organisation',
            field=models.ForeignKey(blank=True, help_text='Whom this person works for. A partner reads what is meant for it.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='accounts.organisation', verbose_name='organisation'),
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=160, verbose_name='name')),
                ('country', models.CharField(choices=[('NO', 'Norway'), ('DK', 'Denmark'), ('FI', 'Finland'), ('SE', 'Sweden')], help_text='Its public holidays are not counted as working days.', max_length=2, verbose_name='country')),
                ('record_link', models.CharField(blank=True, help_text='The address of a record in your record system, with {number} where the record number goes. Without it a record number is shown as plain text.', max_length=300, validators=[accounts.models.team.validate_record_link], verbose_name='link to a record')),
                ('organisation', models.ForeignKey(limit_choices_to={'kind': 'own'}, on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='accounts.organisation', verbose_name='organisation')),
            ],
            options={
                'verbose_name': 'team',
                'verbose_name_plural': 'teams',
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'name'), name='team_name_once', violation_error_message='This organisation has a team with this name already.'), models.CheckConstraint(condition=models.Q(('country__in', ['NO', 'DK', 'FI', 'SE'])), name='team_country_known'), models.CheckConstraint(condition=models.Q(('record_link', ''), models.Q(('record_link__contains', '{number}'), ('record_link__startswith', 'https://')), _connector='OR'), name='team_record_link_leads_somewhere', violation_error_message='Write {number} once, where the record number goes.')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lead', models.BooleanField(default=False, help_text='Someone who leads a team says who else belongs to it.', verbose_name='leads the team')),
                ('since', models.DateField(default=django.utils.timezone.localdate, verbose_name='from')),
                ('until', models.DateField(blank=True, help_text='The last day; empty while it goes on.', null=True, verbose_name='until')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='accounts.team', verbose_name='team')),
            ],
            options={
                'verbose_name': 'membership',
                'verbose_name_plural': 'memberships',
                'ordering': ['team__name', 'user__last_name', 'user__first_name', '-since'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='membership_ends_after_it_begins', violation_error_message='The last day cannot be before the first.'), models.UniqueConstraint(fields=('user', 'team', 'since'), name='membership_begins_once', violation_error_message='This person is in this team at that time already.')],
            },
        ),
        migrations.CreateModel(
            name='Closure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='For example: between Christmas and New Year.', max_length=80, verbose_name='name')),
                ('first_day', models.DateField(verbose_name='first day')),
                ('last_day', models.DateField(help_text='The last day that is closed.', verbose_name='last day')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='closures', to='accounts.organisation', verbose_name='organisation')),
            ],
            options={
                'verbose_name': 'closure',
                'verbose_name_plural': 'closures',
                'ordering': ['-first_day', 'name'],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='closure_ends_after_it_begins', violation_error_message='The last day cannot be before the first.'), models.UniqueConstraint(fields=('organisation', 'first_day', 'last_day'), name='closure_once')],
            },
        ),
        migrations.CreateModel(
            name='PartnerAccess',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('until', models.DateField(help_text='The last day.', verbose_name='until')),
                ('organisation', models.ForeignKey(limit_choices_to={'kind': 'partner'}, on_delete=django.db.models.deletion.CASCADE, related_name='page_access', to='accounts.organisation', verbose_name='organisation')),
                ('restriction', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='partners', to='wagtailcore.pageviewrestriction')),
            ],
            options={
                'verbose_name': 'access of a partner',
                'verbose_name_plural': 'access of partners',
                'ordering': ['organisation__name'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('restriction', 'organisation'), name='partner_access_once')],
            },
        ),
    ]
