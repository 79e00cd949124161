"""What a person sees while the steps run."""

import sys
import time


class Progress:
    """Prints a line per step, and a running count while a step works through many things."""

    def __init__(self, stream=sys.stdout):
        self.stream = stream
        self.started = time.monotonic()
        self.counted = 0

    def step(self, text):
        """Say what begins, and after how many seconds."""
        if self.counted and self.stream.isatty():
            self._print("\n")
        self.counted = 0
        self._print(f"[{time.monotonic() - self.started:4.0f} s] {text}\n")

    def count(self, total):
        """Say that one more is done: in place on a terminal, elsewhere a line now and then."""
        self.counted += 1
        if self.stream.isatty():
            self._print(f"\r         {self.counted} of {total}")
        elif self.counted % 20 == 0:
            self._print(f"         {self.counted} of {total}\n")

    def _print(self, text):
        self.stream.write(text)
        self.stream.flush()
