"""From facts to events: which facts of different articles speak of the same thing.

Pure rules over values: a block of facts (one kind, the same sides) goes in, a link for each fact
comes out. The result depends on the facts alone, never on the order or the batches they came in.
"""
