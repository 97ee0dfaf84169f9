"""`chidao ingest`: papers into the graph, once."""

from __future__ import annotations

from .conftest import SAMPLE, Chidao


def test_the_second_time_nothing_is_written(chidao: Chidao, on_database: dict[str, str], empty_graph: object) -> None:
    first, second = (chidao("ingest", SAMPLE, **on_database) for _ in range(2))
    assert (first.returncode, second.returncode) == (0, 0)
    assert "mới" in first.stdout
    assert "không đổi" in second.stdout
    assert "Đã ghi 0 nút, 0 quan hệ, 0 thuộc tính; đã xóa 0 nút, 0 quan hệ." in second.stdout
