"""The texts of the screens in all languages: gathered, checked and compiled without gettext."""
