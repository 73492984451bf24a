"""A week of nights over papers that appear, die, change and come back, on loopback and on a clock
of its own. `python -m tests.week` prints what became of it.
"""
