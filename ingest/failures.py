"""What can be wrong with a file that somebody gives us. Nothing of such a file is kept."""

from __future__ import annotations

from graph.vocabulary.failures import Failure


class SourceFailure(Failure):
    """Base of all: the words hold `name`, the file's name as given."""


class Missing(SourceFailure):
    code = "source-missing"
    vi = "Không thấy tệp “{name}”. Chưa lưu gì. Hãy kiểm tra lại đường dẫn."
    en = "No such file: “{name}”. Nothing was kept. Check the path."


class Unreadable(SourceFailure):
    code = "source-unreadable"
    vi = "Không mở được tệp “{name}” ({reason}). Chưa lưu gì. Hãy kiểm tra quyền đọc tệp."
    en = "“{name}” cannot be opened ({reason}). Nothing was kept. Check the permissions."


class Empty(SourceFailure):
    code = "source-empty"
    vi = "Tệp “{name}” không có chữ nào. Chưa lưu gì. Hãy chọn lại tệp."
    en = "“{name}” holds no text. Nothing was kept. Choose the file again."


class Unsupported(SourceFailure):
    code = "source-unsupported"
    vi = "Tệp “{name}” là {kind}, không phải văn bản thuần mà chidao đọc được. Chưa lưu gì. Hãy đưa tệp .txt (UTF-8)."
    en = "“{name}” is {kind}, not plain text that chidao reads. Nothing was kept. Give it as .txt (UTF-8)."


class Undecodable(SourceFailure):
    code = "source-undecodable"
    vi = "Tệp “{name}” không phải chữ UTF-8 (sai ở byte thứ {offset}). Chưa lưu gì. Hãy lưu lại tệp bằng mã UTF-8."
    en = "“{name}” is not UTF-8 text (wrong at byte {offset}). Nothing was kept. Save the file again as UTF-8."


class TooLarge(SourceFailure):
    code = "source-too-large"
    vi = "Tệp “{name}” quá lớn ({size} MB, tối đa {limit} MB). Chưa lưu gì. Hãy tách tệp thành từng văn bản."
    en = "“{name}” is too large ({size} MB; at most {limit} MB). Nothing was kept. Split it into single documents."
