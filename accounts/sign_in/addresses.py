"""One person, one address: what the library remembers follows the account."""

from allauth.account.models import EmailAddress


def forget_former_addresses(sender, instance, update_fields=None, **_kwargs):
    """A ``post_save`` receiver: an address that was taken away opens no door any more."""
    if update_fields is None or "email" in update_fields:
        former = EmailAddress.objects.filter(user=instance)
        former.exclude(email__iexact=instance.email).delete()
