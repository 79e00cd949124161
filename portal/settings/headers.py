"""What browsers are told to refuse on our pages."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

READERS = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}
CONTENT_SECURITY_POLICY = {"DIRECTIVES": READERS}

# What Wagtail's admin needs beyond that, and no more: its date fields and row templates bring
# small scripts with them, its rich-text editor styles; the preview is a frame of the same site.
ADMIN_CONTENT_SECURITY_POLICY = {
    **READERS,
    "script-src": [SELF, UNSAFE_INLINE],
    "script-src-attr": [NONE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}

# A frame of the same site is let through by the views that need it.
X_FRAME_OPTIONS = "DENY"

# The portal asks for none of these.
PERMISSIONS_POLICY = {
    name: []
    for name in (
        "accelerometer",
        "autoplay",
        "browsing-topics",
        "camera",
        "display-capture",
        "fullscreen",
        "geolocation",
        "gyroscope",
        "hid",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "serial",
        "usb",
    )
}
