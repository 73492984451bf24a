"""Write the fingerprints of all kinds anew, after a VERSION went up: python -m tests.cases"""

import json

from tests.cases.reading import FINGERPRINTS, fingerprints

FINGERPRINTS.write_text(json.dumps(fingerprints(), indent=2) + "\n", encoding="utf-8")
