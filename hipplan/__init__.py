"""Hip rotation programmes as printable workbooks."""

__version__ = "0.1.0"
