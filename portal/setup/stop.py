class Stop(Exception):
    """What was asked cannot be done; the message is one sentence that says what to do about it."""
