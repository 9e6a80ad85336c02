"""Questions about a programme or its preferences, answered by them where they note what they are asked."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

Subject = TypeVar("Subject")
Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


def query(
    function: Callable[Concatenate[Subject, Arguments], Answer],
) -> Callable[Concatenate[Subject, Arguments], Answer]:
    """A function of a programme or preferences whose answer is all that its callers learn of them."""

    @wraps(function)
    def asked(subject: Subject, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
        answer = getattr(subject, "answer", None)
        if answer and not kwargs:
            found: Answer = answer(function, *args)
            return found
        return function(subject, *args, **kwargs)

    return cast("Callable[Concatenate[Subject, Arguments], Answer]", asked)
