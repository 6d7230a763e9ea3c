"""The version of the analysis, apart from its rules so that the cache is asked without loading them."""

VERSION = "5"
"""Changes with the rules: an analysis of another version is made anew."""
