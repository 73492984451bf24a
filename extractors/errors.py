"""The one exception tree. What is expected of pages travels as values, not through here.

Every message names the thing, the value and what to do. The command line gives each branch its
exit code (flows/cli.py).

    ParleyError
    ├── UsageError            the call makes no sense: a reversed range, an unknown kind
    ├── ConfigurationError    a settings, sources, manifest or reference file is wrong
    ├── DiskError             no room, no permission, a folder where a file should be
    ├── LockHeldError         another process publishes and did not finish within the wait
    ├── GateFailedError       the new snapshot failed its checks and was not published
    ├── RejectLimitError      more references were rejected than the run allows
    ├── DamagedWarehouseError log, snapshot or raw pages differ from what their manifests say
    ├── QueryError            an analyst's SQL failed, or ran past its limit
    └── InterruptedRunError   stopped by a signal; what was committed is whole
"""

from __future__ import annotations


class ParleyError(Exception):
    """Root of the tree; catch it at the edge only."""


class UsageError(ParleyError):
    """The call makes no sense as it stands."""


class ConfigurationError(ParleyError):
    """A file that people write is wrong; the message names file, line and key where it can."""


class DiskError(ParleyError):
    """The disk said no; the message names the path."""


class LockHeldError(ParleyError):
    """Another publisher holds the lock past the wait."""


class GateFailedError(ParleyError):
    """A check on the new snapshot returned rows; the last good snapshot stays."""


class RejectLimitError(ParleyError):
    """The run is done and committed, with more rejects than allowed."""


class DamagedWarehouseError(ParleyError):
    """A stored file is not what its manifest says; the message names the file and the repair."""


class QueryError(ParleyError):
    """A query was refused, failed or ran past its time or memory limit."""


class InterruptedRunError(ParleyError):
    """The run was stopped cleanly by a signal."""
