"""A clean copy of a world for each test; it is kept until a test has really written to it."""

import fcntl
import itertools
from contextlib import contextmanager

from django.db import connection

from tests.databases import databases_of_this_kind
from tests.worlds import WORLDS, name_of


class Worlds:
    """Points the connection at a clean copy of the world that a test asks for."""

    def __init__(self, shared):
        self.base = connection.settings_dict["NAME"]
        self.shared = shared
        self.databases = databases_of_this_kind(shared, self.base)
        self.clean = {}
        self.numbers = itertools.count(1)

    def enter(self, world):
        """Go on in a copy that no test has written to."""
        if self.clean.get(world) == connection.settings_dict["NAME"]:
            return
        connection.close()
        if world not in self.clean:
            template = self.make(world)
            self.clean[world] = self.databases.own(f"{world}_{next(self.numbers)}")
            self.databases.copy(template, self.clean[world])
        self._use(self.clean[world])
        # Django would put what migrations made into a copy that has it.
        connection._test_serialized_contents = "[]"

    def make(self, world):
        """Fill the world if it is not there yet; gives the name of its template."""
        connection.close()  # or what it wrote last is beside the file, not in it
        template = self.databases.template(name_of(world))
        with self._alone(world):
            if not self.databases.exists(template):
                self._make(world, template)
        return template

    def spoil(self, world):
        """A test has written to this copy and committed it."""
        connection.close()
        name = self.clean.pop(world)
        self._use(self.base)
        self.databases.drop(name)

    def leave(self):
        """Back to what Django made and will remove."""
        for world in list(self.clean):
            self.spoil(world)
        connection.close()
        self._use(self.base)

    def _make(self, world, template):
        connection.close()  # what is not in the file yet would not be copied
        unfinished = self.databases.own("unfinished")
        self.databases.copy(self.base, unfinished)
        self._use(unfinished)
        WORLDS[world]()
        connection.close()
        self._use(self.base)
        self.databases.rename(unfinished, template)

    def _use(self, name):
        connection.settings_dict["NAME"] = name

    @contextmanager
    def _alone(self, world):
        """The parallel processes share what is made."""
        with (self.shared / f"{world}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
