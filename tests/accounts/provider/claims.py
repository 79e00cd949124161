from oauth2_provider.oauth2_validators import OAuth2Validator

from tests.accounts.provider import PEOPLE


class Claims(OAuth2Validator):
    """Tells names and addresses, in the token and when it is asked."""

    oidc_claim_scope = None

    def get_additional_claims(self, request):
        email, verified = PEOPLE[request.user.username]
        return {
            "email": email,
            "email_verified": verified,
            "given_name": request.user.first_name,
            "family_name": request.user.last_name,
        }
