"""Settings, one module for each kind of site: development, demo, test and production, all on base.

Everything that a deployment changes is an environment variable, read in `base` and `production`.
"""
