"""Pictures of the portal's pages, for the documentation and for a look at all of them at once."""

from dataclasses import dataclass
from io import BytesIO

from django.urls import NoReverseMatch, reverse
from django.utils.translation import override
from PIL import Image
from playwright.sync_api import sync_playwright
from wagtail.models import Page

from home.models import HomePage
from pathways.document.references import PAGE_MODELS
from portal.setup import services

LANGUAGE = "en"
WIDTHS = {390: 844, 1440: 900}  # and the height of the window
SCHEMES = ("light", "dark")
TALLEST = 2000
COLOURS = 128


@dataclass(frozen=True)
class Screen:
    """A page by name. One of ``page`` (kind and key), ``view`` (its name) and ``path``."""

    name: str
    page: str = ""
    view: str = ""
    args: tuple = ()
    path: str = ""

    def address(self):
        """The path of the page, or None while nothing answers there."""
        with override(LANGUAGE):
            if self.view:
                try:
                    return reverse(self.view, args=self.args) + self.path
                except NoReverseMatch:
                    return None
            if self.path:
                return self.path
            page = _pages(self.page).filter(live=True, locale__language_code=LANGUAGE).first()
            return page.url if page else None


def _pages(reference):
    kind, _colon, key = reference.partition(":")
    if kind == "home":
        return HomePage.objects.all()
    return Page._meta.apps.get_model(PAGE_MODELS[kind]).objects.filter(key=key)


# Add a page here, and `make screens` takes it.
SCREENS = [
    Screen("front", page="home"),
    Screen("pathway", page="pathway:outreach-casework"),
    Screen("phase", page="phase:making-contact"),
    Screen("step", page="step:contact"),
    Screen("method", page="method:caseworker-as-coach"),
    Screen("template", page="template:network-map"),
    Screen("who-does-what", view="pathways:who", args=("outreach-casework",)),
    Screen("search", view="search:search", path="?q=meeting"),
    Screen("404", path=f"/{LANGUAGE}/pathways/outreach-casewrok/"),
]


def take(base, folder, screens):
    """Take each screen at all widths in both themes; yields the name and the path, or None."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=services.chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        for screen, address in screens:
            if address is None:
                yield screen.name, None
                continue
            for width, height in WIDTHS.items():
                for scheme in SCHEMES:
                    size = {"width": width, "height": height}
                    tab = browser.new_page(viewport=size, color_scheme=scheme)
                    tab.goto(base + address, wait_until="networkidle")
                    path = folder / f"{screen.name}-{width}-{scheme}.png"
                    _save(tab.screenshot(full_page=True), path)
                    tab.close()
                    yield screen.name, path
        browser.close()


def _save(picture, path):
    """The top of the page in few colours: text stays sharp, and the file small."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    top = image.crop((0, 0, image.width, min(image.height, TALLEST)))
    top.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
