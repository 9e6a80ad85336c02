"""What is wrong with a stranger's file, in words that go behind its name."""


class ForeignFileError(Exception):
    """The file cannot be used; the message says why and the way out, without the file's name."""
