from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from accounts.roles import Role


class Command(BaseCommand):
    help = "Makes the first administrator and prints a link, good for an hour, to a password."

    def add_arguments(self, parser):
        parser.add_argument("email")

    def handle(self, *, email, **options):
        try:
            validate_email(email)
        except ValidationError:
            raise CommandError(f"“{email}” is not an e-mail address.") from None
        user = first_administrator(email)
        uidb36, key = user_pk_to_url_str(user), default_token_generator.make_token(user)
        path = reverse("account_reset_password_from_key", args=[uidb36, key])
        self.stdout.write("Choose a password here within an hour:")
        self.stdout.write(settings.BASE_URL.rstrip("/") + path)


@transaction.atomic
def first_administrator(email):
    """The administrator of an empty portal: made now, or made before and never come in.

    :raises CommandError: if there is one already, or the address is somebody else's.
    """
    users = get_user_model().objects
    others = users.filter(is_superuser=True).exclude(email__iexact=email, last_login=None)
    if others.exists():
        raise CommandError("There is an administrator already, who can invite others.")
    user = users.filter(email__iexact=email).first()
    if user is None:
        user = users.create_superuser(email)
    elif not user.is_superuser:
        raise CommandError("Somebody else has this address.")
    user.groups.add(Group.objects.get(name=Role.ADMINISTRATOR))
    return user
