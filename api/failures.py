"""What can go wrong in the interface itself: the command's words, the settings, the server, a request."""

from __future__ import annotations

from graph.vocabulary.failures import Failure


class BadSetting(Failure):
    code = "setting-invalid"
    vi = "Biến môi trường {name} không hợp lệ. Cần {expected}."
    en = "The environment variable {name} is not valid. Needed: {expected}."


class NoKey(Failure):
    code = "key-missing"
    vi = (
        "Không mở API ở {host}: ngoài máy này thì phải có khóa. "
        "Hãy đặt CHIDAO_API_KEY, hoặc bỏ CHIDAO_HOST để chỉ dùng trên máy này."
    )
    en = "The API does not open at {host} without a key. Set CHIDAO_API_KEY, or leave CHIDAO_HOST unset."


class CannotListen(Failure):
    code = "cannot-listen"
    vi = "Không mở được cổng {port} ở {host} ({reason}). Hãy đặt CHIDAO_PORT bằng một cổng khác."
    en = "Port {port} at {host} cannot be opened ({reason}). Set CHIDAO_PORT to another one."


class NoDatabase(Failure):
    code = "database-none"
    vi = (
        "Chưa có đồ thị nào trong {home}; không tạo gì. Hãy nạp văn bản bằng “chidao up ĐƯỜNG_DẪN”, "
        "hoặc chuyển (cd) về thư mục đã nạp, hay đặt CHIDAO_HOME bằng thư mục .chidao của nó."
    )
    en = (
        "There is no graph in {home} yet; nothing was made. Read papers in by “chidao up PATH”, or change to the "
        "folder where that was done, or set CHIDAO_HOME to its .chidao."
    )


class ServerDidNotStart(Failure):
    code = "server-did-not-start"
    vi = "API chưa chạy được. Chi tiết ở {log}. Hãy sửa theo đó rồi chạy lại “chidao up”."
    en = "The API did not start. Details are in {log}. Mend that and run “chidao up” again."


class NoFiles(Failure):
    code = "no-files"
    vi = "Thư mục “{name}” không có tệp nào. Hãy kiểm tra lại đường dẫn."
    en = "The folder “{name}” holds no file. Check the path."


class NotFound(Failure):
    code = "not-found"
    vi = "Không có địa chỉ này. Xem các câu hỏi ở /docs."
    en = "There is nothing at this address. The questions are listed at /docs."


class MethodNotAllowed(Failure):
    code = "method-not-allowed"
    vi = "Địa chỉ này không nhận phương thức {method}."
    en = "This address does not take the method {method}."


class BadRequest(Failure):
    code = "request-invalid"
    vi = "Yêu cầu không hợp lệ: {reason}."
    en = "The request is not valid: {reason}."


class DatabaseAway(Failure):
    """What HTTP tells of any failure of the database: its address and user are nobody's business there."""

    code = "database-away"
    vi = "Cơ sở dữ liệu chưa trả lời. Hãy thử lại sau ít giây."
    en = "The database does not answer. Try again in a few seconds."


class Unauthorized(Failure):
    code = "key-required"
    vi = "Cần khóa API đúng, trong Authorization: Bearer hoặc X-API-Key."
    en = "The right API key is needed, in Authorization: Bearer or X-API-Key."


class WrongHost(Failure):
    code = "host-refused"
    vi = "API này chỉ trả lời trên chính máy nó chạy, qua 127.0.0.1 hoặc localhost."
    en = "This API answers on its own machine only, by 127.0.0.1 or localhost."


class AddressTooLong(Failure):
    code = "address-too-long"
    vi = "Địa chỉ dài quá {limit} byte."
    en = "The address is longer than {limit} bytes."


class BodyTooLong(Failure):
    code = "body-too-long"
    vi = "Nội dung gửi lên dài quá {limit} byte."
    en = "The body is longer than {limit} bytes."


class TookTooLong(Failure):
    code = "timeout"
    vi = "Quá {seconds} giây mà chưa trả lời xong. Hãy hỏi hẹp hơn, hoặc thử lại."
    en = "No answer within {seconds} seconds. Ask for less, or try again."


class Unexpected(Failure):
    code = "unexpected"
    vi = "Có lỗi ngoài dự kiến. Chi tiết ghi ở {log}; hãy gửi tệp đó cho người phụ trách."
    en = "Something unexpected went wrong. Details are in {log}; send it to whoever is in charge."


class ServerError(Failure):
    code = "server-error"
    vi = "Máy chủ gặp lỗi ngoài dự kiến. Chi tiết đã ghi vào nhật ký của máy chủ."
    en = "The server met an unexpected error. Details are in the server's log."


class WrongUse(Failure):
    code = "usage"
    vi = "{what} Xem “{command} --help”."
    en = "Wrong use of “{command}”: see its --help."
