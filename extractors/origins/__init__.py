"""Which articles take over the words of others: fingerprints, copies, groups of them.

Pure: which articles are compared is decided by whoever holds them (warehouse/origins.py).
"""

#: Goes up when fingerprints, or what counts as a copy, may change: everything is compared anew.
VERSION = 1
