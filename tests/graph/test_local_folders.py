"""Folders that cannot be written: each is one clear line, and nothing is left broken."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph import local
from graph.local import fetch
from graph.local.alone import told
from graph.local.failures import DiskFull, FolderNotWritable
from graph.local.folder import write_private
from graph.vocabulary.failures import Failure


def silent(*_: object) -> None:
    """Nobody watches."""


def mount(*words: str) -> None:
    program = shutil.which("mount")
    if not program or subprocess.run([program, *words], check=False).returncode:
        pytest.skip("only Linux root may mount a disk")


Disk = Callable[[str], Path]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Disk]:
    """Mounts a disk of a test's own, so that root too meets a full or read-only one."""
    made = tmp_path / "disk"

    def mount_one(options: str) -> Path:
        made.mkdir()
        mount("-t", "tmpfs", "-o", options, "chidao-test", str(made))
        return made

    yield mount_one
    if made.is_mount():
        subprocess.run([str(shutil.which("umount")), "-l", str(made)], check=True)


def is_one_clear_line(failure: Failure) -> bool:
    both = (str(failure), failure.english())
    return all("\n" not in line and "{" not in line and "Errno" not in line for line in both)


def test_a_file_stands_in_the_folders_place(tmp_path: Path, cache: Path) -> None:
    (tmp_path / ".chidao").write_text("not a folder")
    with pytest.raises(FolderNotWritable) as failure:
        local.ensure(tmp_path / ".chidao", cache, silent)
    assert is_one_clear_line(failure.value)
    assert local.status(tmp_path / ".chidao") is None
    assert not local.stop(tmp_path / ".chidao", silent)


def test_a_read_only_data_folder(small_disk: Disk, cache: Path) -> None:
    disk = small_disk("ro,size=1m")
    with pytest.raises(FolderNotWritable) as failure:
        local.ensure(disk, cache, silent)
    assert is_one_clear_line(failure.value)
    assert local.status(disk) is None
    assert not local.stop(disk, silent)


def test_a_full_data_folder(small_disk: Disk, cache: Path) -> None:
    """Told before Neo4j is started, which on a full disk lays half of its files and stays."""
    disk = small_disk("size=1m")
    with pytest.raises(DiskFull) as failure:
        local.ensure(disk, cache, silent)
    assert is_one_clear_line(failure.value)
    assert local.status(disk) is None
    assert not (disk / "neo4j" / "data").exists()


def test_room_made_on_a_full_disk_is_enough(small_disk: Disk, cache: Path) -> None:
    disk = small_disk("size=1m")
    with pytest.raises(DiskFull):
        local.ensure(disk, cache, silent)
    mount("-o", "remount,size=100m", str(disk))
    try:
        assert local.ensure(disk, cache, silent).password
    finally:
        local.stop(disk, silent)


def test_a_disk_that_fills_while_we_write(small_disk: Disk) -> None:
    """The old text stands and no half of the new lies about."""
    disk = small_disk("size=64k")
    write_private(disk / "note", "old")
    with pytest.raises(DiskFull), told(disk):
        write_private(disk / "note", "new" * 100_000)
    assert [(file.name, file.read_text()) for file in disk.iterdir()] == [("note", "old")]


def test_a_full_cache_folder(small_disk: Disk, tmp_path: Path) -> None:
    disk = small_disk("size=64k")
    with pytest.raises(DiskFull) as failure:
        local.ensure(tmp_path / "home", disk, silent)
    assert str(disk) in str(failure.value)
    assert local.status(tmp_path / "home") is None


def test_a_read_only_cache_folder(small_disk: Disk, tmp_path: Path) -> None:
    disk = small_disk("ro,size=1m")
    with pytest.raises(FolderNotWritable) as failure:
        local.ensure(tmp_path / "home", disk, silent)
    assert str(disk) in str(failure.value)


def test_a_read_only_cache_that_is_complete_will_do(small_disk: Disk, cache: Path) -> None:
    """A cache that an administrator filled for a whole machine."""
    disk = small_disk("size=400m")
    for jar in fetch.jars(cache, silent):
        copy = disk / jar.relative_to(cache)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(jar, copy)
    mount("-o", "remount,ro", str(disk))
    assert all(jar.is_relative_to(disk) for jar in fetch.jars(disk, silent))
