"""What may differ between machines: PARLEY_* variables, checked once and passed down as a value."""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path
from typing import Self

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from extractors.errors import ConfigurationError

PREFIX = "PARLEY_"
MEBIBYTE = 1024 * 1024

#: The seeds lie beside the packages, in a checkout as in an installed wheel.
SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def _cores() -> int:
    """One worker a core; more than four outrun the disk."""
    return min(4, os.cpu_count() or 1)


class Settings(BaseSettings):
    """All settings with their defaults; each is set by PARLEY_ and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    home: Path = Path("data")  # the warehouse: log/ and warehouse.duckdb
    seeds: Path = SEEDS  # sources.toml and the reference lists
    batch_size: int = Field(default=100, ge=1, le=1000)  # references in one batch
    workers: int = Field(default_factory=_cores, ge=1, le=64)  # processes that read pages
    page_seconds: float = Field(default=10, gt=0, le=600)  # of computing, for reading one page
    page_memory_mb: int = Field(default=1024, ge=1, le=65536)  # the same, beyond a worker's own
    max_page_bytes: int = Field(default=20 * MEBIBYTE, ge=1)
    timeout_seconds: float = Field(default=30, gt=0, le=600)  # for one URL, redirects included
    contact: str = Field(default="", pattern=r"^[ -~]*$")  # address or URL, in the user agent
    host_seconds: float = Field(default=1, ge=0, le=600)  # between two requests to one host
    hosts_at_once: int = Field(default=32, ge=1, le=512)  # asked side by side, one request each
    wait_seconds: float = Field(default=3600, ge=0)  # what a host may ask of a run (Retry-After)
    reject_limit: float = Field(default=0.5, ge=0, le=1)  # share of references; above it, exit 7
    allow_private_addresses: bool = False  # URLs inside the own network; for tests and intranets

    @classmethod
    def load(cls, home: Path | None = None) -> Self:
        """Read the environment; `home`, where given, outranks PARLEY_HOME.

        Raises ConfigurationError naming the variable, its value and what it may be.
        """
        _refuse_unknown_variables(cls)
        try:
            return cls() if home is None else cls(home=home)
        except ValidationError as error:
            first = error.errors()[0]
            variable = PREFIX + str(first["loc"][0]).upper()
            raise ConfigurationError(
                f"the variable {variable} is {first['input']!r}: {first['msg']}; "
                "set it to such a value, or unset it for the default"
            ) from error


def _refuse_unknown_variables(settings: type[BaseSettings]) -> None:
    known = [PREFIX + name.upper() for name in settings.model_fields]
    for variable in sorted(os.environ):
        if variable.startswith(PREFIX) and variable not in known:
            near = get_close_matches(variable, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
            # Its value is not shown: it may be a secret under a name that was misspelt.
            raise ConfigurationError(f"the variable {variable} is no setting of parley; {hint}")
