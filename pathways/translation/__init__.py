"""Pages and words in several languages: one structure, many texts.

Structure lives on the page of the source language. wagtail-localize keeps the strings of
the others; what is here lets codes follow at once, texts wait until all of them are there,
and nothing that readers see fall back into the source language.
"""
