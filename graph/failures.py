"""What can go wrong between us and the graph. No message ever holds a password."""

from __future__ import annotations

from dataclasses import dataclass

from graph.vocabulary.failures import Failure


class GraphFailure(Failure):
    """Base of all failures of the database itself; the words hold `uri`, the address."""


class Unreachable(GraphFailure):
    code = "graph-unreachable"
    vi = "Không kết nối được Neo4j tại {uri}. Chưa ghi gì. Hãy kiểm tra máy chủ có đang chạy và địa chỉ có đúng không."
    en = "Neo4j cannot be reached at {uri}. Nothing was written. Check that it runs and that the address is right."


class WrongAddress(GraphFailure):
    code = "graph-wrong-address"
    vi = "Địa chỉ Neo4j “{uri}” không hợp lệ. Hãy dùng dạng bolt://máy:7687 hoặc neo4j://máy:7687."
    en = "“{uri}” is no Neo4j address. Use the form bolt://host:7687 or neo4j://host:7687."


class WrongPassword(GraphFailure):
    code = "graph-wrong-password"
    vi = "Neo4j tại {uri} từ chối tên “{user}” hoặc mật khẩu. Chưa ghi gì. Hãy kiểm tra NEO4J_USER, NEO4J_PASSWORD."
    en = "Neo4j at {uri} refuses the user “{user}” with the given password. Check NEO4J_USER and NEO4J_PASSWORD."


class MissingDatabase(GraphFailure):
    code = "graph-missing-database"
    vi = "Neo4j tại {uri} không có cơ sở dữ liệu “{database}”. Hãy kiểm tra NEO4J_DATABASE."
    en = "Neo4j at {uri} has no database “{database}”. Check NEO4J_DATABASE."


class DatabaseFailed(GraphFailure):
    code = "graph-failed"
    vi = "Neo4j tại {uri} báo lỗi: {reason}. Việc đang làm dở không được ghi. Hãy thử lại."
    en = "Neo4j at {uri} failed: {reason}. The work in hand was not written. Try again."


class TimedOut(GraphFailure):
    code = "graph-timed-out"
    vi = "Câu hỏi chạy quá {seconds} giây nên đã dừng. Hãy hỏi hẹp hơn (thêm điều kiện)."
    en = "The question ran for more than {seconds} seconds and was stopped. Ask for less."


class QuestionFailure(Failure):
    """Base of what is wrong with a question as asked."""


class UnknownQuestion(QuestionFailure):
    code = "question-unknown"
    vi = "Không có câu hỏi “{question}”. Gần giống: {near}."
    en = "There is no question “{question}”. Similar: {near}."


class BadParameter(QuestionFailure):
    """The words hold `name`, `reason`, `reason_en` and `example`."""

    code = "parameter-bad"
    vi = "Tham số “{name}”: {reason}. Ví dụ: {name}={example}."
    en = "Parameter “{name}”: {reason_en}. Example: {name}={example}."


class Unknown(QuestionFailure):
    """Nothing in the graph bears what was asked for; the words hold `text` and `near`, similar ones in one line."""


class UnknownDocument(Unknown):
    code = "document-unknown"
    vi = "Không thấy văn bản “{text}”. Gần giống: {near}."
    en = "No document “{text}”. Similar: {near}."


class UnknownUnit(Unknown):
    code = "unit-unknown"
    vi = "Không thấy đơn vị “{text}”. Gần giống: {near}."
    en = "No unit “{text}”. Similar: {near}."


class UnknownOfficial(Unknown):
    code = "official-unknown"
    vi = "Không thấy người “{text}”. Gần giống: {near}."
    en = "No official “{text}”. Similar: {near}."


class UnknownDirective(Unknown):
    code = "directive-unknown"
    vi = "Không thấy chỉ đạo “{text}”. Gần giống: {near}."
    en = "No directive “{text}”. Similar: {near}."


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of several that the words may mean. `detail` tells it from the others: an issuer, a parent unit, the
    text of a directive; `date` and `number` only for documents."""

    id: str
    name: str
    detail: str | None
    number: str | None = None
    date: str | None = None


class Ambiguous(QuestionFailure):
    """What was asked for is several things; a person must choose among `candidates`."""

    def __init__(self, *, text: str, candidates: tuple[Candidate, ...]) -> None:
        super().__init__(text=text, count=len(candidates))
        self.candidates = candidates


class AmbiguousDocument(Ambiguous):
    code = "document-ambiguous"
    vi = "“{text}” là {count} văn bản khác nhau. Hãy chọn một và dùng mã của nó."
    en = "“{text}” is {count} different documents. Choose one and use its id."


class AmbiguousUnit(Ambiguous):
    code = "unit-ambiguous"
    vi = "“{text}” là {count} đơn vị khác nhau. Hãy chọn một và dùng mã của nó."
    en = "“{text}” is {count} different units. Choose one and use its id."


class AmbiguousOfficial(Ambiguous):
    code = "official-ambiguous"
    vi = "“{text}” là {count} người khác nhau. Hãy chọn một và dùng mã của nó."
    en = "“{text}” is {count} different officials. Choose one and use its id."


class AmbiguousDirective(Ambiguous):
    code = "directive-ambiguous"
    vi = "“{text}” là {count} chỉ đạo khác nhau. Hãy chọn một và dùng mã của nó."
    en = "“{text}” is {count} different directives. Choose one and use its id."
