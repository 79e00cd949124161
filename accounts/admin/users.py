"""Wagtail's screens for users, where nobody gives away more than they have."""

from django.core.exceptions import PermissionDenied
from wagtail.users.forms import GroupForm, UserCreationForm, UserEditForm
from wagtail.users.views.groups import GroupViewSet
from wagtail.users.views.users import CreateView, EditView, UserViewSet

from accounts import roles
from accounts.personal_numbers.forms import GuardedFormMixin


class _UserFormMixin(GuardedFormMixin):
    """Only a superuser makes superusers; roles are shown in the reader's language."""

    def __init__(self, *args, for_user, **kwargs):
        super().__init__(*args, **kwargs)
        if "is_superuser" in self.fields and not for_user.is_superuser:
            self.fields["is_superuser"].disabled = True
        self.fields["groups"].label_from_instance = roles.label


class PortalUserCreationForm(_UserFormMixin, UserCreationForm):
    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"organisation"}


class PortalUserEditForm(_UserFormMixin, UserEditForm):
    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"organisation"}


class _KnowsWhoAsks:
    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "for_user": self.request.user}


class AddUser(_KnowsWhoAsks, CreateView):
    pass


class EditUser(_KnowsWhoAsks, EditView):
    """A superuser is changed by superusers: a new password would hand over all they may do."""

    def dispatch(self, request, *args, **kwargs):
        if self.object.is_superuser and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class PortalUserViewSet(UserViewSet):
    # Nobody is a copy of somebody else.
    copy_view_enabled = False
    add_view_class = AddUser
    edit_view_class = EditUser

    def get_form_class(self, for_update=False):
        return PortalUserEditForm if for_update else PortalUserCreationForm


class PortalGroupForm(GuardedFormMixin, GroupForm):
    """A role is known by its name, which therefore stays."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.name in roles.Role.values:
            self.fields["name"].disabled = True


class PortalGroupViewSet(GroupViewSet):
    def get_form_class(self, for_update=False):
        return PortalGroupForm
