"""Callback data: one codec, 64 bytes, and forged data is no data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.callback import Tap, decode, encode


@given(
    st.from_regex(r"[a-z-]{1,16}", fullmatch=True),
    st.integers(0, (1 << 63) - 1),
    st.integers(0, 10**6),
    st.text(alphabet="abc123=!", max_size=10),
)
def test_what_a_button_carries_comes_back(verb: str, id: int, rev: int, arg: str) -> None:
    assert decode(encode(verb, id, rev, arg)) == Tap(verb, id, rev, arg)


@given(st.text())
def test_forged_data_never_raises(data: str) -> None:
    tap = decode(data)
    assert tap is None or encode(tap.verb, tap.id, tap.rev, tap.arg)


@pytest.mark.parametrize(
    "data", ["", "v0:undo:1:0:", "v1:undo:ZZZ:0:", "v1:undo:-1:0:", "v1::1:0:", "v1:undo:1:0:" + "x" * 60]
)
def test_old_or_broken_data_is_none(data: str) -> None:
    assert decode(data) is None


def test_more_than_64_bytes_is_an_error_of_ours() -> None:
    with pytest.raises(ValueError, match="callback"):
        encode("verb", 1, 0, "é" * 40)
