"""What was made for somebody who is signed in is kept for nobody else."""

from django.utils.cache import patch_cache_control


def kept_for_nobody_else(get_response):
    """Middleware; after the one that knows who is signed in.

    Whoever asks who is reading makes the answer vary by cookie, by way of the session.
    """

    def answer(request):
        response = get_response(request)
        if request.session.accessed and request.user.is_authenticated:
            patch_cache_control(response, private=True, no_cache=True)
        return response

    return answer
