"""Servers that behave badly in named ways, on loopback.

python -m tests.faults        prints each behaviour with the outcome that it ends in
"""
