"""The register of a year as a file, written while the manager looks on or elsewhere."""
