"""Background jobs: a queue in the database, a worker, and a tick that asks for work each minute.

Whatever is in force, due or overdue follows from dates: a worker that stood still loses nothing.
"""
