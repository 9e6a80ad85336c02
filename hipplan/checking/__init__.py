"""What can be said of a finished PDF: bytes in, findings out; no terminal, no files."""
