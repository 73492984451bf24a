"""Proofs that the warehouse stays whole: failing calls, kills, damaged bytes, readers all along.

| command                         | what it does                                               |
|---------------------------------|------------------------------------------------------------|
| `python -m tests.crash.sweep`   | fails small runs at every single call that touches a disk  |
| `python -m tests.crash.kills`   | kills two writers 500 times at random moments              |
| `python -m tests.crash.damage`  | flips or cuts 1,000 random bytes and repairs them          |
| `python -m tests.crash.readers` | 20 publishes under 8 readers with 1,000 queries each       |

Each prints a table and ends with 1 when something did not hold. The tests run samples of them.
"""
