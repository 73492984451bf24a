"""Write fingerprints anew, after a VERSION went up: python -m tests.cases [KIND…], all if none."""

import json
import sys

from tests.cases.reading import FINGERPRINTS, fingerprints

kept = json.loads(FINGERPRINTS.read_text(encoding="utf-8"))
known = fingerprints(sys.argv[1:] or None)
FINGERPRINTS.write_text(
    json.dumps(dict(sorted({**kept, **known}.items())), indent=2) + "\n", encoding="utf-8"
)
