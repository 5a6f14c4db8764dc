# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("account", models.BigIntegerField(null=True)),
                ("party", models.BigIntegerField(null=True)),
                ("system", models.CharField(blank=True, max_length=40)),
                ("action", models.CharField(max_length=60)),
                ("case_ids", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ("report_ids", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ("categories", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ("purposes", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ("why", models.TextField(blank=True)),
                ("refused", models.BooleanField(default=False)),
            ],
            options={
                "db_table": "records_reading",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(max_length=120)),
                ("is_active", models.BooleanField(default=True)),
                ("demo", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Dwelling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("match", models.CharField(max_length=64, unique=True)),
                ("postcode", models.CharField(max_length=6)),
                ("number", models.PositiveIntegerField()),
                ("suffix", models.CharField(blank=True, max_length=12)),
                ("street", models.CharField(max_length=120)),
                ("town", models.CharField(max_length=80)),
                ("district", models.CharField(max_length=40)),
                ("bag_match", models.CharField(max_length=64, null=True, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="Published",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=60, unique=True)),
                ("partnership", models.CharField(max_length=60)),
                ("digest", models.CharField(max_length=64)),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=60, unique=True)),
                ("label", models.CharField(max_length=200)),
                ("of", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
            ],
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(max_length=14, unique=True)),
                ("agreement", models.CharField(max_length=60)),
                ("intervention", models.CharField(max_length=40)),
                ("stage", models.CharField(max_length=40)),
                ("stage_since", models.DateTimeField()),
                ("address", models.CharField(max_length=140)),
                ("place", models.CharField(max_length=90)),
                ("district", models.CharField(max_length=40)),
                ("opened_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("outcome", models.CharField(blank=True, max_length=40)),
                ("due", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("party_ids", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ("excluded_ids", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ("dwelling", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.dwelling")),
                ("lead", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
            ],
        ),
        migrations.CreateModel(
            name="Permission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_at", models.DateTimeField()),
                ("reminded_at", models.DateTimeField(null=True)),
                ("answer", models.CharField(blank=True, max_length=10)),
                ("answered_at", models.DateTimeField(null=True)),
                ("reason", models.CharField(blank=True, max_length=60)),
                ("answered_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case")),
                ("party", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
            ],
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=40)),
                ("category", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=160)),
                ("phone", models.CharField(blank=True, max_length=30)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("may_phone", models.BooleanField(default=False)),
                ("may_voicemail", models.BooleanField(default=False)),
                ("may_post", models.BooleanField(default=False)),
                ("may_email", models.BooleanField(default=False)),
                ("contact_note", models.CharField(blank=True, max_length=200)),
                ("forgotten_at", models.DateTimeField(null=True)),
                ("case", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case")),
                ("party", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
            ],
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=40)),
                ("given_on", models.DateField()),
                ("withdrawn_on", models.DateField(null=True)),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case")),
                ("recorded_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person")),
            ],
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(max_length=14, unique=True)),
                ("agreement", models.CharField(max_length=60)),
                ("received_at", models.DateTimeField()),
                ("received_on", models.DateField()),
                ("address", models.CharField(max_length=140)),
                ("place", models.CharField(max_length=90)),
                ("district", models.CharField(max_length=40)),
                ("tenure", models.CharField(max_length=40)),
                ("complainant_address", models.CharField(blank=True, max_length=140)),
                ("answers", models.JSONField()),
                ("proposed", models.CharField(max_length=40)),
                ("decided", models.CharField(blank=True, max_length=40)),
                ("decided_at", models.DateTimeField(null=True)),
                ("reason", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("party_ids", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ("excluded_ids", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ("case", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case")),
                ("complainant_dwelling", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.dwelling")),
                ("decided_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("dwelling", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.dwelling")),
                ("judge", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
                ("landlord", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
                ("reported_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("reporter", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
            ],
        ),
        migrations.AddField(
            model_name="person",
            name="report",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.report"),
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                ("category", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("system", models.CharField(blank=True, max_length=40)),
                ("facts", models.JSONField(default=dict)),
                ("personal", models.JSONField(default=dict)),
                ("recipient_ids", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ("salt", models.CharField(max_length=32)),
                ("digest", models.CharField(max_length=64)),
                ("account", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("case", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case")),
                ("party", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
                ("report", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.report")),
            ],
        ),
        migrations.CreateModel(
            name="Right",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agreement", models.CharField(max_length=60)),
                ("intervention", models.CharField(max_length=40)),
                ("stage", models.CharField(max_length=40)),
                ("role", models.CharField(max_length=40)),
                ("verb", models.CharField(max_length=10)),
                ("thing", models.CharField(max_length=60)),
                ("only", models.CharField(blank=True, max_length=10)),
                ("functions", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None)),
                ("because", models.TextField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("agreement", "intervention", "stage", "role", "verb", "thing", "only"), name="a_right_stands_once")],
            },
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agreement", models.CharField(max_length=60)),
                ("indicator", models.CharField(max_length=20)),
                ("day", models.DateField()),
                ("unit", models.CharField(max_length=80)),
                ("part", models.CharField(blank=True, max_length=60)),
                ("sign", models.SmallIntegerField(default=1)),
                ("case", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case")),
                ("event", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.event")),
                ("party", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
                ("report", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.report")),
            ],
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("category", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("content", models.BinaryField()),
                ("account", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case")),
                ("party", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
            ],
            options={
                "indexes": [models.Index(fields=["case"], name="photos_of_a_case")],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200)),
                ("category", models.CharField(max_length=40)),
                ("given_at", models.DateTimeField()),
                ("due", models.DateField()),
                ("finished_at", models.DateTimeField(null=True)),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case")),
                ("finished_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("giver", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
                ("party", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
            ],
        ),
        migrations.CreateModel(
            name="Tenure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                ("dwelling", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.dwelling")),
                ("landlord", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
            ],
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=60)),
                ("owner", models.CharField(max_length=40)),
                ("started_at", models.DateTimeField()),
                ("due", models.DateField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("counted", models.DateField(null=True)),
                ("rest", models.PositiveSmallIntegerField(null=True)),
                ("missed_at", models.DateTimeField(null=True)),
                ("escalated_at", models.DateTimeField(null=True)),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case")),
            ],
            options={
                "indexes": [models.Index(fields=["case"], name="deadlines_of_a_case")],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40)),
                ("answers", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
                ("account", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("party", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.party")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("account", "party", "key"), name="one_draft_per_key")],
            },
        ),
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60)),
                ("codes", models.CharField(max_length=500)),
                ("shared", models.BooleanField()),
                ("at", models.DateTimeField()),
                ("account", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("party", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.party")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("account", "party", "name"), name="one_filter_per_name")],
            },
        ),
        migrations.CreateModel(
            name="Volunteer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=40)),
                ("skills", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ("languages", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ("training", models.CharField(max_length=40)),
                ("trained_until", models.DateField()),
                ("availability", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ("hours", models.PositiveSmallIntegerField()),
                ("paused", models.BooleanField(default=False)),
                ("street_match", models.CharField(max_length=64)),
                ("area_match", models.CharField(max_length=64)),
                ("phone_match", models.CharField(blank=True, max_length=64)),
                ("version", models.PositiveIntegerField(default=1)),
                ("account", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("party", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("party", "role", "account"), name="in_a_register_once")],
            },
        ),
        migrations.CreateModel(
            name="Exclusion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=40)),
                ("since", models.DateTimeField()),
                ("account", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("case", "account"), name="excluded_once")],
            },
        ),
        migrations.CreateModel(
            name="Imported",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("party", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.party")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("party", "digest"), name="a_row_is_imported_once")],
            },
        ),
        migrations.CreateModel(
            name="Link",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateTimeField()),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case")),
                ("other", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("case", "other"), name="linked_once")],
            },
        ),
        migrations.CreateModel(
            name="Once",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40)),
                ("digest", models.CharField(max_length=64)),
                ("answer", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                ("account", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("account", "key"), name="a_form_is_carried_out_once")],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("functions", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None)),
                ("interventions", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                ("districts", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                ("account", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="memberships", to=settings.AUTH_USER_MODEL)),
                ("party", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("until", None), ("until__gt", models.F("since")), _connector="OR"), name="membership_ends_after_it_begins")],
            },
        ),
        migrations.CreateModel(
            name="Involvement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=40)),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                ("agreement", models.CharField(default="", max_length=60)),
                ("intervention", models.CharField(default="", max_length=40)),
                ("stage", models.CharField(default="", max_length=40)),
                ("district", models.CharField(default="", max_length=40)),
                ("due", models.DateField(null=True)),
                ("closed", models.BooleanField(default=False)),
                ("opened", models.DateField(null=True)),
                ("outcome", models.CharField(db_default="", max_length=40)),
                ("quiet_since", models.DateField(null=True)),
                ("account", models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case")),
                ("lead", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
                ("party", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
            ],
            options={
                "indexes": [models.Index(fields=["party", "closed", "due", "case"], name="my_involvements"), models.Index(fields=["party", "closed", "opened", "case"], name="my_involvements_by_age"), models.Index(condition=models.Q(("closed", False)), fields=["party", "quiet_since", "case"], name="my_quiet_involvements"), models.Index(condition=models.Q(("closed", False)), fields=["party", "since"], name="my_new_involvements"), models.Index(fields=["case"], name="involvements_of_a_case"), models.Index(condition=models.Q(("account__isnull", False)), fields=["account", "closed"], name="involvements_of_a_person")],
                "constraints": [models.UniqueConstraint(condition=models.Q(("until", None)), fields=("case", "party", "role", "account"), name="one_involvement_per_party_and_role", nulls_distinct=False), models.CheckConstraint(condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"), name="involvement_ends_after_it_begins")],
            },
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("to", models.CharField(max_length=40)),
                ("asked_at", models.DateTimeField()),
                ("answer", models.CharField(blank=True, max_length=10)),
                ("answered_at", models.DateTimeField(null=True)),
                ("reason", models.CharField(blank=True, max_length=40)),
                ("case", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case")),
                ("asked", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(models.Q(("answer", ""), ("answered_at", None)), models.Q(("answer__in", ["accepted", "declined"]), ("answered_at__isnull", False)), _connector="OR"), name="an_answered_hand_over_has_a_moment")],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=6)),
                ("key", models.CharField(max_length=60)),
                ("category", models.CharField(max_length=40)),
                ("values", models.JSONField()),
                ("recipient_ids", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ("at", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                ("account", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case")),
                ("party", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.party")),
            ],
            options={
                "indexes": [models.Index(fields=["case", "at"], name="entries_of_a_case"), models.Index(condition=models.Q(("kind", "letter"), ("until", None)), fields=["party", "at"], name="letters_of_a_party")],
                "constraints": [models.UniqueConstraint(condition=models.Q(("kind", "fact"), ("until", None)), fields=("case", "key"), name="one_value_of_a_fact_at_a_time"), models.CheckConstraint(condition=models.Q(("kind__in", ["fact", "row", "note", "letter"])), name="an_entry_is_a_fact_a_row_a_note_or_a_letter")],
            },
        ),
        migrations.CreateModel(
            name="LetterFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("category", models.CharField(max_length=40)),
                ("pdf", models.BinaryField()),
                ("at", models.DateTimeField()),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case")),
            ],
            options={
                "indexes": [models.Index(fields=["case"], name="files_of_a_case")],
            },
        ),
        migrations.CreateModel(
            name="LetterText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("partnership", models.CharField(max_length=60)),
                ("letter", models.CharField(max_length=60)),
                ("number", models.PositiveIntegerField()),
                ("since", models.DateField()),
                ("texts", models.JSONField()),
                ("at", models.DateTimeField()),
                ("account", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("partnership", "letter", "number"), name="versions_of_a_text_are_counted")],
            },
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(condition=models.Q(("outcome", ""), models.Q(("closed_at", None), _negated=True), _connector="OR"), name="an_outcome_means_closed"),
        ),
        migrations.AddConstraint(
            model_name="permission",
            constraint=models.UniqueConstraint(condition=models.Q(("answer", "")), fields=("case",), name="one_open_question_per_case"),
        ),
        migrations.AddConstraint(
            model_name="permission",
            constraint=models.CheckConstraint(condition=models.Q(models.Q(("answer", ""), ("answered_at", None)), models.Q(("answer__in", ["granted", "refused"]), ("answered_at__isnull", False)), _connector="OR"), name="an_answered_permission_has_a_moment"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["judge", "decided", "received_at", "id"], name="reports_to_judge"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(condition=models.Q(("decided", "")), fields=["agreement", "received_on"], name="reports_undecided"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["reporter", "received_at", "id"], name="reports_we_made"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["dwelling"], name="reports_about_a_dwelling"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["complainant_dwelling"], name="reports_from_a_dwelling"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["case"], name="reports_of_a_case"),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(condition=models.Q(models.Q(("decided", ""), ("decided_at", None), ("decided_by", None)), models.Q(models.Q(("decided", ""), _negated=True), ("decided_at__isnull", False), ("decided_by__isnull", False)), _connector="OR"), name="a_decision_has_a_moment_and_a_person"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["case"], name="people_of_a_case"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["report"], name="people_of_a_report"),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(condition=models.Q(models.Q(("case__isnull", False), ("report", None)), models.Q(("case", None), ("report__isnull", False)), _connector="OR"), name="a_person_is_of_a_report_or_a_case"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["case", "-at", "-id"], name="timeline_of_a_case"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["report"], name="timeline_of_a_report"),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(condition=models.Q(("case__isnull", False), ("report__isnull", False), _connector="OR"), name="an_event_is_of_a_case_or_a_report"),
        ),
        migrations.AddIndex(
            model_name="tally",
            index=models.Index(fields=["party", "agreement", "day"], include=("indicator", "part", "sign"), name="tallies_of_a_party"),
        ),
        migrations.AddIndex(
            model_name="tally",
            index=models.Index(fields=["case"], name="tallies_of_a_case"),
        ),
        migrations.AddConstraint(
            model_name="tally",
            constraint=models.CheckConstraint(condition=models.Q(("sign__in", [1, -1])), name="a_mark_adds_or_corrects"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["party", "finished_at", "due"], name="tasks_of_a_party"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(condition=models.Q(("finished_at", None)), fields=["giver", "due"], name="tasks_asked_for"),
        ),
        migrations.AddIndex(
            model_name="permission",
            index=models.Index(fields=["answered_at"], name="answers_by_age"),
        ),
        migrations.AddIndex(
            model_name="permission",
            index=models.Index(condition=models.Q(("answer", "")), fields=["party"], name="open_questions"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["case"], name="tasks_of_a_case"),
        ),
        migrations.AddConstraint(
            model_name="tenure",
            constraint=models.UniqueConstraint(condition=models.Q(("until", None)), fields=("dwelling",), name="one_tenure_at_a_time"),
        ),
    ]
