"""From a fresh clone to a running site, with nothing but Python's standard library.

Started by the Makefile as `python3 -m portal.setup`, before anything is installed. It keeps to what
an old Python can read, so that an old Python can be told that it is one.
"""
