"""Documents of results: whoever may have one downloads it, and anybody verifies one."""

from urllib.parse import quote

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.documents import download, verification
from services.documents.codes import clean
from services.documents.verification import Copy
from web.access import actor, allow, context, public
from web.security import at_most
from workflows.errors import NotFound, TooManyAttempts
from workflows.forms.cleaning import fold
from workflows.vocabulary import Role
from workflows.words import Text

blueprint = Blueprint("documents", __name__)

MOST_BYTES = 4 * 1024 * 1024  # a signed document has less than 100 KB; a scan should still be told what it is
NO_FILE = Text(vi="Chọn tệp PDF cần kiểm tra.", en="Choose the PDF file to check.")
VERDICTS = {
    Copy.GENUINE: Text(
        vi="Bản bạn gửi đúng từng ký tự với bản đã ký số, và chữ ký số còn nguyên vẹn.",
        en="The copy you sent is the signed document to the last letter, and its signature is unbroken.",
    ),
    Copy.DIFFERENT: Text(
        vi="Bản bạn gửi khác bản đã ký số. Tệp đã bị sửa, dù chỉ một ký tự, hoặc là tệp khác.",
        en="The copy you sent is not the signed document."
        " The file was changed, be it by one letter, or is another file.",
    ),
    Copy.OTHER: Text(
        vi="Tệp này là bản điện tử của một kết quả khác. Hãy dùng mã kiểm tra in trên tệp đó.",
        en="This file is the document of another result. Use the code that stands on it.",
    ),
    Copy.BROKEN: Text(
        vi="Chữ ký số trên tệp này không phải của cơ quan đã cấp. Hãy báo cho cơ quan cấp.",
        en="The signature on this file is not of the office that issued it. Tell that office.",
    ),
    Copy.NO_PDF: Text(
        vi="Tệp bạn gửi không phải tệp PDF. Ảnh chụp và bản quét không mang chữ ký số.",
        en="The file you sent is not a PDF. Photos and scans carry no signature.",
    ),
}


@blueprint.get("/ho-so/<code>/ket-qua/<output_id>.pdf")
@allow(Role.CITIZEN, Role.CLERK, Role.LEADER)
def result(code: str, output_id: str) -> ResponseReturnValue:
    """Hand out the signed document of a result."""
    found = download.download(context(), actor(), code, output_id)
    response = Response(found.content, mimetype="application/pdf")
    response.headers["Content-Disposition"] = _attached(f"{found.title.vi} {found.number}")
    return response


@blueprint.get("/xac-thuc")
@public
def ask() -> ResponseReturnValue:
    """Ask for the code that stands on a document."""
    if code := clean(request.args.get("ma", "")):
        return redirect(url_for("documents.verify", code=code), code=303)
    return _asked("", None)


@blueprint.get("/xac-thuc/<code>")
@public
def verify(code: str) -> ResponseReturnValue:
    """Say whether a document is valid, replaced or revoked, and at most five of its fields."""
    return _verified(code)


@blueprint.post("/xac-thuc/<code>")
@public
@at_most(MOST_BYTES)
def check_copy(code: str) -> ResponseReturnValue:
    """Compare a copy with the signed document; the copy is not kept."""
    sent = request.files.get("ban-sao")
    content = sent.read() if sent else b""
    if not content:
        return _verified(code, problem=NO_FILE)
    try:
        verdict = verification.check_copy(context(), code, content, _address())
    except (NotFound, TooManyAttempts) as error:
        return _asked(clean(code), error.text), error.status
    return _verified(code, verdict=verdict)


def _verified(code: str, *, verdict: Copy | None = None, problem: Text | None = None) -> ResponseReturnValue:
    try:
        page = verification.verify(context(), code, _address())
    except (NotFound, TooManyAttempts) as error:
        return _asked(clean(code), error.text), error.status
    refused = problem is not None or verdict not in (None, Copy.GENUINE)
    return render_template(
        "public/verified.html",
        page=page,
        verdict=VERDICTS[verdict] if verdict else None,
        genuine=verdict is Copy.GENUINE,
        problem=problem,
    ), 422 if refused else 200


def _asked(code: str, problem: Text | None) -> str:
    return render_template("public/verify.html", code=code, problem=problem)


def _address() -> str:
    return request.remote_addr or "unknown"


def _attached(name: str) -> str:
    """Name the file for every browser: without marks, and as it is written."""
    plain = "-".join(fold(name).split())
    return f"attachment; filename=\"{plain}.pdf\"; filename*=UTF-8''{quote(name)}.pdf"
