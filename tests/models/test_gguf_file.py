from __future__ import annotations

import contextlib
import struct
from pathlib import Path

import numpy as np
import pytest
from gguf import GGUFReader
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.tiny_models import TinyGguf

from ownhand.core.errors import ImportRefusedError
from ownhand.models.gguf_file import GgufFile


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return TinyGguf(types="Q8_0").write(tmp_path_factory.mktemp("gguf") / "tiny.gguf")


def test_metadata_and_tensors_equal_those_of_the_gguf_package(tiny: Path) -> None:
    reference = GGUFReader(tiny)
    with GgufFile(tiny) as file:
        for key, value in file.metadata.items():
            assert value == reference.fields[key].contents()
        assert len(file.tensors) == len(reference.tensors)
        for tensor in reference.tensors:
            own = file.tensors[tensor.name]
            assert own.shape == tuple(int(item) for item in tensor.shape)[::-1]
            assert own.start == tensor.data_offset
            assert own.type_id == tensor.tensor_type


def test_weights_come_back_dequantised(tiny: Path) -> None:
    expected = TinyGguf(types="Q8_0").dequantised()
    with GgufFile(tiny) as file:
        for name, values in expected.items():
            np.testing.assert_array_equal(file.read(name), values)


def test_missing_weight_is_named(tiny: Path) -> None:
    with GgufFile(tiny) as file, pytest.raises(ImportRefusedError, match=r"lacks the weight x\.y"):
        file.read("x.y")


@settings(max_examples=60)
@given(share=st.floats(0, 1, exclude_max=True))
def test_file_cut_off_anywhere_is_refused(
    share: float, tiny: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = tiny.read_bytes()
    path = tmp_path_factory.mktemp("cut") / "cut.gguf"
    path.write_bytes(data[: int(share * len(data))])
    with pytest.raises(ImportRefusedError):
        GgufFile(path)


@settings(max_examples=150)
@given(
    at=st.integers(0, 12_000),
    junk=st.binary(min_size=1, max_size=8),
)
def test_damaged_header_never_raises_anything_else(
    at: int, junk: bytes, tiny: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = bytearray(tiny.read_bytes())
    data[at : at + len(junk)] = junk
    path = tmp_path_factory.mktemp("junk") / "junk.gguf"
    path.write_bytes(data)
    with contextlib.suppress(ImportRefusedError):
        GgufFile(path).close()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"GGML" + b"\0" * 40, "not a GGUF file"),
        (b"GGUF" + struct.pack("<I", 1) + b"\0" * 40, r"version \(1\)"),
        (b"GGUF" + struct.pack(">I", 3) + b"\0" * 40, "byte order"),
        (b"GGUF" + struct.pack("<IQQ", 3, 0, 1 << 60), "not whole"),
        (b"GGUF" + struct.pack("<IQQ", 3, 1 << 60, 0), "not whole"),
        (b"GGUF" + struct.pack("<IQQQ", 3, 0, 1, 1 << 62) + b"key", "not whole"),
        # an array of 2^60 numbers, an array in an array
        (b"GGUF" + struct.pack("<IQQQcIIQ", 3, 0, 1, 1, b"k", 9, 4, 1 << 60), "not whole"),
        (b"GGUF" + struct.pack("<IQQQcIIQI", 3, 0, 1, 1, b"k", 9, 9, 1, 9), "unknown kind"),
    ],
)
def test_hostile_or_foreign_file_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "x.gguf").write_bytes(data)
    with pytest.raises(ImportRefusedError, match=message):
        GgufFile(tmp_path / "x.gguf")
