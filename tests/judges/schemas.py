"""Judges the parts of Office files against the schemas of ECMA-376, as Office itself does before it opens a file."""

from pathlib import Path

from openxml_audit import OpenXmlValidator

# A theme is optional in ECMA-376 part 1 (11.3): a document that names its fonts needs none.
NO_FAULT = "relationships/theme' is missing"


def judge(files: list[Path]) -> None:
    """No element out of place, no attribute or value that the schemas do not know."""
    validator = OpenXmlValidator()
    for path in files:
        faults = [fault for fault in validator.validate(path).errors if NO_FAULT not in fault.description]
        assert not faults, f"{path.name}: {faults[0].description} ({faults[0].part_uri} {faults[0].path})"
