"""Tables to which rows are only added: models, triggers that hold them to it, checks."""
